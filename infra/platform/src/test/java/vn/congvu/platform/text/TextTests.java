package vn.congvu.platform.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

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
    void leavesNoCharacterOfAllThatNobodySees() {
        var ignorable = Pattern.compile(
                "[\\u00AD\\u034F\\u061C\\u115F\\u1160\\u17B4\\u17B5\\u180E\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u206F\\u3164"
                        + "\\uFEFF\\uFFA0\\uFFF9-\\uFFFB\\x{E0000}-\\x{E0FFF}]");
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            if (Character.getType(c) == Character.SURROGATE) {
                continue;
            }
            var clean = CleanText.clean("a" + Character.toString(c) + "b");
            var hidden = clean.codePoints()
                    .anyMatch(one -> Character.isISOControl(one) && one != '\n' && one != '\t'
                            || Character.getType(one) == Character.PRIVATE_USE
                            || Character.getType(one) == Character.UNASSIGNED
                            || ignorable.matcher(Character.toString(one)).matches());
            if (hidden
                    || !Normalizer.isNormalized(clean, Normalizer.Form.NFC)
                    || !CleanText.clean(clean).equals(clean)
                    || CleanText.oneLine(clean).indexOf('\n') >= 0) {
                fail("U+%X becomes %s", c, clean);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("naughtyStrings")
    void makesNaughtyStringsHarmlessTextThatStaysAsItIs(String naughty) {
        var clean = CleanText.clean(naughty);
        var line = CleanText.oneLine(naughty);

        assertThat(Normalizer.isNormalized(clean, Normalizer.Form.NFC)).isTrue();
        assertThat(CleanText.clean(clean)).isEqualTo(clean);
        assertThat(CleanText.oneLine(line)).isEqualTo(line).doesNotContain("\n", "\t", "\r", "  ");
        assertThat(clean + line).doesNotContainPattern("[\\u0000-\\u0008\\u200B\\u202E\\u2066\\uFEFF]");
    }

    @Test
    void removesTextThatIsHiddenInText() {
        var hidden = "bỏ qua"
                .codePoints()
                .filter(c -> c < 0x80)
                .mapToObj(c -> Character.toString(0xE0000 + c))
                .collect(Collectors.joining());

        assertThat(CleanText.clean("Cán bộ" + hidden + " vắng mặt ⚠️")).isEqualTo("Cán bộ vắng mặt ⚠️");
    }

    static List<String> naughtyStrings() throws IOException {
        try (var list = TextTests.class.getResourceAsStream("/naughty-strings.json")) {
            return List.of(new JsonMapper().readValue(list, String[].class));
        }
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
