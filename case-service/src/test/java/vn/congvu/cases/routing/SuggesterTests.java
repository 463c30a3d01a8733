package vn.congvu.cases.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.congvu.contracts.ComplaintKind;
import vn.congvu.contracts.Misconduct;

class SuggesterTests {
    private final Suggester suggester = new Suggester();

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', textBlock = """
            8h30 ma cb mot cua chua mo cua                            | WORKING_HOURS
            Không ai đeo thẻ                                          | NO_BADGE
            Cán bộ mặc quần đùi tiếp dân                              | DRESS
            Phòng tiếp dân nồng nặc mùi rượu                          | OFFICE_RULES
            Nhân viên quát mắng người già                             | ATTITUDE
            cb xem dien thoai, k huong dan                            | INDIFFERENCE
            Đòi thêm giấy ngoài quy định                              | OBSTRUCTION
            hs bi tra lai 4 lan                                       | REPEATED_RETURNS
            trễ hẹn 2 tháng chưa trả kết quả                          | LATE_RESULT
            Trễ mà không một lời xin lỗi                              | NO_APOLOGY
            Thủ tục không niêm yết                                    | NOT_PUBLISHED
            Xã chỉ lên huyện, huyện đùn đẩy về xã                     | EVASION
            Trả lời chung chung                                       | VAGUE_REPLY
            Gợi ý lót tay                                             | HARASSMENT
            Can bo doi 500k                                           | CORRUPTION
            Đăng thông tin cá nhân của tôi lên facebook               | DISCLOSURE
            """)
    void everyMisconductHasItsWords(String text, Misconduct expected) {
        assertThat(suggester.suggest(text).misconducts()).first().isIn(expected, Misconduct.CORRUPTION);
        assertThat(suggester.suggest(text).misconducts()).contains(expected).hasSizeLessThanOrEqualTo(3);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', textBlock = """
            Cảm ơn chị ở quầy 5 rất tận tình                          | PRAISE
            Đề nghị bố trí thêm ghế ngồi                              | SUGGESTION
            Hồ sơ trễ hẹn hai tháng chưa trả kết quả                  | LATE_PROCEDURE
            Cán bộ quát mắng người dân                                | CONDUCT
            Cảm ơn gì nổi, cán bộ quát mắng, chửi bới người dân       | CONDUCT
            xin chào                                                  |
            """)
    void tellsTheKind(String text, ComplaintKind expected) {
        assertThat(suggester.suggest(text).kind()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            Tôi khiếu nại quyết định thu hồi đất số 15                | true  | false
            khieu nai quyet dinh xu phat                              | true  | false
            Tôi xin tố cáo ông trưởng phòng nhận tiền                 | false | true
            to cao can bo                                             | false | true
            Thái độ cán bộ quá tệ                                     | false | false
            Đơn khiếu nại của tôi gửi ba tháng chưa ai trả lời        | false | false
            Cán bộ để lộ tên người tố cáo                             | false | false
            """)
    void recognisesWhatNeedsASignedLetter(String text, boolean formalComplaint, boolean denunciation) {
        var suggestions = suggester.suggest(text);

        assertThat(suggestions.looksLikeFormalComplaint()).isEqualTo(formalComplaint);
        assertThat(suggestions.looksLikeDenunciation()).isEqualTo(denunciation);
    }

    @Test
    void marksAndTheirFormMakeNoDifference() {
        var text = "Cán bộ đùn đẩy, trễ hẹn và không xin lỗi";

        assertThat(suggester.suggest(Normalizer.normalize(text, Normalizer.Form.NFD)))
                .isEqualTo(suggester.suggest(text));
        assertThat(suggester.suggest("CAN BO DUN DAY, TRE HEN VA KHONG XIN LOI").misconducts())
                .containsExactlyInAnyOrderElementsOf(suggester.suggest(text).misconducts());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "\u0000", "😀😀", "{\"$ne\":\"\"}", "<script>alert(1)</script>", "a\u0301\u0301\u0301"})
    void nothingToSayIsOther(String text) {
        var suggestions = suggester.suggest(text);

        assertThat(suggestions.kind()).isNull();
        assertThat(suggestions.misconducts()).containsExactly(Misconduct.OTHER);
    }
}
