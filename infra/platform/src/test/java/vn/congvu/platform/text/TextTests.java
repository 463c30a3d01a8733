package vn.congvu.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTests {
    @ParameterizedTest
    @CsvSource({
        "Sở Nội vụ, so noi vu",
        "ĐƯỜNG ĐI, duong di",
        "'  Tân   Ninh ', tan ninh",
        "Nghiêm trọng, nghiem trong",
    })
    void foldsForSearch(String text, String folded) {
        assertThat(Folding.fold(text)).isEqualTo(folded);
        assertThat(Folding.fold(Normalizer.normalize(text, Normalizer.Form.NFD)))
                .isEqualTo(folded);
    }

    @Test
    void storesNfcWithoutInvisibleOrReorderingCharacters() {
        var raw = Normalizer.normalize("Phản ánh", Normalizer.Form.NFD) + "\u202E\u200B\u0000 xấu\r\nhai dòng ";

        assertThat(CleanText.clean(raw)).isEqualTo("Phản ánh xấu\nhai dòng");
        assertThat(CleanText.oneLine(raw)).isEqualTo("Phản ánh xấu hai dòng");
    }

    @Test
    void neverCutsInsideACharacter() {
        var decomposed = Normalizer.normalize("ộộộ", Normalizer.Form.NFD);

        assertThat(CleanText.shorten(decomposed, 5)).isEqualTo(Normalizer.normalize("ộ", Normalizer.Form.NFD) + "…");
        assertThat(CleanText.shorten("👍👍👍", 2)).isEqualTo("👍…");
        assertThat(CleanText.shorten("ngắn", 4)).isEqualTo("ngắn");
    }

    @Test
    void cutsRunsOfMarksThatWouldHoldAProcessorForMinutes() {
        var bomb = "a" + "\u0323\u0301".repeat(500_000) + "b";

        assertThat(CleanText.clean(bomb)).hasSizeLessThan(12).endsWith("b");
        assertThat(Folding.fold(bomb)).isEqualTo("ab");
    }

    @Test
    void seesALoneSurrogate() {
        assertThat(CleanText.isWellFormed("a\uD83D")).isFalse();
        assertThat(CleanText.isWellFormed("\uDC4Da")).isFalse();
        assertThat(CleanText.isWellFormed("👍")).isTrue();
    }
}
