package vn.congvu.devstack.replay;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The city's labels in the words of the suite. Labels differ in case, blanks and typing errors: each way of writing is named
 * here, and one that is not is counted and reported, never guessed.
 */
final class Labels {
    /** The doors of the suite that the city's channels come closest to. */
    enum Door {
        WEB,
        OPERATOR
    }

    private static final Map<String, Door> CHANNELS = Map.ofEntries(
            Map.entry("walk in", Door.OPERATOR),
            Map.entry("telephone (or tdd)", Door.OPERATOR),
            Map.entry("telephone(or tdd)", Door.OPERATOR),
            Map.entry("telephone", Door.OPERATOR),
            Map.entry("in-custody", Door.OPERATOR),
            Map.entry("letter", Door.OPERATOR),
            Map.entry("outside agency", Door.OPERATOR),
            Map.entry("outside agendy", Door.OPERATOR),
            Map.entry("online", Door.WEB),
            Map.entry("email", Door.WEB),
            Map.entry("unknown", Door.WEB));

    private static final Set<String> BY_TELEPHONE = Set.of("telephone (or tdd)", "telephone(or tdd)", "telephone");

    /** Police matters that the conduct taxonomy of a province has no word for are OTHER. */
    private static final Map<String, String> ALLEGATIONS = Map.ofEntries(
            Map.entry("procedure", "OFFICE_RULES"),
            Map.entry("demeanor", "ATTITUDE"),
            Map.entry("service", "INDIFFERENCE"),
            Map.entry("harassment", "HARASSMENT"),
            Map.entry("force", "OTHER"),
            Map.entry("property", "OTHER"),
            Map.entry("search", "OTHER"),
            Map.entry("arrest", "OTHER"),
            Map.entry("entry", "OTHER"));

    private static final String SUBSTANTIATED = "SUBSTANTIATED";
    private static final String NOT_SUBSTANTIATED = "NOT_SUBSTANTIATED";
    private static final String UNABLE_TO_ESTABLISH = "UNABLE_TO_ESTABLISH";

    /** "Not Sustained" is the police's word for "neither proved nor disproved". */
    private static final Map<String, String> FINDINGS = Map.ofEntries(
            Map.entry("sustained", SUBSTANTIATED),
            Map.entry("unfounded", NOT_SUBSTANTIATED),
            Map.entry("exonerated", NOT_SUBSTANTIATED),
            Map.entry("no charge", NOT_SUBSTANTIATED),
            Map.entry("not sustained", UNABLE_TO_ESTABLISH),
            Map.entry("inconclusive", UNABLE_TO_ESTABLISH),
            Map.entry("admin. closure", UNABLE_TO_ESTABLISH),
            Map.entry("**pending**", UNABLE_TO_ESTABLISH),
            // only a reporter withdraws; an agency that voids a complaint has established nothing
            Map.entry("void", UNABLE_TO_ESTABLISH));

    private final Map<String, Integer> unknown = new TreeMap<>();

    Door door(Arrival arrival) {
        var door = CHANNELS.get(plain(arrival.channel()));
        return door == null ? unknown("channel", arrival.channel(), Door.OPERATOR) : door;
    }

    static boolean byTelephone(Arrival arrival) {
        return BY_TELEPHONE.contains(plain(arrival.channel()));
    }

    /** One for each allegation's kind, in the order of the record. */
    List<String> misconducts(Arrival arrival) {
        return arrival.allegations().stream()
                .map(label -> {
                    var known = ALLEGATIONS.get(plain(label));
                    return known == null ? unknown("allegation", label, "OTHER") : known;
                })
                .distinct()
                .toList();
    }

    /** Of all allegations together: partly substantiated where some are and some are not. */
    String finding(Arrival arrival) {
        var found = new HashSet<String>();
        for (var label : arrival.findings()) {
            var known = FINDINGS.get(plain(label));
            found.add(known == null ? unknown("finding", label, UNABLE_TO_ESTABLISH) : known);
        }
        if (found.contains(SUBSTANTIATED)) {
            return found.size() == 1 ? SUBSTANTIATED : "PARTLY_SUBSTANTIATED";
        }
        return Stream.of(NOT_SUBSTANTIATED, UNABLE_TO_ESTABLISH)
                .filter(found::contains)
                .findFirst()
                .orElse(UNABLE_TO_ESTABLISH);
    }

    /** What no rule knew, as "column 'label'", and how often it came. */
    synchronized Map<String, Integer> unknown() {
        return Map.copyOf(unknown);
    }

    /** Lower case, blanks collapsed. */
    static String plain(String label) {
        return label.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    private synchronized <T> T unknown(String column, String label, T instead) {
        unknown.merge(column + " '" + label + "'", 1, Integer::sum);
        return instead;
    }
}
