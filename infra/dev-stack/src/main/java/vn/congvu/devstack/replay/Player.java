package vn.congvu.devstack.replay;

import java.io.PrintStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import vn.congvu.devstack.play.Gateway;
import vn.congvu.devstack.play.Gateway.CaseSeen;
import vn.congvu.devstack.play.OutsideWorld;
import vn.congvu.devstack.play.Together;

/**
 * Plays the record day by day: that day's arrivals in their order, each unit's one after the other, until all are on desks;
 * then that day's closings; then the clock moves on.
 */
final class Player {
    /** Limits of the product's default policy, in working days. */
    static final int RESOLVE_WORKING_DAYS = 10;

    private static final int AT_ONCE = 8;
    private static final Duration ON_A_DESK_WITHIN = Duration.ofSeconds(60);
    /** Working days after the last closing, so that what is never closed runs out too. */
    private static final int LAST_WAIT = 15;

    private final Gateway gateway;
    private final OutsideWorld world;

    private final Labels labels;
    private final Units units;
    private final PrintStream out;
    /** Tells this run's reports from those of an earlier one in the same suite; a report sent again keeps its key. */
    private final String run = UUID.randomUUID().toString();

    Player(Gateway gateway, OutsideWorld world, Labels labels, Units units, PrintStream out) {
        this.gateway = gateway;
        this.world = world;

        this.labels = labels;
        this.units = units;
        this.out = out;
    }

    /** What happens on one day. */
    private record Day(List<Played> arrivals, List<Played> closings) {
        Day() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }

    List<Played> play(List<Arrival> arrivals) {
        var all = arrivals.stream().map(a -> new Played(a, units)).toList();
        var days = new TreeMap<LocalDate, Day>();
        for (var played : all) {
            days.computeIfAbsent(played.receivedOn, d -> new Day()).arrivals().add(played);
            var answeredOn = played.answeredOn;
            if (answeredOn != null) {
                days.computeIfAbsent(answeredOn, d -> new Day()).closings().add(played);
            }
        }
        var progress = new Progress(out, all.size());
        for (var date = days.firstKey(); !date.isAfter(days.lastKey()); date = date.plusDays(1)) {
            var day = days.get(date);
            if (day != null || CityCalendar.works(date)) {
                world.advanceTo(CityCalendar.deskTime(date));
            }
            if (day != null) {
                arrive(day.arrivals());
                day.closings().forEach(Player::checkOrder);
                Together.run(AT_ONCE, perUnit(day.closings(), this::answer));
                progress.day(date, day.arrivals().size(), day.closings().size());
            }
        }
        var end = days.lastKey();
        for (int waited = 0; waited < LAST_WAIT; ) {
            end = end.plusDays(1);
            if (CityCalendar.works(end)) {
                world.advanceTo(CityCalendar.deskTime(end));
                waited++;
            }
        }
        return all;
    }

    private void arrive(List<Played> arrivals) {
        Together.run(AT_ONCE, perUnit(arrivals, this::report));
        var references = arrivals.stream().map(p -> p.reference).collect(Collectors.toSet());
        var onDesks = gateway.awaitOnDesks(references, ON_A_DESK_WITHIN);
        Together.run(AT_ONCE, perUnit(arrivals, played -> accept(played, onDesks)));
    }

    private void report(Played played) {
        var arrival = played.arrival;
        var report = new LinkedHashMap<String, Object>();
        report.put("kind", "CONDUCT");
        report.put("misconduct", labels.misconducts(arrival));
        report.put("text", text(played));
        report.put("language", "EN");
        if (!played.unknownUnit) {
            report.put("agencyCode", played.agency);
        }
        if (!played.phone.isEmpty()) {
            report.put("caller", played.phone);
        }
        var key = "replay-" + run + "-" + arrival.number();
        var receipt =
                switch (labels.door(arrival)) {
                    case WEB -> gateway.complain(report, key);
                    case OPERATOR -> gateway.writeDown(report, key);
                };
        played.reference = receipt.reference();
    }

    private String text(Played played) {
        var unit = played.unknownUnit ? "Command unknown" : units.name(played.agency);
        var kinds = played.arrival.allegations().stream()
                .map(label -> label.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        return "%s. Allegations: %s. Reported by: %s. Record %s."
                .formatted(unit, String.join(", ", kinds), played.arrival.channel(), played.arrival.number());
    }

    private void accept(Played played, Map<String, CaseSeen> onDesks) {
        var seen = Objects.requireNonNull(onDesks.get(played.reference));
        if (seen.inTriage()) {
            played.triaged = true;
            gateway.command(
                    Gateway.TRIAGE,
                    seen,
                    "forward",
                    Map.of(
                            "agencyCode",
                            played.agency,
                            "reason",
                            "No unit is known: the Chief Investigator looks into it."),
                    now -> !now.inTriage());
            seen = gateway.look(seen);
        }
        played.seen = seen;
        played.suiteDueAt = seen.dueAt();
        gateway.command(seen.head(), seen, "accept", Map.of(), now -> !now.isAssigned());
    }

    private void answer(Played played) {
        var seen = gateway.look(Objects.requireNonNull(played.seen));
        gateway.command(
                seen.head(),
                seen,
                "answer",
                Map.of("answer", answerTo(played), "finding", labels.finding(played.arrival)),
                now -> now.state().equals("ANSWERED"));
        played.answeredAt = world.now();
    }

    /** No other message holds these words. */
    static String answerTo(Played played) {
        return "The investigation of record " + played.arrival.number() + " is complete.";
    }

    private static void checkOrder(Played played) {
        if (played.reference.isEmpty()) {
            throw new IllegalStateException("record " + played.arrival.number() + " is closed before it came in");
        }
    }

    /** A unit's one after the other, the units beside each other. */
    private static List<Runnable> perUnit(List<Played> all, Consumer<Played> what) {
        var byUnit = new LinkedHashMap<String, List<Played>>();
        all.forEach(
                p -> byUnit.computeIfAbsent(p.agency, a -> new ArrayList<>()).add(p));
        return byUnit.values().stream()
                .<Runnable>map(list -> () -> list.forEach(what))
                .toList();
    }
}
