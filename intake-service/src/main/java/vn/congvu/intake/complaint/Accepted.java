package vn.congvu.intake.complaint;

/**
 * A report that is durable.
 *
 * @param accessCode as people read it; for the answer to the reporter only
 */
public record Accepted(Complaint complaint, String accessCode) {
    /** What the reporter is answered. */
    public Receipt receipt() {
        return new Receipt(complaint.reference(), accessCode, complaint.receivedAt(), complaint.expectedAnswerBy());
    }

    /** Keeps the code out of logs. */
    @Override
    public String toString() {
        return "Accepted[" + complaint.reference() + "]";
    }
}
