package vn.congvu.contracts.cases;

/** What a deadline belongs to. */
public enum Subject {
    CASE,
    DOSSIER
}
