package vn.congvu.devstack.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import vn.congvu.devstack.play.Csv;

/** Reads the recorded complaints in the order in which they came. */
final class Arrivals {
    private static final String RECORDED = "/replay/conduct-complaints-detroit.csv.gz";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu/MM/dd");

    private Arrivals() {}

    /** Every complaint, by the day it was received and then by number. */
    static List<Arrival> all() throws IOException {
        var stream = Objects.requireNonNull(Arrivals.class.getResourceAsStream(RECORDED), RECORDED);
        try (var reader = new InputStreamReader(new GZIPInputStream(stream), UTF_8)) {
            return of(Csv.read(reader));
        }
    }

    static List<Arrival> of(List<Map<String, String>> allegations) {
        var together = new LinkedHashMap<String, List<Map<String, String>>>();
        allegations.forEach(row -> together.computeIfAbsent(cell(row, "complaint"), n -> new ArrayList<>())
                .add(row));
        return together.values().stream()
                .map(Arrivals::one)
                .sorted(Comparator.comparing(Arrival::received).thenComparing(Arrival::number))
                .toList();
    }

    private static Arrival one(List<Map<String, String>> rows) {
        var first = rows.getFirst();
        var received = rows.stream()
                .map(r -> day(r, "received"))
                .min(Comparator.naturalOrder())
                .orElseThrow();
        var closed = rows.stream()
                .map(r -> day(r, "closed"))
                .filter(day -> Arrival.possible(received, day))
                .max(Comparator.naturalOrder())
                .orElse(null);
        return new Arrival(
                cell(first, "complaint"),
                received,
                cell(first, "channel"),
                rows.stream().map(r -> cell(r, "unit")).toList(),
                rows.stream().map(r -> cell(r, "allegation")).toList(),
                rows.stream().map(r -> cell(r, "finding")).toList(),
                closed);
    }

    private static LocalDate day(Map<String, String> row, String column) {
        return LocalDate.parse(cell(row, column), DAY);
    }

    private static String cell(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column), column);
    }
}
