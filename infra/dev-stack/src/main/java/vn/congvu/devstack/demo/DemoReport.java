package vn.congvu.devstack.demo;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vn.congvu.devstack.play.Gateway.ApologySeen;
import vn.congvu.devstack.play.Gateway.CaseSeen;
import vn.congvu.devstack.play.Table;

/** What happened, for the terminal. */
final class DemoReport {
    private final List<Told> told;
    private final Map<String, CaseSeen> cases;
    private final Map<String, Long> apologies;
    private final long ofDossiers;

    DemoReport(List<Told> told, List<CaseSeen> cases, List<ApologySeen> board) {
        this.told = told;
        this.cases = cases.stream().collect(Collectors.toMap(CaseSeen::reference, c -> c, (whole, part) -> whole));
        this.apologies = board.stream().collect(Collectors.groupingBy(ApologySeen::reference, Collectors.counting()));
        this.ofDossiers =
                board.stream().filter(a -> a.subject().equals("DOSSIER")).count();
    }

    void print(PrintStream out) {
        out.println();
        routing(out);
        out.println();
        var table = Table.of("who answers", "complaints", "answered", "open", "elsewhere", "apologies");
        var byAgency = new TreeMap<String, List<Told>>();
        told.forEach(
                t -> byAgency.computeIfAbsent(agency(t), a -> new ArrayList<>()).add(t));
        byAgency.forEach((agency, of) -> row(table, agency, of));
        row(table, "all", told);
        table.print(out);
        out.printf("%nThe public board also apologises for %d dossiers.%n", ofDossiers);
    }

    private void routing(PrintStream out) {
        var routed = told.stream().filter(t -> !t.belongsElsewhere()).toList();
        out.printf(
                "Routing: %d of %d where a person would send them, %d to triage instead, %d elsewhere%n",
                count(routed, Told::routedRight),
                routed.size(),
                count(routed, t -> !t.routedRight() && t.arrived().inTriage()),
                count(routed, t -> !t.routedRight() && !t.arrived().inTriage()));
        routed.stream()
                .filter(t -> !t.routedRight())
                .forEach(t -> out.printf(
                        "  %s %s: %s, expected %s: %s%n",
                        t.complaint().id(),
                        t.reference(),
                        t.routedTo(),
                        t.complaint().expected().agency(),
                        words(t)));
    }

    private void row(Table table, String agency, List<Told> of) {
        table.row(
                agency,
                of.size(),
                count(of, t -> List.of("ANSWERED", "CLOSED").contains(state(t))),
                count(of, t -> List.of("TRIAGE", "ASSIGNED", "ACCEPTED", "WAITING", "REOPENED")
                        .contains(state(t))),
                count(of, t -> state(t).equals("HANDED_OVER")),
                of.stream()
                        .mapToLong(t -> apologies.getOrDefault(t.reference(), 0L))
                        .sum());
    }

    private String agency(Told told) {
        var seen = cases.getOrDefault(told.reference(), told.arrived());
        return seen.agency().isEmpty() ? "Home Affairs, to be sorted" : seen.agencyName();
    }

    private String state(Told told) {
        return cases.getOrDefault(told.reference(), told.arrived()).state();
    }

    private static String words(Told told) {
        var text = told.complaint().texts().getFirst();
        return text.length() <= 70 ? text : text.substring(0, 70) + "…";
    }

    private static long count(List<Told> told, Predicate<Told> which) {
        return told.stream().filter(which).count();
    }
}
