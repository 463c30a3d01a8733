package vn.congvu.contracts;

/**
 * Something that happened to one aggregate, told to the other services.
 *
 * <p>Bodies carry no personal data but opaque references; words that people wrote travel as {@link SealedText}.
 */
public interface Event {}
