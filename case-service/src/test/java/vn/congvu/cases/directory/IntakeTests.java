package vn.congvu.cases.directory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.congvu.cases.directory.CsvRows.BadRow;
import vn.congvu.cases.directory.CsvRows.UnreadableCsv;

/** What comes in from a CSV file, and what does not. */
class IntakeTests {
    private static final String HEADER =
            "code,name,name_en,level,superior,valid_from,valid_to,successors,former_names,email\n";

    @Test
    void goodRowsComeInAndBadOnesAreNamedWithTheirLine() {
        var intake = agencies("""
                TOP,UBND tỉnh,,PROVINCE,,,,,,
                BAD,Sở không cấp,,DEPARTMEN,TOP,,,,,
                SYT,"Sở
                Y tế",,DEPARTMENT,TOP,,,,,
                ,Không mã,,DEPARTMENT,TOP,,,,,
                S!,Mã lạ,,DEPARTMENT,TOP,,,,,
                SXD,Sở Xây dựng,,DEPARTMENT,NOBODY,,,,,
                SCT,Sở Công Thương,,DEPARTMENT,TOP,01/07/2025,,,,
                STC,Sở Tài chính,,DEPARTMENT,TOP,2025-07-01,2025-06-30,,,
                STP,Sở Tư pháp,,DEPARTMENT,TOP,,
                SYT,Sở Y tế hai,,DEPARTMENT,TOP,,,,,
                SNV,Sở Nội vụ,,DEPARTMENT,TOP,,,,,không phải thư
                """);

        assertThat(intake.files()).containsOnlyKeys("TOP", "SYT");
        assertThat(intake.files().get("SYT")).first().extracting(Agency::name).isEqualTo("Sở Y tế");
        assertThat(intake.refused()).extracting(BadRow::line).containsExactly(3L, 6L, 7L, 8L, 9L, 10L, 11L, 12L, 13L);
        assertThat(intake.refused()).allSatisfy(bad -> {
            assertThat(bad.reason().vi()).isNotBlank();
            assertThat(bad.reason().en()).isNotBlank();
        });
        assertThat(reason(intake, 8)).isEqualTo("Không có cơ quan \"NOBODY\" (superior).");
        assertThat(reason(intake, 11)).isEqualTo("Dòng có 7 ô, tiêu đề có 10 cột.");
        assertThat(reason(intake, 12)).isEqualTo("Trùng với dòng 4.");
    }

    @Test
    void aCircleOfSuperiorsIsRefused() {
        var intake = agencies("""
                TOP,UBND tỉnh,,PROVINCE,,,,,,
                A,Sở A,,DEPARTMENT,B,,,,,
                B,Sở B,,DEPARTMENT,C,,,,,
                C,Sở C,,DEPARTMENT,A,,,,,
                D,Sở D,,DEPARTMENT,D,,,,,
                E,Sở E,,DEPARTMENT,TOP,,,,,
                """);

        assertThat(intake.files()).containsOnlyKeys("TOP", "E");
        assertThat(reason(intake, 3)).contains("vòng");
        assertThat(intake.refused()).hasSize(4);
    }

    @Test
    void superiorsMayChangePlacesOverTime() {
        var intake = agencies("""
                A,Sở A,,DEPARTMENT,B,,2025-06-30,,,
                B,Sở B,,DEPARTMENT,A,2025-07-01,,,,
                B,Sở B,,DEPARTMENT,,,2025-06-30,,,
                A,Sở A,,DEPARTMENT,,2025-07-01,,,,
                """);

        assertThat(intake.refused()).isEmpty();
    }

    @Test
    void rowsThatLeanOnRefusedRowsAreRefusedToo() {
        var intake = agencies("""
                A,Sở A,,NO LEVEL,,,,,,
                B,Sở B,,DEPARTMENT,A,,,,,
                C,Trung tâm C,,CENTRE,B,,,,,
                """);

        assertThat(intake.files()).isEmpty();
        assertThat(intake.refused()).extracting(BadRow::line).containsExactly(2L, 3L, 4L);
    }

    @Test
    void theSameFileAgainChangesNothing() {
        var csv = "TOP,UBND tỉnh,,PROVINCE,,,,,,\nSYT,Sở Y tế,,DEPARTMENT,TOP,,,,,\n";
        var data = Provinces.with(DirectoryData.empty(), new AgencySheet(), (HEADER + csv).getBytes(UTF_8));

        var again = Intake.of(
                new AgencySheet(), CsvRows.read((HEADER + csv).getBytes(UTF_8), new AgencySheet().columns()), data);

        assertThat(again.unchanged()).isEqualTo(2);
        assertThat(again.files()).isEmpty();
    }

    @Test
    void aNewPeriodIsAddedBesideTheOldOne() {
        var data = Provinces.with(
                DirectoryData.empty(),
                new AgencySheet(),
                (HEADER + "SYT,Sở Y tế cũ,,DEPARTMENT,,,,,,\n").getBytes(UTF_8));
        var intake = Intake.of(
                new AgencySheet(),
                CsvRows.read(
                        (HEADER + "SYT,Sở Y tế,,DEPARTMENT,,2026-01-01,,,,\n").getBytes(UTF_8),
                        new AgencySheet().columns()),
                data);

        assertThat(intake.added()).isEqualTo(1);
        assertThat(intake.files().get("SYT")).extracting(Agency::name).containsExactly("Sở Y tế cũ", "Sở Y tế");
    }

    @Test
    void aByteOrderMarkAndOtherLineEndsAreTolerated() {
        var text = "\uFEFF" + (HEADER + "TOP,UBND tỉnh,,PROVINCE,,,,,,\n").replace("\n", "\r\n");

        assertThat(Intake.of(
                                new AgencySheet(),
                                CsvRows.read(text.getBytes(UTF_8), new AgencySheet().columns()),
                                DirectoryData.empty())
                        .files())
                .containsOnlyKeys("TOP");
    }

    @Test
    void anUnclosedQuotationKeepsTheRowsBeforeIt() {
        var intake = agencies(
                "TOP,UBND tỉnh,,PROVINCE,,,,,,\nSYT,\"Sở Y tế,,DEPARTMENT,TOP,,,,,\nSXD,Sở,,DEPARTMENT,TOP,,,,,\n");

        assertThat(intake.files()).containsOnlyKeys("TOP");
        assertThat(intake.refused())
                .hasSize(1)
                .first()
                .extracting(b -> b.reason().vi())
                .asString()
                .contains("ngoặc kép");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            code,name                     | thiếu cột
            x                             | thiếu cột
            """)
    void aFileWithoutTheColumnsIsRefused(String text, String reason) {
        assertThatThrownBy(() -> CsvRows.read(text.getBytes(UTF_8), new AgencySheet().columns()))
                .isInstanceOfSatisfying(
                        UnreadableCsv.class, e -> assertThat(e.reason().vi()).contains(reason));
        assertThatThrownBy(() -> CsvRows.read(new byte[0], new AgencySheet().columns()))
                .isInstanceOf(UnreadableCsv.class);
    }

    @Test
    void anotherEncodingIsRefusedWithTheLine() {
        var bytes = (HEADER + "TOP,UBND t\u00ednh,,PROVINCE,,,,,,\n").getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> CsvRows.read(bytes, new AgencySheet().columns()))
                .isInstanceOfSatisfying(
                        UnreadableCsv.class, e -> assertThat(e.reason().vi()).contains("dòng 2", "UTF-8"));
    }

    @Test
    void namesAreCleanedOfWhatCantBeSeen() {
        var intake = agencies("TOP,UBND\u200B \u202Etỉnh\u0000,,PROVINCE,,,,,,\n");

        assertThat(intake.files().get("TOP")).first().extracting(Agency::name).isEqualTo("UBND tỉnh");
    }

    private static Intake<Agency> agencies(String rows) {
        var sheet = new AgencySheet();
        return Intake.of(sheet, CsvRows.read((HEADER + rows).getBytes(UTF_8), sheet.columns()), DirectoryData.empty());
    }

    private static String reason(Intake<?> intake, long line) {
        return intake.refused().stream()
                .filter(bad -> bad.line() == line)
                .map(bad -> bad.reason().vi())
                .findFirst()
                .orElseThrow();
    }
}
