package vn.congvu.intake.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.congvu.contracts.Reference;

class SmsCommandTests {
    private static final Reference REFERENCE = Reference.random(new Random(7));

    @ParameterizedTest
    @ValueSource(strings = {"4", " 4 ", "4.", "4!", "4/5", "4 sao", "4 điểm", "4 DIEM"})
    void readsAScore(String text) {
        assertThat(SmsCommand.of(text.strip())).isEqualTo(new SmsCommand.Score(4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"XN %s", "xn%s", "Xác nhận %s", "XN: %s.", "x n %s"})
    void readsThatAPhoneMayBeWrittenTo(String text) {
        assertThat(SmsCommand.of(text.formatted(REFERENCE.value())))
                .isEqualTo(new SmsCommand.Confirm(Optional.of(REFERENCE)));
    }

    @Test
    void aMistypedConfirmationIsStillOneAndNoReport() {
        var last = REFERENCE.value().charAt(9) == '0' ? '1' : '0';
        assertThat(SmsCommand.of("XN " + REFERENCE.value().substring(0, 9) + last))
                .isEqualTo(new SmsCommand.Confirm(Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"xn giay khai sinh bi hach sach", "Xác nhận cư trú chậm ba tuần"})
    void takesWordsThatBeginLikeAConfirmationForWords(String text) {
        assertThat(SmsCommand.of(text)).isEqualTo(new SmsCommand.Plain());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "6", "44", "4 ngày rồi chưa ai trả lời", "Phòng 4 đóng cửa"})
    void takesNumbersInSentencesForWords(String text) {
        assertThat(SmsCommand.of(text)).isEqualTo(new SmsCommand.Plain());
    }

    @ParameterizedTest
    @ValueSource(strings = {"5 cảm ơn", "5, xin cam on nhieu!", "chấm 5", "5 sao rất tốt"})
    void readsAScoreWithThanks(String text) {
        assertThat(SmsCommand.of(text)).isEqualTo(new SmsCommand.Score(5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CHUA XONG",
                "Chưa xong",
                "chua xong vi van bi doi giay to",
                "chu\u031Ba xong",
                "CHUAXONG",
                "chua xog",
                "chua xomg",
                "chua xogn",
                "cua xong",
                "chuwa xong",
                "chưa  xong!",
                "\"CHUA XONG\" can bo van hach sach",
                "1 chua xong",
                "2, Chưa xong vì chưa trả hồ sơ",
                "ko xong",
                "không xong",
                "chưa được giải quyết xong"
            })
    void readsThatItIsNotSettled(String text) {
        assertThat(SmsCommand.of(text)).isEqualTo(new SmsCommand.NotSettled());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xong roi, cam on",
                "Đã xong chưa?",
                "Chùa Xôn bị lấn đất",
                "chưa ai trả lời tôi",
                "chua xo xat gi",
                "Cán bộ nói chưa xong",
                "Chu Xuân Ong ở quầy 2 quát dân"
            })
    void doesNotTakeOtherWordsForIt(String text) {
        assertThat(SmsCommand.of(text)).isEqualTo(new SmsCommand.Plain());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PA MOI can bo thue tho o", "Pa mới: cán bộ thuế thờ ơ"})
    void readsThatAnotherReportBegins(String text) {
        assertThat(SmsCommand.of(text)).isEqualTo(new SmsCommand.StartNew());
    }

    @Test
    void takesASentenceThatBeginsWithNewForWords() {
        assertThat(SmsCommand.of("Mới đây cán bộ quát tôi")).isEqualTo(new SmsCommand.Plain());
    }

    @Test
    void readsAQuestionForTheStatus() {
        for (var text : List.of(
                "TT " + REFERENCE,
                "tt " + REFERENCE.spoken(),
                REFERENCE.spoken(),
                REFERENCE.value().toLowerCase())) {
            assertThat(SmsCommand.of(text)).isEqualTo(new SmsCommand.Status(REFERENCE));
        }
    }

    @Test
    void findsTheReferenceInASentence() {
        assertThat(SmsCommand.of("Về phản ánh " + REFERENCE.spoken() + ": tôi gửi thêm tên cán bộ"))
                .isEqualTo(new SmsCommand.About(List.of(REFERENCE)));
    }

    @Test
    void doesNotTakeAPartOfALongerWordForAReference() {
        assertThat(SmsCommand.of("A" + REFERENCE + "B hỏng")).isEqualTo(new SmsCommand.Plain());
    }
}
