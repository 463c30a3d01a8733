package vn.congvu.intake.evidence;

/**
 * A file as it was sent, for the custodian.
 *
 * @param name says nothing of the sender
 */
public record Original(String name, byte[] content) {
    @Override
    public String toString() {
        return "Original[" + name + ", " + content.length + " bytes]";
    }
}
