package vn.congvu.cases.directory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.Misconduct;

/** The product's words for the taxonomy; a province may use others. */
final class MisconductLabels {
    private MisconductLabels() {}

    static Map<Misconduct, Bilingual> defaults() {
        try (var stream = MisconductLabels.class.getResourceAsStream("misconducts.csv")) {
            var csv = CsvRows.read(Objects.requireNonNull(stream).readAllBytes(), List.of("code", "vi", "en"));
            var labels = new EnumMap<Misconduct, Bilingual>(Misconduct.class);
            csv.rows()
                    .forEach(row -> labels.put(
                            Misconduct.valueOf(row.get("code")), new Bilingual(row.get("vi"), row.get("en"))));
            return labels;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Optional<Misconduct> named(String code) {
        return Arrays.stream(Misconduct.values())
                .filter(m -> m.name().equals(code))
                .findFirst();
    }
}
