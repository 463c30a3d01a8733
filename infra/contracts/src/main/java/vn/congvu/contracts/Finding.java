package vn.congvu.contracts;

/** The outcome of the check of a complaint. */
public enum Finding {
    SUBSTANTIATED,
    PARTLY_SUBSTANTIATED,
    NOT_SUBSTANTIATED,
    UNABLE_TO_ESTABLISH,
    WITHDRAWN
}
