package vn.congvu.contracts;

/** The door a complaint or message came in by. {@code OPERATOR} is a call or visit that a clerk wrote down. */
public enum Channel {
    WEB,
    SMS,
    HOTLINE,
    OPERATOR
}
