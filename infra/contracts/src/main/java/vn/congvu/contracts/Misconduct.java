package vn.congvu.contracts;

/** The conduct taxonomy of the province, in the order of the public form. Labels are data of the case-service. */
public enum Misconduct {
    WORKING_HOURS,
    NO_BADGE,
    DRESS,
    OFFICE_RULES,
    ATTITUDE,
    INDIFFERENCE,
    OBSTRUCTION,
    REPEATED_RETURNS,
    LATE_RESULT,
    NO_APOLOGY,
    NOT_PUBLISHED,
    EVASION,
    VAGUE_REPLY,
    HARASSMENT,
    CORRUPTION,
    DISCLOSURE,
    OTHER
}
