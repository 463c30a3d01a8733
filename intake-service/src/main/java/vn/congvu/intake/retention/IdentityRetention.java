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
import vn.congvu.intake.vault.Forgetting;
import vn.congvu.intake.vault.OriginalSeals;

/** Forgets who reported when the time is over that it may be kept; the report stays. */
@Component
class IdentityRetention {
    private static final Logger log = LoggerFactory.getLogger(IdentityRetention.class);
    private static final int LOOKED_AT_ONCE = 200;
    private static final Duration LEASE = Duration.ofMinutes(10);
    /** An open case may end tomorrow; a retention that is set shorter takes effect within this time. */
    private static final Duration LOOKS_AGAIN = Duration.ofDays(30);

    private final Forgetting forgetting;
    private final OriginalSeals originals;
    private final Complaints complaints;
    private final RetentionTimes times;
    private final Clock clock;

    IdentityRetention(
            Forgetting forgetting, OriginalSeals originals, Complaints complaints, RetentionTimes times, Clock clock) {
        this.forgetting = forgetting;
        this.originals = originals;
        this.complaints = complaints;
        this.times = times;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${complaints.intake.retention.sweep-every:PT10M}")
    void sweep() {
        int forgotten = 0;
        var now = clock.instant();
        for (var candidate : forgetting.claimDue(LOOKED_AT_ONCE, LEASE)) {
            var end = end(candidate);
            if (end.isPresent() && !end.get().isAfter(now)) {
                complaints
                        .byIdentity(candidate.identityRef())
                        .ifPresent(complaint -> originals.forgetAll(complaint.id()));
                forgetting.forget(candidate.identityRef());
                forgotten++;
            } else {
                var again = now.plus(LOOKS_AGAIN);
                forgetting.lookAgain(
                        candidate.identityRef(),
                        end.filter(at -> at.isBefore(again)).orElse(again));
            }
        }
        if (forgotten > 0) {
            log.info("{} identities are forgotten: their time is over", forgotten);
        }
    }

    /** When its time is over; empty while its case is open. */
    private Optional<Instant> end(Forgetting.Candidate candidate) {
        var complaint = complaints.byIdentity(candidate.identityRef());
        return complaint.isEmpty() ? Optional.of(times.unprocessed(candidate.storedAt())) : times.end(complaint.get());
    }
}
