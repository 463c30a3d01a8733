package vn.congvu.intake.vault;

/** What comes of looking into a sealed identity. */
public sealed interface OpenedIdentity {
    record Known(Person person) implements OpenedIdentity {}

    /** Its time was over, or it was erased on request. */
    record Forgotten() implements OpenedIdentity {}
}
