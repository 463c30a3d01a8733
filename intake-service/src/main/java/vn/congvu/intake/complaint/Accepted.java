package vn.congvu.intake.complaint;

import org.jspecify.annotations.Nullable;

/**
 * A report that is durable.
 *
 * @param accessCode as people read it; for the answer to the reporter only
 */
public record Accepted(Complaint complaint, String accessCode) {
    /**
     * What the reporter is answered.
     *
     * @param hotline its number, where one is set
     */
    public Receipt receipt(@Nullable String hotline) {
        return new Receipt(
                complaint.reference(),
                accessCode,
                complaint.receivedAt(),
                complaint.expectedAnswerBy(),
                TextFirst.of(complaint, hotline));
    }

    /** Keeps the code out of logs. */
    @Override
    public String toString() {
        return "Accepted[" + complaint.reference() + "]";
    }
}
