package vn.congvu.gateway.casework;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congvu.contracts.Bilingual;

/** Why each clock of a case ends when it does. */
record CaseDeadlines(@Nullable String policy, @Nullable List<ClockTrace> clocks) {
    record ClockTrace(
            String clock,
            Bilingual name,
            String condition,
            Instant startedAt,
            Instant dueAt,
            @Nullable Instant stoppedAt,
            boolean breached,
            boolean extended,
            @Nullable List<Bilingual> trace) {}
}
