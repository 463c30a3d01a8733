package vn.congvu.contracts.notify;

/** Why an agency apologises. */
public enum ApologyCause {
    /** The deadline passed: published automatically in the agency's name. */
    MISSED_DEADLINE,
    /** The head asked for more time before the deadline. */
    EXTENSION,
    /** A one-stop counter named a new date before the promised one. */
    RESCHEDULE,
    /** By hand: a lost dossier, extra papers, bad conduct found. */
    BY_HAND
}
