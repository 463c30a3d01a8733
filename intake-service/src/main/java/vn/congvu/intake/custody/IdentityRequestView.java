package vn.congvu.intake.custody;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congvu.contracts.Role;
import vn.congvu.intake.complaint.Complaint;
import vn.congvu.intake.vault.IdentityRequest;
import vn.congvu.platform.access.Caller;
import vn.congvu.platform.audit.AuditedAnswer;

/**
 * A request as its requester and the custodians see it; nothing of the identity is in it.
 *
 * @param mayDecide whether the caller may
 * @param mayOpen whether the caller may, at this moment
 * @param hasIdentity false where the reporter is anonymous and only files can be opened
 * @param originals what the caller may open as it was sent, at this moment
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record IdentityRequestView(
        String id,
        @Schema(example = "7K3F9QXM2D") String reference,
        String requester,
        String reason,
        Instant requestedAt,
        IdentityRequest.State state,
        @Nullable String decidedBy,
        @Nullable String decisionReason,
        @Nullable Instant decidedAt,
        @Nullable Instant grantedUntil,
        int openedCount,
        boolean mayDecide,
        boolean mayOpen,
        boolean hasIdentity,
        List<File> originals)
        implements AuditedAnswer {

    /** @param mediaType of the clean copy */
    record File(String id, @Schema(example = "image/jpeg") String mediaType, Instant addedAt) {}

    /** Without what may be opened. */
    static IdentityRequestView of(IdentityRequest request, Instant now, Caller caller) {
        return of(request, now, caller, List.of());
    }

    static IdentityRequestView of(
            IdentityRequest request, Instant now, Caller caller, List<Complaint.Attachment> originals) {
        var decision = request.decision();
        var until = request.grantedUntil();
        boolean own = request.isAskedBy(caller.subject());
        return new IdentityRequestView(
                request.id(),
                request.reference(),
                office(request.requester()),
                request.reason(),
                request.requestedAt(),
                request.state(),
                decision == null ? null : office(decision.by()),
                decision == null ? null : decision.reason(),
                decision == null ? null : decision.at(),
                until,
                request.openings().size(),
                request.state() == IdentityRequest.State.REQUESTED && !own && caller.has(Role.CUSTODIAN),
                !own && caller.has(Role.CUSTODIAN) && until != null && now.isBefore(until),
                request.identityRef() != null,
                originals.stream()
                        .map(one -> new File(one.attachmentId(), one.mediaType(), one.addedAt()))
                        .toList());
    }

    private static String office(IdentityRequest.Staff staff) {
        return staff.title() == null ? staff.subject() : staff.title();
    }
}
