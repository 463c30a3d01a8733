package vn.congvu.devstack.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.congvu.devstack.play.Csv;

class ProvinceTests {
    private static List<Map<String, String>> agencies;
    private static List<Map<String, String>> offices;
    private static List<Map<String, String>> communes;
    private static List<Map<String, String>> fields;

    @BeforeAll
    static void read() throws IOException {
        agencies = rows("agencies");
        offices = rows("offices");
        communes = rows("communes");
        fields = rows("fields");
    }

    @Test
    void givesEveryAgencyACodeOfItsOwn() {
        assertThat(agencies).extracting(a -> a.get("code")).doesNotHaveDuplicates();
        assertThat(codes(agencies, a -> true)).allMatch(code -> code.matches("[A-Z][A-Z0-9]{0,19}"));
    }

    @Test
    void hasTheDepartmentsOfToday() {
        assertThat(codes(agencies, today().and(a -> !a.get("level").equals("COMMUNE"))))
                .contains(
                        "UBT", "SNV", "STC", "SXD", "SNNMT", "SKHCN", "SCT", "SYT", "SGDDT", "STP", "SVHTTDL", "SDTTG",
                        "TTT", "VPUB", "TTPVHCC");
    }

    @Test
    void hasNinetySixCommunesTodayEachWithItsCommittee() {
        var agencyCodes = codes(agencies, today());
        var now = communes.stream().filter(today()).toList();

        assertThat(now).hasSize(96).extracting(c -> c.get("code")).doesNotHaveDuplicates();
        assertThat(now).allSatisfy(c -> assertThat(c.get("agency"))
                .isEqualTo("C" + c.get("code"))
                .isIn(agencyCodes));
    }

    @Test
    void leadsEverySuperiorToTheTopWithoutACircle() {
        var byCode = agencies.stream().collect(Collectors.toMap(a -> a.get("code"), a -> a));
        assertThat(agencies).allSatisfy(agency -> {
            var seen = new HashSet<String>();
            var at = agency;
            while (!at.get("superior").isEmpty()) {
                assertThat(seen.add(at.get("code"))).isTrue();
                assertThat(byCode).containsKey(at.get("superior"));
                at = byCode.get(at.get("superior"));
            }
        });
    }

    @Test
    void givesEveryAgencyOfTodayOneHeadByTitleOnly() {
        var heads = offices.stream()
                .filter(o -> o.get("post").equals("HEAD"))
                .map(o -> o.get("agency"))
                .toList();

        assertThat(heads).doesNotHaveDuplicates().containsAll(codes(agencies, today()));
        assertThat(offices).extracting(o -> o.get("agency")).isSubsetOf(codes(agencies, a -> true));
        assertThat(offices).extracting(o -> o.get("post")).contains("CHAIR", "MONITOR", "ANTI_CORRUPTION");
        assertThat(offices).allSatisfy(o -> {
            assertThat(o.get("title")).matches("(Phó )?(Giám đốc|Chủ tịch|Chánh|Trưởng phòng|Phòng) .+");
            assertThat(o.get("email")).endsWith("@tayninh.example");
        });
    }

    @Test
    void leadsWhatIsNoMoreToWhatIsThere() {
        var agencyCodes = codes(agencies, today());
        var communeCodes = codes(communes, today());

        assertThat(agencies).filteredOn(today().negate()).isNotEmpty().allSatisfy(a -> assertThat(list(a, "successors"))
                .isNotEmpty()
                .isSubsetOf(agencyCodes));
        assertThat(communes).filteredOn(today().negate()).hasSize(280).allSatisfy(c -> assertThat(list(c, "successors"))
                .isNotEmpty()
                .isSubsetOf(communeCodes));
        assertThat(communes).filteredOn(c -> list(c, "successors").size() > 1).hasSize(21);
    }

    @Test
    void remembersAllTwentyFourDistricts() {
        assertThat(agencies).filteredOn(a -> a.get("level").equals("DISTRICT")).hasSize(24);
        assertThat(communes.stream().filter(today()).flatMap(c -> list(c, "former_names").stream()))
                .contains("Huyện Đức Hòa", "Thị xã Trảng Bàng", "Thành phố Tân An");
    }

    @Test
    void namesTheCompetentDepartmentAndTheWordsOfEachField() {
        assertThat(fields)
                .hasSizeGreaterThanOrEqualTo(20)
                .extracting(f -> f.get("code"))
                .doesNotHaveDuplicates();
        assertThat(fields).allSatisfy(f -> {
            assertThat(f.get("competent")).isIn("COMMUNE", "DEPARTMENT");
            assertThat(f.get("agency")).isIn(codes(agencies, today()));
            assertThat(list(f, "words")).isNotEmpty().doesNotHaveDuplicates();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"agencies", "offices", "communes", "fields", "office-hours", "calendar"})
    void isUnicodeNfcWithoutBlanksAroundCells(String file) throws IOException {
        assertThat(rows(file).stream().flatMap(row -> row.values().stream()))
                .allMatch(cell -> Normalizer.isNormalized(cell, Normalizer.Form.NFC) && cell.equals(cell.strip()));
    }

    @Test
    void knowsEveryDayOnlyOnce() throws IOException {
        var days = rows("calendar");
        assertThat(days).extracting(d -> LocalDate.parse(d.get("date"))).doesNotHaveDuplicates();
        assertThat(days).extracting(d -> d.get("kind")).containsOnly("off", "work");
    }

    static List<Map<String, String>> rows(String file) throws IOException {
        var stream = ProvinceTests.class.getResourceAsStream("/provinces/tay-ninh/" + file + ".csv");
        try (var reader = new InputStreamReader(Objects.requireNonNull(stream, file), UTF_8)) {
            return Csv.read(reader);
        }
    }

    static Predicate<Map<String, String>> today() {
        return row -> row.get("valid_to").isEmpty();
    }

    static Set<String> codes(List<Map<String, String>> rows, Predicate<Map<String, String>> which) {
        return rows.stream().filter(which).map(r -> r.get("code")).collect(Collectors.toSet());
    }

    private static List<String> list(Map<String, String> row, String column) {
        return Stream.of(row.get(column).split(";")).filter(s -> !s.isBlank()).toList();
    }
}
