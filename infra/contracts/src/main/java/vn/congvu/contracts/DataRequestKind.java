package vn.congvu.contracts;

/** What a person may ask about their own data (Law 91/2025/QH15). The words are stored: never renamed. */
public enum DataRequestKind {
    /** What is kept about me, and who looked at it? */
    ACCESS,
    /** What I said about myself is wrong, or no longer so. */
    CORRECTION,
    /** Forget who I am; the report stays. */
    ERASURE
}
