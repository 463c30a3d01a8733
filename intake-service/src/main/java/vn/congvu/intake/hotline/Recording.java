package vn.congvu.intake.hotline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * That a recording has to be fetched; written before anything is done about it.
 *
 * @param contactRef of the caller, absent for a hidden number
 * @param seconds its length as the provider says, absent if it does not
 * @param dueAt when it is tried (again)
 */
@Document("recordings")
@TypeAlias("recording")
record Recording(
        @Id String recordingSid,
        String callSid,
        @Nullable String contactRef,
        @Nullable Integer seconds,
        State state,
        int attempts,
        Instant dueAt,
        Instant receivedAt) {

    enum State {
        PENDING,
        STORED,
        /** Tried for days; a person must look at the provider's. */
        FAILED
    }
}
