package vn.congvu.cases.statistics;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;
import vn.congvu.cases.access.CaseAccess;
import vn.congvu.cases.calendar.WorkCalendars;
import vn.congvu.cases.casefile.CaseFile;
import vn.congvu.cases.casefile.CaseFiles;
import vn.congvu.cases.directory.Agency;
import vn.congvu.cases.directory.Directory;
import vn.congvu.cases.dossier.DossierCounts;
import vn.congvu.cases.statistics.DueCounts.Due;
import vn.congvu.cases.statistics.Overview.AgencyLine;
import vn.congvu.cases.statistics.Overview.Breach;
import vn.congvu.cases.statistics.Overview.Climbed;
import vn.congvu.cases.statistics.Overview.Totals;
import vn.congvu.cases.statistics.Tallies.Answered;
import vn.congvu.cases.statistics.Tallies.AnsweredOn;
import vn.congvu.cases.statistics.Tally.What;
import vn.congvu.cases.watch.Watch;
import vn.congvu.contracts.SlaClock;
import vn.congvu.platform.access.Caller;

/** Puts together what is counted. */
@Component
class Statistics {
    private static final int BREACHES = 50;

    private final TallyBook book;
    private final DueCounts due;
    private final CaseFiles files;
    private final DossierCounts dossiers;
    private final Directory directory;
    private final WorkCalendars calendars;
    private final Clock clock;

    Statistics(
            TallyBook book,
            DueCounts due,
            CaseFiles files,
            DossierCounts dossiers,
            Directory directory,
            WorkCalendars calendars,
            Clock clock) {
        this.book = book;
        this.due = due;
        this.files = files;
        this.dossiers = dossiers;
        this.directory = directory;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** Days of the calendar, both included. */
    record Period(LocalDate from, LocalDate to) {}

    Period period(@Nullable LocalDate from, @Nullable LocalDate to) {
        var today = clock.instant().atZone(zone()).toLocalDate();
        var last = to == null ? today : to;
        return new Period(from == null ? last.withDayOfYear(1) : from, last);
    }

    LeagueTable league(Period period) {
        var counts = book.current();
        var overdue = new HashMap<String, Long>();
        due.due(counts, new Criteria(), now(), endOfDay()).forEach(some -> {
            if (some.agency() != null) {
                overdue.put(some.agency(), some.overdue());
            }
        });
        var names = directory.on(today()).agencies().stream()
                .collect(Collectors.toMap(Agency::code, Agency::name, (first, _) -> first));
        var answered = counts.answered(period);
        answered.forEach(a -> names.computeIfAbsent(a.agency(), this::name));
        var praise = counts.byAgency(What.PRAISE, period);
        return LeagueTable.of(
                period.from(),
                period.to(),
                answered,
                counts.answeredOn(period),
                overdue,
                apologies(counts, period),
                praise,
                names);
    }

    /** @param caller whose agency must not see some cases, not even as a number */
    Overview overview(Period period, Caller caller) {
        var now = now();
        var visible = CaseAccess.cases(caller);
        var all = book.current();
        var seen = all.seenBy(caller.agencyCode());
        var due = this.due.due(seen, visible, now, endOfDay());
        var answered = all.answered(period);
        var apologies = apologies(all, period);
        var praise = all.byAgency(What.PRAISE, period);
        var late = dossiers.overdue(now);
        var totals = new Totals(
                seen.total(What.OPEN),
                due.stream().mapToLong(Due::today).sum(),
                due.stream().mapToLong(Due::overdue).sum(),
                seen.total(What.TRIAGE),
                seen.total(What.FLAGGED),
                sum(answered, false),
                sum(answered, true),
                apologies.values().stream().mapToLong(n -> n).sum(),
                praise.values().stream().mapToLong(n -> n).sum(),
                late.values().stream().mapToLong(n -> n).sum());
        var lines = lines(seen.byAgency(What.OPEN), due, answered, apologies, praise, late);
        return new Overview(now, book.pending(), period.from(), period.to(), totals, lines, breaches(visible, now));
    }

    Trends trends(Period period, Caller caller) {
        var all = book.current();
        var seen = all.seenBy(caller.agencyCode());
        var answered = all.answeredOn(period);
        var names = answered.stream()
                .map(AnsweredOn::agency)
                .distinct()
                .collect(Collectors.toMap(code -> code, this::name));
        return Trends.of(
                period.from(),
                period.to(),
                seen.received(period),
                answered,
                seen.labelled(What.MISCONDUCT, period),
                seen.labelled(What.CHANNEL, period),
                all.ratings(period),
                names);
    }

    private List<AgencyLine> lines(
            Map<String, Long> open,
            List<Due> due,
            List<Answered> answered,
            Map<String, Long> apologies,
            Map<String, Long> praise,
            Map<String, Long> late) {
        var dueBy = due.stream()
                .filter(some -> some.agency() != null)
                .collect(Collectors.toMap(some -> String.valueOf(some.agency()), some -> some));
        var answeredBy = answered.stream().collect(Collectors.groupingBy(Answered::agency));
        var codes = new TreeSet<>(open.keySet());
        codes.addAll(dueBy.keySet());
        codes.addAll(apologies.keySet());
        codes.addAll(praise.keySet());
        codes.addAll(late.keySet());
        codes.addAll(answeredBy.keySet());
        return codes.stream()
                .map(code -> {
                    var own = answeredBy.getOrDefault(code, List.of());
                    var ownDue = dueBy.getOrDefault(code, new Due(code, 0, 0));
                    return new AgencyLine(
                            code,
                            name(code),
                            open.getOrDefault(code, 0L),
                            ownDue.today(),
                            ownDue.overdue(),
                            sum(own, false),
                            sum(own, true),
                            apologies.getOrDefault(code, 0L),
                            praise.getOrDefault(code, 0L),
                            late.getOrDefault(code, 0L));
                })
                .sorted(Comparator.comparing(AgencyLine::overdue)
                        .thenComparing(AgencyLine::open)
                        .reversed())
                .toList();
    }

    private List<Breach> breaches(Criteria visible, Instant now) {
        var late = Criteria.where("lookup.open")
                .is(true)
                .and("lookup.sortAt")
                .lt(now)
                .and("lookup.dueAt")
                .lt(now);
        return files.page(List.of(visible, late), Sort.by("lookup.sortAt", "_id"), BREACHES).stream()
                .map(Statistics::breach)
                .toList();
    }

    private static Breach breach(CaseFile file) {
        var handling = file.handling();
        var clock = handling == null ? SlaClock.FORWARD : SlaClock.RESOLVE;
        var steps = file.watch(clock).map(Watch::steps).orElse(List.of());
        return new Breach(
                file.id(),
                file.reference(),
                handling == null ? null : handling.agency(),
                clock,
                file.lookup().dueAt(),
                handling != null && handling.conflictOfInterest(),
                Climbed.highestTold(steps),
                Climbed.next(steps));
    }

    private Map<String, Long> apologies(Tallies counts, Period period) {
        var both = new HashMap<>(counts.byAgency(What.APOLOGY, period));
        dossiers.apologies(start(period), end(period)).forEach((code, n) -> both.merge(code, n, Long::sum));
        return both;
    }

    private static long sum(List<Answered> answered, boolean late) {
        return answered.stream()
                .filter(a -> a.late() == late)
                .mapToLong(Answered::count)
                .sum();
    }

    private String name(String code) {
        return directory.on(today()).known(code).map(Agency::name).orElse(code);
    }

    private Instant start(Period period) {
        return period.from().atStartOfDay(zone()).toInstant();
    }

    private Instant end(Period period) {
        return period.to().plusDays(1).atStartOfDay(zone()).toInstant();
    }

    /** Cases are stored to the millisecond. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private Instant endOfDay() {
        return today().plusDays(1).atStartOfDay(zone()).toInstant();
    }

    private LocalDate today() {
        return clock.instant().atZone(zone()).toLocalDate();
    }

    private ZoneId zone() {
        return calendars.common().zone();
    }
}
