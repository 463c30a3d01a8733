package vn.congvu.intake.retention;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.congvu.intake.complaint.Complaints;
import vn.congvu.intake.vault.OriginalSeals;

/** Makes files as they were sent unreadable when their time is over, of anonymous reports too; the clean copies stay. */
@Component
class OriginalRetention {
    private static final Logger log = LoggerFactory.getLogger(OriginalRetention.class);
    private static final int LOOKED_AT_ONCE = 200;
    private static final Duration LEASE = Duration.ofMinutes(10);
    /** An open case may end tomorrow; a retention that is set shorter takes effect within this time. */
    private static final Duration LOOKS_AGAIN = Duration.ofDays(30);

    private final OriginalSeals originals;
    private final Complaints complaints;
    private final RetentionTimes times;
    private final Clock clock;

    OriginalRetention(OriginalSeals originals, Complaints complaints, RetentionTimes times, Clock clock) {
        this.originals = originals;
        this.complaints = complaints;
        this.times = times;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${complaints.intake.retention.sweep-every:PT10M}")
    void sweep() {
        var now = clock.instant();
        for (var candidate : originals.claimDue(LOOKED_AT_ONCE, LEASE)) {
            var end = end(candidate.complaintId());
            if (end.isPresent() && !end.get().isAfter(now)) {
                originals.forgetAll(candidate.complaintId());
                log.info(
                        "files of report {} as they were sent are forgotten: their time is over",
                        candidate.complaintId());
            } else {
                var again = now.plus(LOOKS_AGAIN);
                originals.lookAgain(
                        candidate, end.filter(at -> at.isBefore(again)).orElse(again));
            }
        }
    }

    /** A file without its report did not get into one; empty while the case is open. */
    private Optional<Instant> end(String complaintId) {
        var complaint = complaints.byId(complaintId);
        return complaint.isEmpty() ? Optional.of(Instant.EPOCH) : times.end(complaint.get());
    }
}
