package vn.congvu.contracts;

/** The reporter's own verdict after the answer. */
public enum Solved {
    SOLVED,
    PARTLY,
    NOT_SOLVED
}
