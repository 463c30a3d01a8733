package vn.congvu.devstack.replay;

import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vn.congvu.devstack.play.Gateway.ApologySeen;
import vn.congvu.devstack.play.Gateway.CaseSeen;
import vn.congvu.devstack.play.Table;

/**
 * What came of it, and whether nothing is missing or double. Compares three accounts: what the player did, what the suite
 * shows, and what the city's calendar says apart from the suite.
 */
final class Reckoning {
    private static final int SHOWN = 5;
    /** Every letter of apology is numbered like 05/PXL-P08, and a message about it names the number. */
    private static final String APOLOGY_NUMBER = "/PXL-";

    private final List<Played> all;
    private final Map<String, List<CaseSeen>> cases;
    private final Map<String, List<ApologySeen>> apologies;

    private final Instant end;

    Reckoning(List<Played> all, List<CaseSeen> cases, List<ApologySeen> board, Instant end) {
        this.all = all;
        this.cases = cases.stream().collect(Collectors.groupingBy(CaseSeen::reference));
        this.apologies = board.stream().collect(Collectors.groupingBy(ApologySeen::reference));

        this.end = end;
    }

    /** @param wrong a few of the complaints it fails for */
    record Check(String claim, int failures, List<String> wrong) {
        boolean holds() {
            return failures == 0;
        }
    }

    List<Check> checks() {
        var references = all.stream().map(p -> p.reference).distinct().count();
        var checks = new ArrayList<Check>();
        checks.add(new Check(
                "every complaint was acknowledged under a reference of its own",
                (int) (all.size() - references),
                List.of()));
        checks.add(check(
                "every acknowledged reference is exactly one case",
                p -> casesOf(p).size() == 1));
        checks.add(check("every case is with the agency it belongs to", p -> casesOf(p).stream()
                .allMatch(c -> c.agency().equals(p.agency))));
        checks.add(check("only complaints without a unit went through triage", p -> p.triaged == p.unknownUnit));
        checks.add(check("every deadline is the one the city's calendar gives", p -> due(p).equals(p.suiteDueAt)));
        checks.add(check("everything the record closed is answered, and nothing else", p -> casesOf(p).stream()
                .allMatch(c -> (p.answeredOn != null) == isAnswered(c))));
        checks.add(check("every missed deadline has exactly one apology", p -> !missed(p) || apologiesOf(p) == 1));
        checks.add(check("nothing in time has an apology", p -> missed(p) || apologiesOf(p) == 0));
        checks.add(check(
                "every caller was told of a missed deadline once, and of nothing else",
                p -> p.phone.isEmpty() || told(p, APOLOGY_NUMBER) == (missed(p) ? 1 : 0)));
        checks.add(check(
                "every caller got the answer once",
                p -> p.phone.isEmpty() || told(p, Player.answerTo(p)) == (p.answeredAt == null ? 0 : 1)));
        return checks;
    }

    /** Apologies that are expected in the end. */
    long misses() {
        return all.stream().filter(this::missed).count();
    }

    void print(PrintStream out) {
        var table = Table.of("unit", "received", "routed", "by triage", "in time", "late", "open late", "apologies");
        var byUnit = new TreeMap<String, List<Played>>();
        all.forEach(
                p -> byUnit.computeIfAbsent(p.agency, a -> new ArrayList<>()).add(p));
        byUnit.forEach((unit, played) -> row(table, unit, played));
        row(table, "all", all);
        table.print(out);
    }

    private void row(Table table, String unit, List<Played> played) {
        table.row(
                unit,
                played.size(),
                count(played, p -> casesOf(p).size() == 1 && !p.triaged),
                count(played, p -> p.triaged),
                count(played, p -> p.answeredAt != null && !missed(p)),
                count(played, p -> p.answeredAt != null && missed(p)),
                count(played, p -> p.answeredAt == null && missed(p)),
                played.stream().mapToInt(this::apologiesOf).sum());
    }

    private Check check(String claim, Predicate<Played> holds) {
        var wrong = all.stream().filter(holds.negate()).toList();
        return new Check(
                claim,
                wrong.size(),
                wrong.stream().limit(SHOWN).map(this::described).toList());
    }

    private String described(Played played) {
        var seen = new HashMap<String, Object>();
        seen.put("due", due(played));
        seen.put("suite's due", Objects.requireNonNullElse(played.suiteDueAt, "none"));
        seen.put("answered", Objects.requireNonNullElse(played.answeredAt, "no"));
        seen.put(
                "cases",
                casesOf(played).stream().map(c -> c.agency() + " " + c.state()).toList());
        seen.put("apologies", apologiesOf(played));
        seen.put("messages", played.messages.size());
        return played.arrival.number() + " " + played.reference + " " + played.agency + " " + seen;
    }

    private Instant due(Played played) {
        return CityCalendar.due(played.receivedOn, Player.RESOLVE_WORKING_DAYS);
    }

    private boolean missed(Played played) {
        return played.missed(due(played), end);
    }

    private static boolean isAnswered(CaseSeen seen) {
        return seen.state().equals("ANSWERED") || seen.state().equals("CLOSED");
    }

    private List<CaseSeen> casesOf(Played played) {
        return cases.getOrDefault(played.reference, List.of());
    }

    private static long told(Played played, String words) {
        return played.messages.stream().filter(m -> m.contains(words)).count();
    }

    private int apologiesOf(Played played) {
        return apologies.getOrDefault(played.reference, List.of()).size();
    }

    private static long count(List<Played> played, Predicate<Played> which) {
        return played.stream().filter(which).count();
    }
}
