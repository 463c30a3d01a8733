package vn.congvu.notify.template;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.congvu.notify.template.SmsParts.Encoding;

class SmsPartsTests {
    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "160, 1", "161, 2", "306, 2", "307, 3", "459, 3", "460, 4"})
    void gsm7HoldsOneHundredSixtyAloneAndOneHundredFiftyThreeJoined(int letters, int parts) {
        assertThat(SmsParts.of("a".repeat(letters))).isEqualTo(new SmsParts(Encoding.GSM_7, letters, parts));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "70, 1", "71, 2", "134, 2", "135, 3"})
    void oneLetterWithDiacriticsMakesAllOfItUcs2(int letters, int parts) {
        assertThat(SmsParts.of("ế".repeat(letters))).isEqualTo(new SmsParts(Encoding.UCS_2, letters, parts));
        assertThat(SmsParts.of("a".repeat(letters - 1) + "đ").encoding()).isEqualTo(Encoding.UCS_2);
    }

    @Test
    void escapedLettersCountTwiceAndStayInOnePart() {
        assertThat(SmsParts.of("€".repeat(80))).isEqualTo(new SmsParts(Encoding.GSM_7, 160, 1));
        // 153 septets hold 76 pairs and waste one, so 81 pairs need a second part and 153 a third
        assertThat(SmsParts.of("{".repeat(81)).parts()).isEqualTo(2);
        assertThat(SmsParts.of("{".repeat(153)).parts()).isEqualTo(3);
    }

    @Test
    void surrogatePairsAreNotCut() {
        // 67 units hold 33 pairs and waste one
        assertThat(SmsParts.of("😀".repeat(66)).parts()).isEqualTo(2);
        assertThat(SmsParts.of("😀".repeat(67)).parts()).isEqualTo(3);
    }

    @Test
    void lettersOfOtherLanguagesThatGsm7KnowsStayGsm7() {
        assertThat(SmsParts.of("à la carte ñ Ä ß Ω @ £").encoding()).isEqualTo(Encoding.GSM_7);
    }
}
