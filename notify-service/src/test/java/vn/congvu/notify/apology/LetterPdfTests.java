package vn.congvu.notify.apology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.congvu.contracts.AgencyRef;
import vn.congvu.contracts.cases.Subject;
import vn.congvu.contracts.notify.ApologyCause;
import vn.congvu.notify.letter.Letter;
import vn.congvu.notify.letter.Printing;
import vn.congvu.notify.site.Site;

/** What a reader, a search and a screen reader find in the PDF. Pictures of the pages are in {@code target/letters}. */
class LetterPdfTests {
    private static final Site SITE = new Site(
            ZoneId.of("Asia/Ho_Chi_Minh"),
            URI.create("https://phananh.example.vn"),
            "/tra-cuu",
            "/xin-loi",
            "/staff/cases/",
            "/staff/dossiers",
            "/staff/apologies",
            "/staff/data-requests/");
    private static final LetterWriter WRITER = new LetterWriter(new ApologySettings("Tây Ninh", null, "Bảng"), SITE);
    private static final Instant PUBLISHED = Instant.parse("2026-02-05T02:00:00Z");
    private static final float MILLIMETRE = 72 / 25.4f;
    private static final AgencyRef LAND = new AgencyRef("SNNMT", "Sở Nông nghiệp và Môi trường");
    private static final AgencyRef COMMUNE = new AgencyRef("X25486", "UBND xã Tân Đông");
    private static final String PROCEDURE =
            "Đăng ký biến động quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất trong"
                    + " các trường hợp chuyển đổi, chuyển nhượng, cho thuê, cho thuê lại, thừa kế, tặng cho, góp vốn";

    @Test
    void everyWordCanBeSelectedAndSearchedInNfc() throws IOException {
        var letter = WRITER.publicCopy(rescheduled("Bảng chữ: " + vietnameseLetters()));
        try (var pdf = print(letter, "chu-cai")) {
            var text = flat(new PDFTextStripper().getText(pdf));

            assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC)).isTrue();
            assertThat(text).contains(flat(vietnameseLetters()));
            letter.paragraphs().forEach(paragraph -> assertThat(text).contains(flat(paragraph)));
            assertThat(text)
                    .contains(
                            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                            "Độc lập - Tự do - Hạnh phúc",
                            "UBND TỈNH TÂY NINH",
                            "Số: 05/PXL-SNNMT",
                            "Tây Ninh, ngày 05 tháng 02 năm 2026",
                            "Nơi nhận:",
                            letter.check().code());
        }
    }

    @Test
    void itIsAnA4PageWithTheMarginsOfADocument() throws IOException {
        try (var pdf = print(WRITER.publicCopy(rescheduled("thiếu bản đồ địa chính")), "hen-lai")) {
            var box = pdf.getPage(0).getMediaBox();
            assertThat(box.getWidth()).isCloseTo(210 * MILLIMETRE, within(0.5f));
            assertThat(box.getHeight()).isCloseTo(297 * MILLIMETRE, within(0.5f));
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            var letters = new Letters(pdf, 1);
            assertThat(letters.left()).isBetween(30 * MILLIMETRE, 35 * MILLIMETRE);
            assertThat(letters.right()).isBetween((210 - 20) * MILLIMETRE, (210 - 15) * MILLIMETRE + 0.5f);
            assertThat(letters.top()).isGreaterThan(20 * MILLIMETRE);
            assertThat(letters.bottom()).isLessThan((297 - 20) * MILLIMETRE);
            assertThat(letters.lineOf("Rất mong nhận").getFirst().getXDirAdj())
                    .isCloseTo(30 * MILLIMETRE + 12.7f * MILLIMETRE, within(1f));
            assertThat(letters.lineOf("Rất mong nhận").getFirst().getYScale()).isCloseTo(14, within(0.2f));
        }
    }

    @Test
    void pagesAreNumberedFromTheSecondInTheMiddleOfTheTopMargin() throws IOException {
        var reason =
                "Hồ sơ phải xác minh lại nguồn gốc sử dụng đất qua nhiều thời kỳ, đối chiếu với sổ mục kê và bản đồ cũ; "
                        .repeat(24);
        try (var pdf = print(WRITER.publicCopy(rescheduled(reason)), "hai-trang")) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(2);
            var second = new Letters(pdf, 2);
            var number = second.lines().getFirst();
            assertThat(text(number)).isEqualTo("2");
            assertThat(number.getFirst().getYDirAdj()).isLessThan(20 * MILLIMETRE);
            assertThat(number.getFirst().getXDirAdj()).isCloseTo((30 + 165 / 2f) * MILLIMETRE, within(5f));
            assertThat(new Letters(pdf, 1).top()).isGreaterThan(20 * MILLIMETRE);
        }
    }

    @Test
    void fontsAreEmbeddedAndThePdfIsTagged() throws IOException {
        try (var pdf = print(WRITER.publicCopy(missed(COMMUNE, 2)), "qua-han-lan-2")) {
            var fonts = new ArrayList<String>();
            for (var page : pdf.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    var font = page.getResources().getFont(name);
                    fonts.add(font.getName());
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                }
            }
            assertThat(fonts).isNotEmpty().allMatch(font -> font.contains("LiberationSerif"));
            var catalog = pdf.getDocumentCatalog();
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getStructureTreeRoot()).isNotNull();
            assertThat(catalog.getLanguage()).isEqualTo("vi");
            assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("THƯ XIN LỖI số 05/PXL-X25486");
            var meta = new String(catalog.getMetadata().toByteArray(), StandardCharsets.UTF_8);
            assertThat(meta).contains("pdfuaid", "pdfaid");
        }
    }

    @Test
    void theQrCodeOpensThePublicEntry() throws Exception {
        var apology = missed(LAND, 1);
        var letter = WRITER.publicCopy(apology);
        try (var pdf = print(letter, "qua-han")) {
            var picture = new PDFRenderer(pdf).renderImageWithDPI(0, 300);
            assertThat(decode(picture))
                    .isEqualTo("https://phananh.example.vn/xin-loi/xac-minh?ma="
                            + letter.check().code());
        }
    }

    @Test
    void everyKindOfLetterHasAPicture() throws IOException {
        print(
                        WRITER.sealedCopy(
                                rescheduled("thiếu bản đồ địa chính"),
                                new LetterWriter.Recipient(
                                        "Công ty TNHH Một Thành Viên Xây Dựng và Thương Mại Phước Đông",
                                        "0908 888 801",
                                        "lienhe@congty.example")),
                        "ban-gui-rieng")
                .close();
        print(
                        WRITER.publicCopy(apology(
                                Subject.CASE,
                                COMMUNE,
                                ApologyCause.BY_HAND,
                                0,
                                "công chức đã nói năng thiếu tôn trọng")),
                        "tu-nguyen")
                .close();
        print(
                        WRITER.publicCopy(
                                apology(Subject.CASE, LAND, ApologyCause.EXTENSION, 0, "chờ kết quả giám định")),
                        "gia-han")
                .close();
        print(
                        WRITER.draft(
                                draft(Subject.DOSSIER, LAND, ApologyCause.RESCHEDULE, 0, "thiếu bản đồ"), PUBLISHED),
                        "xem-truoc")
                .close();
        var corrected = rescheduled("thiếu bản đồ")
                .with(new Apology.Correction(
                        "Ngày hẹn đúng là 12/3/2026.", PUBLISHED, "Giám đốc Sở Nông nghiệp và Môi trường", false));
        print(WRITER.publicCopy(corrected), "dinh-chinh").close();

        assertThat(Files.list(Path.of("target/letters"))
                        .filter(file -> file.toString().endsWith(".png")))
                .hasSizeGreaterThanOrEqualTo(5);
    }

    private static PDDocument print(Letter letter, String name) throws IOException {
        var bytes = Printing.PDF.of(letter);
        var folder = Files.createDirectories(Path.of("target/letters"));
        Files.write(folder.resolve(name + ".pdf"), bytes);
        var pdf = Loader.loadPDF(bytes);
        var renderer = new PDFRenderer(pdf);
        for (int page = 0; page < pdf.getNumberOfPages(); page++) {
            ImageIO.write(
                    renderer.renderImageWithDPI(page, 96),
                    "png",
                    folder.resolve(name + "-" + (page + 1) + ".png").toFile());
        }
        return pdf;
    }

    private static String decode(BufferedImage picture) throws Exception {
        int[] pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        var source = new RGBLuminanceSource(picture.getWidth(), picture.getHeight(), pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)), Map.of(DecodeHintType.TRY_HARDER, true))
                .getText();
    }

    /** The letters of a page in lines, from the top. */
    private static final class Letters extends PDFTextStripper {
        private final List<List<TextPosition>> lines = new ArrayList<>();

        Letters(PDDocument pdf, int page) throws IOException {
            setSortByPosition(true);
            setStartPage(page);
            setEndPage(page);
            getText(pdf);
        }

        @Override
        protected void writeString(String text, List<TextPosition> positions) {
            lines.add(positions.stream()
                    .filter(position -> !position.getUnicode().isBlank())
                    .toList());
        }

        List<List<TextPosition>> lines() {
            return lines.stream().filter(line -> !line.isEmpty()).toList();
        }

        List<TextPosition> lineOf(String beginning) {
            return lines().stream()
                    .filter(line -> text(line).startsWith(beginning.replace(" ", "")))
                    .findFirst()
                    .orElseThrow();
        }

        float left() {
            return (float)
                    all().stream().mapToDouble(TextPosition::getXDirAdj).min().orElseThrow();
        }

        float right() {
            return (float) all().stream()
                    .mapToDouble(one -> one.getXDirAdj() + one.getWidthDirAdj())
                    .max()
                    .orElseThrow();
        }

        float top() {
            return (float)
                    all().stream().mapToDouble(TextPosition::getYDirAdj).min().orElseThrow();
        }

        float bottom() {
            return (float)
                    all().stream().mapToDouble(TextPosition::getYDirAdj).max().orElseThrow();
        }

        private List<TextPosition> all() {
            return lines().stream().flatMap(List::stream).toList();
        }
    }

    private static String text(List<TextPosition> line) {
        return String.join("", line.stream().map(TextPosition::getUnicode).toList());
    }

    private static String flat(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static String vietnameseLetters() {
        var letters = new StringBuilder("đ Đ");
        for (var vowel : "a ă â e ê i o ô ơ u ư y".split(" ")) {
            for (var tone : List.of("", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323")) {
                var letter = Normalizer.normalize(vowel + tone, Normalizer.Form.NFC);
                letters.append(' ').append(letter).append(' ').append(letter.toUpperCase(Locale.of("vi")));
            }
        }
        return letters.toString();
    }

    private static Apology rescheduled(String reason) {
        return apology(Subject.DOSSIER, LAND, ApologyCause.RESCHEDULE, 0, reason);
    }

    private static Apology missed(AgencyRef agency, int miss) {
        return apology(Subject.DOSSIER, agency, ApologyCause.MISSED_DEADLINE, miss, null);
    }

    private static Apology apology(
            Subject subject, AgencyRef agency, ApologyCause cause, int miss, @Nullable String reason) {
        return Apology.publish(
                draft(subject, agency, cause, miss, reason),
                "05/PXL-" + agency.code(),
                agency.code() + ":2026:0000005",
                PUBLISHED);
    }

    private static Draft draft(
            Subject subject, AgencyRef agency, ApologyCause cause, int miss, @Nullable String reason) {
        return new Draft(
                "0b9f3d52-8f0b-5c0e-9d8e-3f6f5a2b1c4d",
                subject,
                "subject",
                null,
                subject == Subject.CASE ? "7K3F9QXM2D" : "H51.24-260105-0001",
                agency,
                cause,
                miss,
                agency.equals(COMMUNE) ? "Phó Chủ tịch UBND xã Tân Đông" : "Giám đốc " + agency.name(),
                "dat-dai",
                subject == Subject.CASE ? null : PROCEDURE,
                Instant.parse("2026-01-20T02:00:00Z"),
                Instant.parse("2026-02-04T10:00:00Z"),
                cause == ApologyCause.EXTENSION || cause == ApologyCause.RESCHEDULE
                        ? Instant.parse("2026-03-11T10:00:00Z")
                        : null,
                reason,
                cause == ApologyCause.BY_HAND ? ApologyGround.BAD_CONDUCT : null,
                cause == ApologyCause.MISSED_DEADLINE ? null : new Draft.Signed("Lê Hồng Minh", PUBLISHED),
                null);
    }
}
