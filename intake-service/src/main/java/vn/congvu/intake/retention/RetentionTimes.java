package vn.congvu.intake.retention;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.congvu.intake.complaint.Complaint;
import vn.congvu.intake.tracking.CaseState;
import vn.congvu.intake.tracking.ProgressBook;

/** When what identifies somebody may be kept no longer. */
@Component
class RetentionTimes {
    private final ProgressBook book;
    private final RetentionProperties properties;

    RetentionTimes(ProgressBook book, RetentionProperties properties) {
        this.book = book;
        this.properties = properties;
    }

    /** Of what no report came of. */
    Instant unprocessed(Instant storedAt) {
        return after(storedAt, properties.unprocessed());
    }

    /** Of a report; empty while its case is open. */
    Optional<Instant> end(Complaint complaint) {
        return ended(complaint).map(at -> after(at, properties.closedCases()));
    }

    private Optional<Instant> ended(Complaint complaint) {
        var progress = book.of(complaint.id(), complaint.reference());
        var withdrawal = complaint.withdrawal();
        if (progress.state() == CaseState.MERGED || !progress.state().isOpen()) {
            return Optional.of(progress.lastHeardAt());
        }
        return withdrawal == null ? Optional.empty() : Optional.of(withdrawal.withdrawnAt());
    }

    private static Instant after(Instant start, Period period) {
        return start.atZone(ZoneOffset.UTC).plus(period).toInstant();
    }
}
