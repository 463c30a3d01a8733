package vn.congvu.intake.vault;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * That somebody asks to know who reported, what the custodian said, and every opening that followed.
 *
 * @param identityRef absent where the reporter is anonymous and only files as they were sent can be opened
 * @param agencies that had the report when it was asked for
 * @param grantedUntil absent unless approved
 */
@Document("identity_requests")
@TypeAlias("identity-request")
public record IdentityRequest(
        @Id String id,
        String reference,
        @Nullable String identityRef,
        List<String> agencies,
        Staff requester,
        String reason,
        Instant requestedAt,
        State state,
        @Nullable Decision decision,
        @Nullable Instant grantedUntil,
        List<Instant> openings) {

    /** Stored by name. */
    public enum State {
        REQUESTED,
        APPROVED,
        REFUSED
    }

    /** An account, and the office it stands for. */
    public record Staff(String subject, @Nullable String title) {}

    public record Decision(Staff by, String reason, Instant at) {}

    public boolean isAskedBy(String subject) {
        return requester.subject().equals(subject);
    }
}
