package vn.congvu.intake.datarequest;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;
import vn.congvu.contracts.DataRequestKind;
import vn.congvu.platform.outbox.Aggregate;
import vn.congvu.platform.outbox.Revision;

/**
 * A reporter's request about their own data, and what became of it.
 *
 * @param id names report, kind and turn, so that a request which is sent twice is one
 * @param identityRef absent for an anonymous reporter
 * @param agencies that had the report when it was asked; their people do not see it
 * @param words of the reporter
 * @param correction what the reporter says is right, sealed; only of a correction that waits
 * @param lookAt when the sweep has something to do with it: to say that it is overdue, or to carry out what was granted
 * @param overdueAt when it was noticed that nobody had answered in time
 * @param copyUntil how long the reporter sees the copy of the own data
 */
@Document("data_requests")
@TypeAlias("data-request")
public record DataRequest(
        @Id String id,
        Revision revision,
        String complaintId,
        String reference,
        @Nullable String identityRef,
        List<String> agencies,
        DataRequestKind kind,
        @Nullable String words,
        @Nullable Correction correction,
        Instant receivedAt,
        Instant dueAt,
        State state,
        @Nullable Instant lookAt,
        @Nullable Instant overdueAt,
        @Nullable Answer answer,
        @Nullable Instant copyUntil)
        implements Aggregate {

    /** Stored by name. */
    public enum State {
        OPEN,
        /** Said yes to, and not carried out yet. */
        GRANTED,
        DONE,
        REFUSED;

        boolean isOver() {
            return this == DONE || this == REFUSED;
        }
    }

    /** Sealed for the custodian; see the vault's corrections. */
    public record Correction(String keyId, String sealed) {}

    /**
     * The custodian's.
     *
     * @param office by which the reporter knows the custodian
     */
    public record Answer(String subject, String office, String text, Instant at) {}

    @Override
    public String correlationId() {
        return reference;
    }

    boolean isLate() {
        var answered = answer;
        return overdueAt != null || answered != null && answered.at().isAfter(dueAt);
    }

    DataRequest overdue(Instant now) {
        return with(correction, state, null, now, answer, copyUntil);
    }

    DataRequest refused(Answer reason) {
        return with(null, State.REFUSED, null, overdueAt, reason, null);
    }

    /** @param lookAt when the sweep carries it out, if nobody else has */
    DataRequest granted(Answer reason, Instant lookAt) {
        return with(correction, State.GRANTED, lookAt, overdueAt, reason, null);
    }

    DataRequest done(@Nullable Instant copyUntil) {
        return with(null, State.DONE, null, overdueAt, answer, copyUntil);
    }

    private DataRequest with(
            @Nullable Correction newCorrection,
            State newState,
            @Nullable Instant newLookAt,
            @Nullable Instant newOverdueAt,
            @Nullable Answer newAnswer,
            @Nullable Instant newCopyUntil) {
        return new DataRequest(
                id,
                revision,
                complaintId,
                reference,
                identityRef,
                agencies,
                kind,
                words,
                newCorrection,
                receivedAt,
                dueAt,
                newState,
                newLookAt,
                newOverdueAt,
                newAnswer,
                newCopyUntil);
    }
}
