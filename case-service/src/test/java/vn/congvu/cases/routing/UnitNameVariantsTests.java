package vn.congvu.cases.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.congvu.cases.directory.Commune;
import vn.congvu.cases.directory.Directories;
import vn.congvu.cases.directory.Directory;
import vn.congvu.cases.routing.Routing.Assigned;

/** Official names as three public lists spell them: each is found by each other spelling, searched for and read in a text. */
class UnitNameVariantsTests {
    private static final Path VARIANTS = Path.of("src/test/resources/routing/unit-name-variants.csv");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 16);
    /** "Phó Bảng" and "Phố Bảng" differ in a tone, "Xa Ea Kly" in its type: two names, of which a text is only sure of its own. */
    private static final String ANOTHER_NAME = "spelling-or-type-or-missing";

    record Pair(String code, String official, String written, String kind) {
        @Override
        public String toString() {
            return code + " " + official + " / " + written + " (" + kind + ")";
        }
    }

    static Stream<Pair> pairs() throws IOException {
        var pairs = new ArrayList<Pair>();
        for (var row : rows()) {
            for (var official : spellings(row)) {
                for (var written : spellings(row)) {
                    pairs.add(new Pair(row.get("code"), official, written, row.get("kinds")));
                    pairs.add(new Pair(
                            row.get("code"),
                            official,
                            Normalizer.normalize(written, Normalizer.Form.NFD),
                            row.get("kinds")));
                }
            }
        }
        return pairs.stream().distinct();
    }

    private static List<CSVRecord> rows() throws IOException {
        try (var reader = Files.newBufferedReader(VARIANTS)) {
            return CSVFormat.DEFAULT
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(reader)
                    .getRecords();
        }
    }

    private static List<String> spellings(CSVRecord row) {
        return Stream.of("thanglequoc", "vietnam_address_kit", "cas_so")
                .map(row::get)
                .filter(name -> !name.isBlank())
                .distinct()
                .toList();
    }

    @Test
    void everyRowOfTheListIsProved() throws IOException {
        assertThat(rows()).hasSize(31).allSatisfy(row -> assertThat(spellings(row))
                .isNotEmpty());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pairs")
    void isFoundHoweverItIsSpelt(Pair pair) {
        var view = with(pair).on(DAY);

        assertThat(view.findCommunes(pair.written(), 5))
                .extracting(Commune::code)
                .containsExactly(pair.code());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pairs")
    void isReadInATextHoweverItIsSpelt(Pair pair) {
        var router = new Router(with(pair));
        boolean sure = !pair.kind().equals(ANOTHER_NAME) || pair.official().equals(nfc(pair.written()));

        var marked = router.route(about("Cán bộ UBND " + pair.written() + " quát mắng người dân"));
        var unmarked = router.route(about("can bo ubnd " + bare(pair.written()) + " quat mang nguoi dan"));

        if (sure) {
            assertThat(marked)
                    .isInstanceOfSatisfying(
                            Assigned.class, to -> assertThat(to.agency().code()).isEqualTo("C" + pair.code()));
        }
        assertThat(unmarked)
                .isInstanceOfSatisfying(
                        Assigned.class, to -> assertThat(to.agency().code()).isEqualTo("C" + pair.code()));
    }

    private static Directory with(Pair pair) {
        var name = pair.official().replaceAll("\\s+", " ");
        return Directories.ofCommune(pair.code(), name);
    }

    private static RoutingQuestion about(String text) {
        return new RoutingQuestion(null, null, null, null, null, null, text, false, DAY, 0);
    }

    private static String nfc(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private static String bare(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replace('Đ', 'D')
                .replace('đ', 'd');
    }
}
