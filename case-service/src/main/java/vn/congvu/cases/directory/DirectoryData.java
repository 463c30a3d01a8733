package vn.congvu.cases.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything the directory holds of all times, each list under its agency's, commune's or field's code. */
record DirectoryData(
        Map<String, List<Agency>> agencies,
        Map<String, List<Posting>> postings,
        Map<String, List<Commune>> communes,
        Map<String, List<Field>> fields) {
    private static final int DEEPEST = 20;

    static DirectoryData empty() {
        return new DirectoryData(Map.of(), Map.of(), Map.of(), Map.of());
    }

    DirectoryView on(LocalDate date) {
        return DirectoryView.of(date, all(agencies), all(postings), all(communes), all(fields));
    }

    private static <P> List<P> all(Map<String, List<P>> files) {
        return files.values().stream().flatMap(List::stream).toList();
    }

    /** Whether the agency would be above itself on some day of the period, or stand absurdly deep. */
    boolean aboveItself(Agency period) {
        return period.superior() != null
                && leadsTo(period.code(), period.superior(), period.since(), period.until(), 1);
    }

    private boolean leadsTo(String code, String above, LocalDate from, LocalDate to, int depth) {
        if (above.equals(code) || depth > DEEPEST) {
            return true;
        }
        var periods = agencies.getOrDefault(above, List.of());
        for (int i = 0; i < periods.size(); i++) {
            var period = periods.get(i);
            var start = later(from, period.since());
            var end = earlier(to, earlier(period.until(), nextStart(periods, i)));
            var superior = period.superior();
            if (!start.isAfter(end) && superior != null && leadsTo(code, superior, start, end, depth + 1)) {
                return true;
            }
        }
        return false;
    }

    /** Periods are kept in the order of their starts, and a later one replaces an earlier one that was left open. */
    private static LocalDate nextStart(List<Agency> periods, int i) {
        return i + 1 < periods.size() ? before(periods.get(i + 1).since()) : LocalDate.MAX;
    }

    private static LocalDate before(LocalDate date) {
        return date.equals(LocalDate.MIN) ? date : date.minusDays(1);
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }

    boolean hasAgency(@Nullable String code) {
        return code == null || agencies.containsKey(code);
    }
}
