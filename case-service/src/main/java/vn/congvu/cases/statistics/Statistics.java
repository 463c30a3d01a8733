package vn.congvu.cases.statistics;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;
import vn.congvu.cases.calendar.WorkCalendars;
import vn.congvu.cases.casefile.CaseCounts;
import vn.congvu.cases.casefile.CaseCounts.Answered;
import vn.congvu.cases.casefile.CaseCounts.Load;
import vn.congvu.cases.casefile.CaseFile;
import vn.congvu.cases.casefile.CaseFiles;
import vn.congvu.cases.casefile.CaseState;
import vn.congvu.cases.casefile.CaseTrends;
import vn.congvu.cases.directory.Agency;
import vn.congvu.cases.directory.Directory;
import vn.congvu.cases.dossier.DossierCounts;
import vn.congvu.cases.statistics.Overview.AgencyLine;
import vn.congvu.cases.statistics.Overview.Breach;
import vn.congvu.cases.statistics.Overview.Totals;
import vn.congvu.contracts.SlaClock;

/** Puts together what is counted. */
@Component
class Statistics {
    private static final int BREACHES = 50;

    private final CaseCounts cases;
    private final CaseTrends trends;
    private final CaseFiles files;
    private final DossierCounts dossiers;
    private final Directory directory;
    private final WorkCalendars calendars;
    private final Clock clock;

    Statistics(
            CaseCounts cases,
            CaseTrends trends,
            CaseFiles files,
            DossierCounts dossiers,
            Directory directory,
            WorkCalendars calendars,
            Clock clock) {
        this.cases = cases;
        this.trends = trends;
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
        var now = clock.instant();
        var overdue = new HashMap<String, Long>();
        cases.open(new Criteria(), now, endOfDay()).forEach(load -> {
            if (load.agency() != null) {
                overdue.put(load.agency(), load.overdue());
            }
        });
        var names = directory.on(today()).agencies().stream()
                .collect(Collectors.toMap(Agency::code, Agency::name, (first, _) -> first));
        var answered = cases.answered(start(period), end(period));
        answered.forEach(a -> names.computeIfAbsent(a.agency(), this::name));
        return LeagueTable.of(period.from(), period.to(), answered, overdue, apologies(period), names);
    }

    Overview overview(Period period, Criteria visible) {
        var now = clock.instant();
        var loads = cases.open(visible, now, endOfDay());
        var answered = cases.answered(start(period), end(period));
        var apologies = apologies(period);
        var late = dossiers.overdue(now);
        var lines = lines(loads, answered, apologies, late);
        var totals = new Totals(
                loads.stream().mapToLong(Load::open).sum(),
                loads.stream().mapToLong(Load::dueToday).sum(),
                loads.stream().mapToLong(Load::overdue).sum(),
                files.count(List.of(visible, Criteria.where("state").is(CaseState.TRIAGE)), Integer.MAX_VALUE),
                loads.stream().mapToLong(Load::flagged).sum()
                        + files.count(
                                List.of(
                                        visible,
                                        Criteria.where("state").is(CaseState.ANSWERED),
                                        Criteria.where("lookup.flagged").is(true)),
                                Integer.MAX_VALUE),
                sum(answered, false),
                sum(answered, true),
                apologies.values().stream().mapToLong(n -> n).sum(),
                late.values().stream().mapToLong(n -> n).sum());
        return new Overview(now, period.from(), period.to(), totals, lines, breaches(visible, now));
    }

    Trends trends(Period period, Criteria visible) {
        var from = start(period);
        var before = end(period);
        var answered = trends.answered(from, before, zone());
        var names = answered.stream()
                .map(CaseTrends.AnsweredOn::agency)
                .distinct()
                .collect(Collectors.toMap(code -> code, this::name));
        return Trends.of(
                period.from(),
                period.to(),
                trends.received(visible, from, before, zone()),
                answered,
                trends.misconducts(visible, from, before),
                trends.channels(visible, from, before),
                trends.ratings(from, before),
                names);
    }

    private List<AgencyLine> lines(
            List<Load> loads, List<Answered> answered, Map<String, Long> apologies, Map<String, Long> late) {
        var codes = new TreeMap<String, Load>();
        loads.forEach(load -> {
            if (load.agency() != null) {
                codes.put(load.agency(), load);
            }
        });
        var others = new ArrayList<String>(apologies.keySet());
        others.addAll(late.keySet());
        answered.forEach(a -> others.add(a.agency()));
        others.forEach(code -> codes.putIfAbsent(code, new Load(code, 0, 0, 0, 0)));
        return codes.values().stream()
                .map(load -> {
                    var code = String.valueOf(load.agency());
                    var own = answered.stream()
                            .filter(a -> a.agency().equals(code))
                            .toList();
                    return new AgencyLine(
                            code,
                            name(code),
                            load.open(),
                            load.dueToday(),
                            load.overdue(),
                            sum(own, false),
                            sum(own, true),
                            apologies.getOrDefault(code, 0L),
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
        return new Breach(
                file.id(),
                file.reference(),
                handling == null ? null : handling.agency(),
                handling == null ? SlaClock.FORWARD : SlaClock.RESOLVE,
                file.lookup().dueAt(),
                handling != null && handling.conflictOfInterest());
    }

    private Map<String, Long> apologies(Period period) {
        var both = new HashMap<>(cases.apologies(start(period), end(period)));
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
