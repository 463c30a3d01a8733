package vn.congvu.notify.apology;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.congvu.contracts.AgencyRef;
import vn.congvu.contracts.cases.Subject;
import vn.congvu.contracts.notify.ApologyCause;
import vn.congvu.notify.site.Site;

class LetterTests {
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Site SITE = new Site(
            VIETNAM, URI.create("https://p.example.vn"), "/tra-cuu", "/xin-loi", "/staff/cases/", "/staff/dossiers");
    private static final ApologySettings SETTINGS = new ApologySettings("Tây Ninh", null, "Bảng");
    private static final Instant PUBLISHED = Instant.parse("2026-02-05T02:00:00Z");
    private static final Instant DUE = Instant.parse("2026-02-04T10:00:00Z");
    private static final Instant NEW_DUE = Instant.parse("2026-11-09T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-02-05, ngày 05 tháng 02 năm 2026",
        "2026-01-31, ngày 31 tháng 01 năm 2026",
        "2026-03-09, ngày 09 tháng 3 năm 2026",
        "2026-12-10, ngày 10 tháng 12 năm 2026"
    })
    void datesAreWrittenAsDocumentsWriteThem(LocalDate date, String written) {
        assertThat(VietnameseDates.day(date)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"1, 01/PXL-SNV", "9, 09/PXL-SNV", "10, 10/PXL-SNV", "123, 123/PXL-SNV"})
    void numbersBelowTenHaveAZero(int serial, String number) {
        assertThat(ApologyNumber.of(serial, "SNV")).isEqualTo(number);
    }

    @Test
    void aRescheduledDossierHasReasonNewDateAndTheLongTitle() {
        var letter = letter(Subject.DOSSIER, ApologyCause.RESCHEDULE, 0, "thiếu cán bộ đo đạc");

        assertThat(letter.title()).isEqualTo("VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT");
        assertThat(letter.placeAndDate()).isEqualTo("Tây Ninh, ngày 05 tháng 02 năm 2026");
        assertThat(letter.superior()).isEqualTo("ỦY BAN NHÂN DÂN TỈNH TÂY NINH");
        assertThat(letter.issuer()).isEqualTo("SỞ NỘI VỤ");
        assertThat(letter.signer()).isEqualTo("GIÁM ĐỐC");
        assertThat(letter.addressee()).isEqualTo("Ông/Bà (tổ chức) nộp hồ sơ mã số R-1");
        assertThat(letter.paragraphs())
                .anySatisfy(text -> assertThat(text)
                        .contains("thủ tục “Cấp đổi”", "tiếp nhận ngày 20 tháng 01 năm 2026", "17 giờ 00 phút"))
                .anySatisfy(text -> assertThat(text).contains("Lý do", "thiếu cán bộ đo đạc"))
                .anySatisfy(text -> assertThat(text).contains("17 giờ 00 phút, ngày 09 tháng 11 năm 2026"));
        assertThat(letter.note()).isNull();
    }

    @Test
    void anExtendedCaseHasTheLongTitleToo() {
        assertThat(letter(Subject.CASE, ApologyCause.EXTENSION, 0, "chờ giám định")
                        .title())
                .isEqualTo("VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT");
    }

    @Test
    void aMissIsALetterOfApologyThatSaysItWasMadeByTheSystem() {
        var letter = letter(Subject.CASE, ApologyCause.MISSED_DEADLINE, 2, null);

        assertThat(letter.title()).isEqualTo("THƯ XIN LỖI");
        assertThat(letter.note()).contains("tự động");
        assertThat(String.join(" ", letter.paragraphs())).contains("lần chậm trễ thứ 2", "xin lỗi Ông/Bà");
    }

    @Test
    void everyLetterEndsWithTheSignOfItsEndAndOnlyThere() {
        for (var cause : ApologyCause.values()) {
            for (var subject : Subject.values()) {
                var paragraphs = letter(subject, cause, 1, "lý do").paragraphs();

                assertThat(paragraphs.getLast()).endsWith("./.");
                assertThat(paragraphs.subList(0, paragraphs.size() - 1)).noneMatch(text -> text.contains("./."));
            }
        }
    }

    @Test
    void theHighestBodyStandsAlone() {
        var province = new ApologySettings("Tây Ninh", "Sở Nội vụ", "Bảng");

        assertThat(Letter.of(apology(Subject.CASE, ApologyCause.BY_HAND, 0, "x"), province, SITE)
                        .superior())
                .isNull();
    }

    @Test
    void thePageShowsTextAsTextOnly() {
        var page = new LetterPage();
        var html = page.of(letter(Subject.DOSSIER, ApologyCause.RESCHEDULE, 0, "<script>alert(1)</script> {{number}}"));

        assertThat(html)
                .contains("&lt;script&gt;", "{{number}}", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "<p>Số: 05/PXL-SNV</p>")
                .doesNotContain("<script>");
        assertThat(page.contentSecurityPolicy()).startsWith("default-src 'none'; style-src 'sha256-");
    }

    private static Letter letter(Subject subject, ApologyCause cause, int miss, @Nullable String reason) {
        return Letter.of(apology(subject, cause, miss, reason), SETTINGS, SITE);
    }

    private static Apology apology(Subject subject, ApologyCause cause, int miss, @Nullable String reason) {
        return Apology.publish(
                new Draft(
                        "id",
                        subject,
                        "subject",
                        null,
                        "R-1",
                        new AgencyRef("SNV", "Sở Nội vụ"),
                        cause,
                        miss,
                        "Giám đốc Sở Nội vụ",
                        "Đất đai",
                        "Cấp đổi",
                        Instant.parse("2026-01-20T02:00:00Z"),
                        DUE,
                        NEW_DUE,
                        reason),
                "05/PXL-SNV",
                "SNV:2026:0000005",
                PUBLISHED);
    }

    @Test
    void daysLateAreBegunDays() {
        var missed = apology(Subject.CASE, ApologyCause.MISSED_DEADLINE, 1, null);

        assertThat(List.of(1L, 86_400L, 86_401L, 259_200L).stream()
                        .map(seconds -> missed.daysLate(DUE.plusSeconds(seconds))))
                .containsExactly(1L, 1L, 2L, 3L);
        assertThat(apology(Subject.CASE, ApologyCause.EXTENSION, 0, "x").daysLate(PUBLISHED))
                .isNull();
    }
}
