package vn.congvu.contracts;

/** What a <i>phản ánh, kiến nghị</i> is about. {@code PRAISE} has no deadline that can be missed. */
public enum ComplaintKind {
    CONDUCT,
    LATE_PROCEDURE,
    SUGGESTION,
    PRAISE
}
