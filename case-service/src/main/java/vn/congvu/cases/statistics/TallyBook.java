package vn.congvu.cases.statistics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.congvu.cases.calendar.WorkCalendars;
import vn.congvu.cases.casefile.CaseFacts;
import vn.congvu.cases.casefile.CaseFacts.Uncounted;

/**
 * The counts behind every statistic, kept by day of receipt. Each change of a case marks it uncounted in the same write; its day
 * is counted anew, and only then the mark is taken off, unless the case has changed again. A crash in between repeats the count.
 */
@Component
class TallyBook {
    private static final Logger log = LoggerFactory.getLogger(TallyBook.class);
    private static final int AT_ONCE = 50_000;
    private static final Duration A_WHILE = Duration.ofMinutes(1);
    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private final CaseFacts cases;
    private final DayTallies days;
    private final WorkCalendars calendars;
    private final StatisticsProperties properties;
    private final Clock machine = Clock.systemUTC();
    private final Counter wrong;
    private final Rounds rounds = new Rounds(this::countWhatChanged);
    private volatile long pending;

    TallyBook(
            CaseFacts cases,
            DayTallies days,
            WorkCalendars calendars,
            StatisticsProperties properties,
            MeterRegistry meters) {
        this.cases = cases;
        this.days = days;
        this.calendars = calendars;
        this.properties = properties;
        this.wrong = Counter.builder("complaints.statistics.days.wrong")
                .description("Days whose counts differed from their cases when they were compared")
                .register(meters);
    }

    /** Everything counted. What has changed is counted first, unless that takes longer than anybody likes to wait. */
    Tallies current() {
        boolean counted = rounds.endedWithin(properties.lookPatience());
        while (!counted && !days.read()) {
            counted = rounds.endedWithin(properties.lookPatience());
        }
        return new Tallies(days.sums(), null);
    }

    /** How many cases have changed and are not counted yet, or rest, as of the last round. */
    long pending() {
        return pending;
    }

    @Scheduled(fixedDelayString = "${complaints.cases.statistics.interval:PT2S}")
    void count() {
        boolean counted;
        do {
            counted = rounds.endedWithin(A_WHILE);
        } while (!counted);
    }

    /** The newest days first: they are what people look at. */
    private void countWhatChanged() {
        if (!days.read()) {
            days.refresh();
        }
        var outdated = days.outdated();
        var last = cases.lastUncounted(NEVER);
        pending = (last.isPresent() ? cases.uncounted() : 0)
                + outdated.stream().mapToLong(DayTally::outdated).sum();
        while (last.isPresent()) {
            var day = last.get().atZone(zone()).toLocalDate().toString();
            countChanged(day);
            last = cases.lastUncounted(start(day));
        }
        outdated.forEach(day -> {
            count(day.day(), days.stored(day.day()));
            counted(day.outdated());
        });
        days.refresh();
    }

    private void countChanged(String day) {
        var stored = days.stored(day);
        if (stored.filter(there -> there.rests(machine.instant(), properties.noRestBelow()))
                .isPresent()) {
            return;
        }
        List<Uncounted> changed;
        do {
            changed = cases.uncounted(start(day), end(day), AT_ONCE);
            count(day, stored);
            counted(cases.counted(changed));
            stored = days.stored(day);
        } while (changed.size() == AT_ONCE);
    }

    private void counted(long cases) {
        pending = Math.max(0, pending - cases);
    }

    /**
     * Compares every day with its cases and mends what differs.
     *
     * @return how many days were wrong
     */
    @Scheduled(
            initialDelayString = "${complaints.cases.statistics.compare-after:PT1H}",
            fixedDelayString = "${complaints.cases.statistics.compare-every:P1D}")
    int reconcile() {
        int mended = 0;
        for (var day : everyDay()) {
            var stored = days.stored(day);
            var counted = tallies(day);
            boolean changing = cases.anyUncounted(start(day), end(day));
            boolean right = stored.map(there -> there.says(counted)).orElse(counted.isEmpty());
            if (!changing && !right) {
                log.warn("The counts of {} differed from its cases and were counted anew", day);
                wrong.increment();
                count(day, stored);
                mended++;
            }
        }
        days.refresh();
        return mended;
    }

    /** Another replica that counted at the same time may have read older cases: whoever writes second counts again. */
    private void count(String day, Optional<DayTally> before) {
        var stored = before;
        while (!days.written(stored, counted(day, stored))) {
            stored = days.stored(day);
        }
    }

    private DayTally counted(String day, Optional<DayTally> stored) {
        long begun = System.nanoTime();
        var tallies = tallies(day);
        var took = Duration.ofNanos(System.nanoTime() - begun);
        return DayTally.of(day, stored.map(DayTally::version).orElse(0L) + 1, machine.instant(), took, tallies);
    }

    private List<Tally> tallies(String day) {
        return Tally.of(use -> cases.each(start(day), end(day), use), zone());
    }

    private List<String> everyDay() {
        var every = new ArrayList<String>();
        var first = cases.first().map(at -> at.atZone(zone()).toLocalDate());
        var last = days.last().map(LocalDate::parse).orElse(LocalDate.MIN);
        first.ifPresent(from -> from.datesUntil((last.isBefore(from) ? from : last).plusDays(1))
                .forEach(day -> every.add(day.toString())));
        return every;
    }

    private Instant start(String day) {
        return LocalDate.parse(day).atStartOfDay(zone()).toInstant();
    }

    private Instant end(String day) {
        return LocalDate.parse(day).plusDays(1).atStartOfDay(zone()).toInstant();
    }

    private ZoneId zone() {
        return calendars.common().zone();
    }
}
