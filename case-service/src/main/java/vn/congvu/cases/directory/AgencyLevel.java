package vn.congvu.cases.directory;

/** Where an agency stands. {@code DISTRICT} is for those abolished on 1 July 2025, whose names people still use. */
public enum AgencyLevel {
    PROVINCE,
    DEPARTMENT,
    DISTRICT,
    COMMUNE,
    CENTRE
}
