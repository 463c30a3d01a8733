package vn.congvu.cases.answerdate;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.congvu.cases.calendar.WorkCalendars;
import vn.congvu.cases.deadline.Deadlines;
import vn.congvu.cases.deadline.Limit;
import vn.congvu.cases.policy.Severity;
import vn.congvu.cases.policy.SlaPolicies;
import vn.congvu.contracts.ComplaintKind;
import vn.congvu.contracts.SlaClock;
import vn.congvu.contracts.cases.AnswerDatesPublished;
import vn.congvu.contracts.cases.AnswerDatesPublished.AnswerDate;
import vn.congvu.platform.outbox.Aggregates;
import vn.congvu.platform.outbox.Revision;
import vn.congvu.platform.outbox.StaleRevisionException;

/** Publishes the expected answer dates whenever they differ from what was published: a new day, calendar or policy. */
@Component
class AnswerDateDesk {
    private static final Logger LOG = LoggerFactory.getLogger(AnswerDateDesk.class);
    private static final int DAYS = 120;
    /** NĐ 356/2025/NĐ-CP: access, correction and erasure are answered within 2 working days. */
    private static final Limit DATA_REQUEST = new Limit.WorkingDays(2);

    private final MongoTemplate mongo;
    private final Aggregates aggregates;
    private final WorkCalendars calendars;
    private final SlaPolicies policies;
    private final Clock clock;

    AnswerDateDesk(
            MongoTemplate mongo, Aggregates aggregates, WorkCalendars calendars, SlaPolicies policies, Clock clock) {
        this.mongo = mongo;
        this.aggregates = aggregates;
        this.calendars = calendars;
        this.policies = policies;
        this.clock = clock;
    }

    /** Often, since the clock may be moved and other replicas change the calendar; it costs some thousand look-ups in memory. */
    @Scheduled(fixedDelayString = "${complaints.cases.answer-dates.interval:5s}")
    void publish() {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var dates = dates(now, this::dueAt);
        var dataRequestDates = dates(now, this::dataRequestDueAt);
        var known = mongo.findById(AnswerDates.ID, AnswerDates.class);
        if (known != null && known.dates().equals(dates) && dataRequestDates.equals(known.dataRequestDates())) {
            return;
        }
        var revision = known == null ? Revision.none() : known.revision();
        var latest = new AnswerDates(AnswerDates.ID, revision, dates, dataRequestDates, now);
        var event = List.of(new AnswerDatesPublished(dates, now, dataRequestDates));
        try {
            if (known == null) {
                aggregates.insert(latest, event);
            } else {
                aggregates.update(latest, event);
            }
        } catch (DuplicateKeyException | StaleRevisionException anotherReplica) {
            LOG.debug("another replica published the same dates", anotherReplica);
        }
    }

    private List<AnswerDate> dates(Instant now, UnaryOperator<Instant> due) {
        var zone = calendars.common().zone();
        var today = now.atZone(zone).toLocalDate();
        var from = today.atStartOfDay(zone).toInstant();
        return StepTable.of(from, today.plusDays(DAYS).atStartOfDay(zone).toInstant(), due);
    }

    /** By the default policy and calendar: a report about conduct without anything special. */
    private Instant dueAt(Instant receivedAt) {
        return policies.inForce(receivedAt)
                .limit(SlaClock.RESOLVE, ComplaintKind.CONDUCT, Severity.NORMAL)
                .map(limit -> Deadlines.due(receivedAt, limit, calendars.common(), List.of())
                        .dueAt())
                .orElse(receivedAt);
    }

    private Instant dataRequestDueAt(Instant receivedAt) {
        return Deadlines.due(receivedAt, DATA_REQUEST, calendars.common(), List.of())
                .dueAt();
    }
}
