package vn.congvu.cases.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.congvu.contracts.Office;

class DirectoryViewTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 16);
    private final DirectoryView tayNinh = Provinces.tayNinh().on(TODAY);

    @ParameterizedTest(name = "on {0} {1} answers")
    @CsvSource({
        "2026-11-01, Giám đốc Sở Y tế",
        "2026-11-02, Phó Giám đốc Sở Y tế",
        "2026-11-03, Giám đốc Sở Y tế", // all are away: the responsibility stays with the head
        "2026-11-04, Phó Giám đốc Sở Y tế",
        "2026-11-05, Quyền Giám đốc Sở Y tế",
        "2026-11-07, Giám đốc Sở Y tế",
    })
    void respectsLeaveAndActingHeads(LocalDate day, String title) {
        assertThat(Directories.withAHeadOnLeave().on(day).head("SYT"))
                .map(Office::title)
                .contains(title);
    }

    @Test
    void aVacantOfficeHasNoHeadEvenWithADeputy() {
        var view = Directories.withAVacantHead().on(TODAY);

        assertThat(view.head("CENTRE")).isEmpty();
        assertThat(view.head("MIDDLE")).isEmpty();
        assertThat(Directories.withAVacantHead().on(LocalDate.of(2026, 1, 31)).head("MIDDLE"))
                .isPresent();
    }

    @Test
    void anAgencyIsThereFromItsFirstToItsLastDay() {
        var directory = Directories.beforeAndAfterAMerger();

        assertThat(directory.on(LocalDate.of(2025, 2, 28)).agency("OLD")).isPresent();
        assertThat(directory.on(LocalDate.of(2025, 2, 28)).agency("NEW")).isEmpty();
        assertThat(directory.on(LocalDate.of(2025, 3, 1)).agency("OLD")).isEmpty();
        assertThat(directory.on(LocalDate.of(2025, 3, 1)).known("OLD")).isPresent();
        assertThat(directory.on(LocalDate.of(2025, 3, 1)).successors("OLD"))
                .extracting(Agency::code)
                .containsExactly("NEW");
    }

    @Test
    void knowsTheChairAndTheMonitors() {
        assertThat(tayNinh.chair()).map(Office::title).contains("Chủ tịch UBND tỉnh");
        assertThat(tayNinh.chair()).map(Office::role).contains("MONITOR");
        assertThat(tayNinh.monitors()).extracting(Office::agencyCode).containsOnly("SNV");
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', textBlock = """
            so xay dung                   | SXD
            Sở Xây dựng                   | SXD
            sxd                           | SXD
            SXD                           | SXD
            so gtvt                       | SXD
            giao thông vận tải            | SXD
            lao dong thuong binh          | SNV
            ubnd phuong tan ninh          | C25459
            uy ban nhan dan phuong tan ni | C25459
            UBND tỉnh                     | UBT
            hành chính công               | TTPVHCC
            đất đai                       | VPDKDD
            UBND huyện Bến Cầu            | C25681
            """)
    void findsAgenciesHoweverTheyAreWritten(String words, String first) {
        assertThat(tayNinh.find(words)).first().extracting(Agency::code).isEqualTo(first);
        assertThat(tayNinh.find(Normalizer.normalize(words, Normalizer.Form.NFD)))
                .isEqualTo(tayNinh.find(words));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "{\"$ne\":\"\"}", "zzz", "\u0000", ".*", "(((((", "😀", "sở sở sở sở"})
    void findsNothingForNothing(String words) {
        assertThat(tayNinh.find(words)).isEmpty();
        assertThat(tayNinh.findCommunes(words, 5)).isEmpty();
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({
        "tan ninh, 25459",
        "Phường Tân Ninh, 25459",
        "hoa thanh, 25645",
        "Hoà Thành, 25645",
        "moc hoa, 27823",
        "hoa khanh dong, 27979",
    })
    void findsCommunesByTheirNamesOfTodayAndFormerTimes(String words, String code) {
        assertThat(tayNinh.findCommunes(words, 5)).extracting(Commune::code).contains(code);
        assertThat(tayNinh.findCommunes(words, 5))
                .first()
                .extracting(Commune::code)
                .isEqualTo(code);
    }

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource({
        "Thuận Hòa, Thuận Hoà",
        "Nguyễn Úy, Nguyễn Uý",
        "Sơn Thủy, Sơn Thuỷ",
        "Ea H'Leo, Ea H’Leo",
        "M'Drắk, M’Drắk",
        "Mỹ Quý, Mĩ Quí",
        "Đức Hòa, Duc Hoa",
    })
    void spellingsOfAUnitAreOne(String official, String other) {
        var name = Word.of(official);
        var text = Word.of(other);

        assertThat(text).hasSameSizeAs(name);
        for (int i = 0; i < name.size(); i++) {
            assertThat(text.get(i).canMean(name.get(i)))
                    .as("%s %s", text.get(i), name.get(i))
                    .isTrue();
        }
    }

    @ParameterizedTest(name = "{0} is not {1}")
    @CsvSource({"không, khống", "hòa, hoa", "tịnh, tĩnh", "đức, dục", "sổ, sở"})
    void otherMarksAreAnotherWord(String text, String name) {
        assertThat(Word.of(text).getFirst().canMean(Word.of(name).getFirst())).isFalse();
    }

    @Test
    void aCommuneThatWasDividedHasSeveralAgencies() {
        assertThat(tayNinh.agenciesOfCommune("25513")).extracting(Agency::code).containsExactly("C25510", "C25549");
        assertThat(tayNinh.agenciesOfCommune("25459")).extracting(Agency::code).containsExactly("C25459");
        assertThat(tayNinh.agenciesOfCommune("nowhere")).isEmpty();
    }
}
