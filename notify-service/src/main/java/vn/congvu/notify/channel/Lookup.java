package vn.congvu.notify.channel;

/** What the provider knows of a message whose sending was cut off. */
public sealed interface Lookup {
    record Found(String providerId) implements Lookup {}

    /** The provider answered, and has no such message. */
    record Absent() implements Lookup {}

    /** The provider could not be asked. */
    record NoAnswer(String reason) implements Lookup {}
}
