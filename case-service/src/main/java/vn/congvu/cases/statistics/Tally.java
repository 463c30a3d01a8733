package vn.congvu.cases.statistics;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.congvu.cases.casefile.CaseFact;

/**
 * So many of something.
 *
 * @param day on which it happened, ISO 8601, which sorts as it reads; for {@link What#DUE} the {@link DueMinute}; absent for what
 *     simply is so
 * @param label which misconduct, channel or verdict
 * @param workingDays that an answer took
 * @param hiddenFrom codes of agencies that must not see the cases, not even as a number
 */
record Tally(
        What what,
        @Nullable String day,
        @Nullable String agency,
        @Nullable String label,
        int workingDays,
        boolean late,
        List<String> hiddenFrom,
        long count) {
    enum What {
        OPEN,
        /** Open and to be settled within a minute. */
        DUE,
        TRIAGE,
        FLAGGED,
        RECEIVED,
        CHANNEL,
        MISCONDUCT,
        ANSWERED,
        /** The reporter's verdict; the two below are of those who gave a score. */
        RATED,
        SCORED,
        POINTS,
        APOLOGY,
        PRAISE
    }

    /** The same few words are in very many tallies: each is kept once. */
    Tally {
        hiddenFrom = List.copyOf(hiddenFrom);
        day = once(day);
        agency = once(agency);
        label = once(label);
    }

    /** Everything that these cases add to the statistics, each kind once. */
    static List<Tally> of(Iterable<CaseFact> cases, ZoneId zone) {
        return of(use -> cases.forEach(use), zone);
    }

    /** @param cases gives each to whom it is told, so that a large day need not be in memory */
    static List<Tally> of(Consumer<Consumer<CaseFact>> cases, ZoneId zone) {
        Map<Tally, Long> counts = new LinkedHashMap<>();
        cases.accept(one -> of(one, zone, tally -> counts.merge(tally.kind(), tally.count, Long::sum)));
        return counts.entrySet().stream()
                .map(entry -> entry.getKey().counted(entry.getValue()))
                .toList();
    }

    private static void of(CaseFact one, ZoneId zone, Consumer<Tally> add) {
        var hidden = one.hiddenFrom().stream().sorted().toList();
        var received = day(one.receivedAt(), zone);
        boolean praise = one.kind().equals("PRAISE");
        if (one.open()) {
            add.accept(plain(What.OPEN, null, one.agency(), null, hidden));
        }
        var due = one.dueAt();
        if (one.open() && due != null) {
            add.accept(plain(What.DUE, DueMinute.of(due), one.agency(), null, hidden));
        }
        if (one.state().equals("TRIAGE")) {
            add.accept(plain(What.TRIAGE, null, null, null, hidden));
        }
        if (one.flagged() && !one.state().equals("CLOSED")) {
            add.accept(plain(What.FLAGGED, null, one.agency(), null, hidden));
        }
        add.accept(plain(What.RECEIVED, received, null, null, hidden));
        add.accept(plain(What.CHANNEL, received, null, one.channel(), hidden));
        one.misconducts().stream()
                .distinct()
                .forEach(conduct -> add.accept(plain(What.MISCONDUCT, received, null, conduct, hidden)));
        if (praise && !one.joined() && !one.state().equals("WITHDRAWN") && one.agency() != null) {
            add.accept(plain(What.PRAISE, received, one.agency(), null, hidden));
        }
        var answer = one.answered();
        // one that was reopened and then handed over was not settled here
        if (answer != null && !one.joined() && !praise && !one.state().equals("HANDED_OVER")) {
            add.accept(new Tally(
                    What.ANSWERED,
                    day(answer.at(), zone),
                    answer.by(),
                    null,
                    answer.workingDays(),
                    answer.late(),
                    hidden,
                    1));
        }
        rated(one, zone, hidden, add);
        // whoever was late apologised, whoever answers since
        one.apologies()
                .forEach(apology -> add.accept(plain(
                        What.APOLOGY,
                        day(apology.at(), zone),
                        apology.by() == null ? one.agency() : apology.by(),
                        null,
                        hidden)));
    }

    private static void rated(CaseFact one, ZoneId zone, List<String> hidden, Consumer<Tally> add) {
        var rating = one.rated();
        if (rating == null) {
            return;
        }
        var day = day(rating.at(), zone);
        add.accept(plain(What.RATED, day, null, rating.solved(), hidden));
        var score = rating.score();
        if (score != null && score > 0) {
            add.accept(plain(What.SCORED, day, null, rating.solved(), hidden));
            add.accept(plain(What.POINTS, day, null, rating.solved(), hidden).counted(score));
        }
    }

    private static Tally plain(
            What what, @Nullable String day, @Nullable String agency, @Nullable String label, List<String> hidden) {
        return new Tally(what, day, agency, label, 0, false, hidden, 1);
    }

    /** The same for all that count the same thing. */
    Tally kind() {
        return counted(0);
    }

    Tally counted(long count) {
        return new Tally(what, day, agency, label, workingDays, late, hiddenFrom, count);
    }

    Tally plus(Tally more) {
        return counted(count + more.count);
    }

    boolean seenBy(@Nullable String agency) {
        return agency == null || !hiddenFrom.contains(agency);
    }

    private static @Nullable String once(@Nullable String word) {
        return word == null ? null : word.intern();
    }

    private static String day(Instant at, ZoneId zone) {
        return at.atZone(zone).toLocalDate().toString();
    }
}
