package vn.congvu.contracts;

/** The clocks that run on a case or a dossier. {@code PROMISE} is the date a one-stop counter promised. */
public enum SlaClock {
    ACKNOWLEDGE,
    ACCEPT,
    FORWARD,
    RESOLVE,
    REOPEN_WINDOW,
    PROMISE
}
