package vn.congvu.devstack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DemoComplaintTests {
    private static final List<String> CONDUCT = List.of(
            "WORKING_HOURS",
            "NO_BADGE",
            "DRESS",
            "OFFICE_RULES",
            "ATTITUDE",
            "INDIFFERENCE",
            "OBSTRUCTION",
            "REPEATED_RETURNS",
            "LATE_RESULT",
            "NO_APOLOGY",
            "NOT_PUBLISHED",
            "EVASION",
            "VAGUE_REPLY",
            "HARASSMENT",
            "CORRUPTION",
            "DISCLOSURE",
            "OTHER");

    private final List<DemoComplaint> all = DemoComplaint.all();

    @Test
    void coversTheWholeTaxonomyAtLeastTwice() {
        var times = new HashMap<String, Integer>();
        all.forEach(c -> c.expected().misconducts().forEach(m -> times.merge(m, 1, Integer::sum)));

        assertThat(times.keySet()).containsExactlyInAnyOrderElementsOf(CONDUCT);
        assertThat(times.values()).allMatch(n -> n >= 2);
    }

    @Test
    void comesInOfAllKindsByAllDoors() {
        assertThat(all)
                .hasSizeGreaterThanOrEqualTo(60)
                .extracting(DemoComplaint::id)
                .doesNotHaveDuplicates();
        assertThat(all)
                .extracting(c -> c.expected().kind())
                .contains("CONDUCT", "LATE_PROCEDURE", "SUGGESTION", "PRAISE")
                .isSubsetOf("CONDUCT", "LATE_PROCEDURE", "SUGGESTION", "PRAISE");
        assertThat(all).extracting(DemoComplaint::channel).contains(DemoComplaint.Door.values());
        assertThat(all).extracting(DemoComplaint::story).contains(DemoComplaint.Story.values());
        assertThat(all).extracting(c -> c.expected().lookalike()).contains(DemoComplaint.Lookalike.values());
    }

    @Test
    void namesTheAgencyOnlyInWordsMoreOftenThanByCode() {
        assertThat(all.stream().filter(c -> c.agencyCode() == null).count()).isGreaterThan(40);
    }

    @Test
    void isWrittenWithAndWithoutMarksAndAlsoDecomposed() {
        assertThat(texts().filter(t -> t.chars().allMatch(ch -> ch < 128))).hasSizeGreaterThan(10);
        assertThat(texts().filter(t -> !Normalizer.isNormalized(t, Normalizer.Form.NFC)))
                .hasSizeGreaterThan(1);
    }

    @Test
    void expectsOnlyAgenciesThatExist() throws IOException {
        var codes = ProvinceTests.codes(ProvinceTests.rows("agencies"), ProvinceTests.today());
        var communes = ProvinceTests.codes(ProvinceTests.rows("communes"), ProvinceTests.today());
        var fields = ProvinceTests.codes(ProvinceTests.rows("fields"), f -> true);

        assertThat(all).allSatisfy(c -> {
            if (!c.expected().agency().equals(DemoComplaint.TRIAGE)) {
                assertThat(c.expected().agency()).isIn(codes);
            }
            assertThat(Stream.of(c.agencyCode()).filter(Objects::nonNull)).isSubsetOf(codes);
            assertThat(Stream.of(c.communeCode()).filter(Objects::nonNull)).isSubsetOf(communes);
            assertThat(Stream.of(c.field()).filter(Objects::nonNull)).isSubsetOf(fields);
        });
    }

    @Test
    void usesOnlyTelephonesOfNobodyAndNoneTwice() {
        var phones = Stream.concat(
                        all.stream().map(DemoComplaint::from),
                        all.stream()
                                .map(c -> c.reporter() == null
                                        ? null
                                        : c.reporter().get("phone")))
                .filter(Objects::nonNull)
                .toList();

        assertThat(phones).allMatch(p -> p.matches("09000000\\d\\d")).doesNotHaveDuplicates();
    }

    @Test
    void hasAnAnswerExactlyWhereOneIsGiven() {
        assertThat(all).allSatisfy(c -> assertThat(c.story() == DemoComplaint.Story.ANSWERED)
                .isEqualTo(c.answer() != null && c.finding() != null));
    }

    private Stream<String> texts() {
        return all.stream().flatMap(c -> c.texts().stream());
    }
}
