package vn.congvu.devstack.suite;

/** Why the suite can't run, in one line that says what to do. */
public final class CannotStart extends RuntimeException {
    public CannotStart(String line) {
        super(line, null, false, false);
    }

    public String line() {
        return String.valueOf(getMessage());
    }
}
