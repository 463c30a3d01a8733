package vn.congvu.intake.datarequest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.congvu.contracts.DataRequestKind;
import vn.congvu.platform.audit.AuditedAnswer;

/**
 * A request as the reporter and the custodians see it; nothing of the identity is in it.
 *
 * @param late whether it was, or is, not answered in time
 * @param answeredBy the office
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DataRequestView(
        String id,
        @Schema(example = "7K3F9QXM2D") String reference,
        DataRequestKind kind,
        @Nullable String words,
        Instant receivedAt,
        Instant dueAt,
        DataRequest.State state,
        boolean late,
        @Nullable String answeredBy,
        @Nullable String answer,
        @Nullable Instant answeredAt,
        @Nullable Instant copyUntil)
        implements AuditedAnswer {

    static DataRequestView of(DataRequest request) {
        var answer = request.answer();
        return new DataRequestView(
                request.id(),
                request.reference(),
                request.kind(),
                request.words(),
                request.receivedAt(),
                request.dueAt(),
                request.state(),
                request.isLate(),
                answer == null ? null : answer.office(),
                answer == null ? null : answer.text(),
                answer == null ? null : answer.at(),
                request.copyUntil());
    }
}
