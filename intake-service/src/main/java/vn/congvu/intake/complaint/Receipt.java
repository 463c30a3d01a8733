package vn.congvu.intake.complaint;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a report. Sent again, the same report gets the same one.
 *
 * @param reference not secret
 * @param accessCode secret, and shown nowhere else
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Receipt(
        @Schema(example = "7K3F9QXM2D") String reference,
        @Schema(example = "7K3F-9QXM2-D4R8T") String accessCode,
        Instant receivedAt,

        @Schema(description = "absent while nobody knows, and for praise") @Nullable
        Instant expectedAnswerBy,

        @Schema(description = "what to send from the phone that was given, to get messages there") @Nullable
        TextFirst textFirst) {

    /** Keeps the code out of logs. */
    @Override
    public String toString() {
        return "Receipt[" + reference + "]";
    }
}
