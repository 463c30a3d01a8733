package vn.congvu.intake.hotline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * That somebody called. Without a recording it stays a note and becomes no report.
 *
 * @param contactRef absent for a hidden number
 * @param note why there is no recording
 */
@Document("hotline_calls")
@TypeAlias("hotline-call")
record HotlineCall(
        @Id String callSid,
        @Nullable String contactRef,
        Instant startedAt,
        @Nullable String note) {}
