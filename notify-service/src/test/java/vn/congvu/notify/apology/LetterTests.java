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
import vn.congvu.notify.letter.Letter;
import vn.congvu.notify.letter.Printing;
import vn.congvu.notify.letter.VietnameseDates;
import vn.congvu.notify.site.Site;

class LetterTests {
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Site SITE = new Site(
            VIETNAM,
            URI.create("https://p.example.vn"),
            "/tra-cuu",
            "/xin-loi",
            "/staff/cases/",
            "/staff/dossiers",
            "/staff/apologies",
            "/staff/data-requests/");
    private static final ApologySettings SETTINGS = new ApologySettings("Tây Ninh", null, "Bảng");
    private static final LetterWriter WRITER = new LetterWriter(SETTINGS, SITE);
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
        assertThat(letter.issuer().superior()).isEqualTo("UBND TỈNH TÂY NINH");
        assertThat(letter.issuer().lines()).containsExactly("SỞ NỘI VỤ");
        assertThat(letter.signature().authority()).containsExactly("GIÁM ĐỐC");
        assertThat(letter.addressee()).isEqualTo("Ông/Bà (tổ chức) nộp hồ sơ mã số R-1");
        assertThat(letter.paragraphs())
                .anySatisfy(text -> assertThat(text)
                        .contains(
                                "thủ tục “Cấp đổi”",
                                "Ngày 20 tháng 01 năm 2026, Sở Nội vụ tiếp nhận",
                                "17 giờ 00 phút"))
                .anySatisfy(text -> assertThat(text).contains("Lý do", "thiếu cán bộ đo đạc"))
                .anySatisfy(text -> assertThat(text).contains("17 giờ 00 phút, ngày 09 tháng 11 năm 2026"));
        assertThat(letter.signature().signed()).startsWith("(Đã ký xác nhận");
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
        assertThat(letter.signature().signed()).contains("tự động thay mặt cơ quan");
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

        assertThat(new LetterWriter(province, SITE)
                        .publicCopy(apology(Subject.CASE, ApologyCause.BY_HAND, 0, "x"))
                        .issuer()
                        .superior())
                .isNull();
    }

    @Test
    void thePageShowsTextAsTextOnly() {
        var page = Printing.PAGE;
        var html = page.of(letter(Subject.DOSSIER, ApologyCause.RESCHEDULE, 0, "<script>alert(1)</script> {{number}}"));

        assertThat(html)
                .contains("&lt;script&gt;", "{{number}}", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 05/PXL-SNV")
                .doesNotContain("<script>");
        assertThat(page.contentSecurityPolicy()).startsWith("default-src 'none'; img-src data:; style-src 'sha256-");
    }

    @Test
    void anApologyByHandSaysForWhat() {
        var letter = letter(Subject.DOSSIER, ApologyCause.BY_HAND, 0, "đòi thêm giấy xác nhận");

        assertThat(letter.subjectLine()).isEqualTo("Về việc yêu cầu giấy tờ ngoài quy định");
        assertThat(String.join(" ", letter.paragraphs()))
                .contains("thiếu sót: yêu cầu giấy tờ ngoài quy định", "Cụ thể: đòi thêm");
        assertThat(letter.signature().name()).isEqualTo("Lê Hồng Minh");
    }

    @Test
    void onlyTheSealedCopySaysToWhom() {
        var apology = apology(Subject.DOSSIER, ApologyCause.RESCHEDULE, 0, "thiếu bản đồ");
        var sealed = WRITER.sealedCopy(apology, new LetterWriter.Recipient("Trần Thị C", "0908888801", null));

        assertThat(sealed.addressee()).contains("Trần Thị C");
        assertThat(sealed.reach()).containsExactly("Điện thoại: 0908888801");
        assertThat(WRITER.publicCopy(apology).reach()).isEmpty();
        assertThat(WRITER.publicCopy(apology).toString()).doesNotContain("Trần Thị C", "0908888801");
    }

    @Test
    void aRecordThatWasTamperedWithIsNotIntact() {
        var apology = apology(Subject.CASE, ApologyCause.EXTENSION, 0, "chờ giám định");
        var other = apology(Subject.CASE, ApologyCause.EXTENSION, 0, "chờ xác minh");

        assertThat(apology.intact()).isTrue();
        assertThat(other.verification()).isNotEqualTo(apology.verification());
        var spoken = VerificationCode.spoken(apology.verification());
        assertThat(spoken).matches("XL-[0-9A-Z]{5}-[0-9A-Z]{5}");
        for (var typed : List.of(spoken, spoken.toLowerCase(), " " + spoken.substring(3), spoken.replace("-", " "))) {
            assertThat(VerificationCode.parse(typed)).as(typed).contains(apology.verification());
        }
        assertThat(VerificationCode.parse("XL-00000-00001")).isEmpty();
    }

    private static Letter letter(Subject subject, ApologyCause cause, int miss, @Nullable String reason) {
        return WRITER.publicCopy(apology(subject, cause, miss, reason));
    }

    private static Apology apology(Subject subject, ApologyCause cause, int miss, @Nullable String reason) {
        return apology(subject, cause, miss, reason, null);
    }

    private static Apology apology(
            Subject subject, ApologyCause cause, int miss, @Nullable String reason, @Nullable String superior) {
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
                        reason,
                        cause == ApologyCause.BY_HAND ? ApologyGround.EXTRA_PAPERS : null,
                        cause == ApologyCause.MISSED_DEADLINE ? null : new Draft.Signed("Lê Hồng Minh", PUBLISHED),
                        superior),
                "05/PXL-SNV",
                "SNV:2026:0000005",
                PUBLISHED);
    }

    @Test
    void theDirectSuperiorOfTheDayStandsAboveTheAgencyAndElseTheSetting() {
        var under = apology(Subject.CASE, ApologyCause.MISSED_DEADLINE, 1, null, "Văn phòng UBND tỉnh");

        assertThat(WRITER.publicCopy(under).issuer().superior()).isEqualTo("VĂN PHÒNG UBND TỈNH");
        assertThat(under.intact()).isTrue();
        var unknown = apology(Subject.CASE, ApologyCause.MISSED_DEADLINE, 1, null);
        assertThat(WRITER.publicCopy(unknown).issuer().superior()).isEqualTo("UBND TỈNH TÂY NINH");
        assertThat(under.verification())
                .as("letters of before keep their codes")
                .isEqualTo(unknown.verification());
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
