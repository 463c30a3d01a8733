package vn.congvu.contracts;

/** What a user may do here; see the README for the people behind the words. */
public enum Role {
    CITIZEN,
    OPERATOR,
    TRIAGE,
    AGENCY_HEAD,
    AGENCY_OFFICER,
    MONITOR,
    INSPECTOR,
    CUSTODIAN,
    AUDITOR,
    ADMIN,
    /** A program of an agency, such as the one-stop system, with an API token. */
    PROGRAM,
    /** Another service of the suite acting for itself. */
    SERVICE
}
