package vn.congvu.intake.complaint;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.congvu.contracts.Channel;
import vn.congvu.contracts.Language;
import vn.congvu.intake.vault.Sender;

/**
 * A report at the door, whichever it is, checked and clean.
 *
 * @param ingestKey the same for every repetition
 * @param acknowledged whether the answer to this very request shows the reference to the reporter
 * @param receivedAt absent for now; told only where a provider kept it for us
 * @param suspect one too many from where it comes: a person looks at it first
 */
public record Submission(
        String ingestKey,
        Channel channel,
        Language language,
        Complaint.Content content,
        Sender reporter,
        boolean acknowledged,
        @Nullable Instant receivedAt,
        boolean suspect) {

    /** One like any other. */
    public Submission(
            String ingestKey,
            Channel channel,
            Language language,
            Complaint.Content content,
            Sender reporter,
            boolean acknowledged,
            @Nullable Instant receivedAt) {
        this(ingestKey, channel, language, content, reporter, acknowledged, receivedAt, false);
    }

    Submission suspected(boolean now) {
        return new Submission(ingestKey, channel, language, content, reporter, acknowledged, receivedAt, now);
    }
}
