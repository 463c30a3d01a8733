package vn.congvu.platform.sealing;

/** Sealed for other keys or another context, or damaged. */
public final class CannotOpenException extends RuntimeException {
    CannotOpenException(Exception cause) {
        super("sealed for other keys or another context, or damaged", cause);
    }
}
