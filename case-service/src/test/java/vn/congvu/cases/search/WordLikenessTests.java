package vn.congvu.cases.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WordLikenessTests {
    private static final double ALIKE = 0.35;
    private static final List<Path> REPORTS = List.of(
            Path.of("../infra/dev-stack/src/main/resources/demo/complaints.json"),
            Path.of("src/test/resources/routing/second-held-out.json"));

    record Report(String id, String agency, List<String> words) {}

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Cán bộ địa chính xã đòi hai triệu đồng mới chịu đo đất tách thửa cho gia đình tôi | Tôi đi tách thửa, anh địa chính xã nói phải đưa hai triệu đồng thì mới đo đất
            Phòng tiếp dân phường khóa cửa chiều thứ Năm, hàng chục người chờ đến 14 giờ 30 mới có cán bộ | chieu thu nam phong tiep dan phuong khoa cua, cho den 14h30 moi co can bo
            Chị ở quầy hộ tịch mắng mẹ tôi già cả mà không biết điền tờ khai sinh | Mẹ tôi bị chị quầy hộ tịch mắng vì điền sai tờ khai sinh cho cháu
            Hồ sơ cấp sổ đỏ của tôi hẹn ngày 5/10 đến nay chưa trả, không thư xin lỗi | Sổ đỏ hẹn trả 5/10 mà giờ vẫn chưa có, cũng không xin lỗi
            Công chức tư pháp bắt nộp thêm sổ hộ khẩu giấy khi đăng ký kết hôn | đăng ký kết hôn bị tư pháp bắt nộp sổ hộ khẩu giấy dù đã bỏ
            UBND xã tổ chức karaoke trong giờ hành chính ầm ĩ cả xóm | giờ hành chính mà trụ sở xã hát karaoke ầm ĩ, cả xóm nghe
            Bãi xe ủy ban thu mười nghìn một lượt không có vé | vào ủy ban gửi xe bị thu mười nghìn không vé không hóa đơn
            """)
    void aMatterToldTwiceIsAlike(String once, String again) {
        assertThat(WordLikeness.of(words(once), words(again))).isGreaterThanOrEqualTo(ALIKE);
    }

    @Test
    void differentReportsToOneAgencyAreNot() throws IOException {
        var reports = reports();
        assertThat(reports).hasSizeGreaterThan(100);

        for (int i = 0; i < reports.size(); i++) {
            for (int j = 0; j < i; j++) {
                var one = reports.get(i);
                var two = reports.get(j);
                if (one.agency().equals(two.agency())) {
                    assertThat(WordLikeness.of(one.words(), two.words()))
                            .as("%s and %s", one.id(), two.id())
                            .isLessThan(ALIKE);
                }
            }
        }
    }

    @Test
    void aFewWordsSayTooLittle() {
        assertThat(WordLikeness.of(words("tham nhũng"), words("tham nhũng"))).isZero();
        assertThat(WordLikeness.of(List.of(), List.of())).isZero();
    }

    private static List<Report> reports() throws IOException {
        var reports = new ArrayList<Report>();
        var json = JsonMapper.builder().build();
        for (var file : REPORTS) {
            for (JsonNode one : json.readTree(Files.readString(file))) {
                var text = String.join(
                        "\n",
                        one.path("texts").valueStream().map(JsonNode::asString).toList());
                reports.add(new Report(
                        one.path("id").asString(), one.at("/expected/agency").asString(), words(text)));
            }
        }
        return reports;
    }

    private static List<String> words(String text) {
        return SearchWords.of(List.of(), List.of(text));
    }
}
