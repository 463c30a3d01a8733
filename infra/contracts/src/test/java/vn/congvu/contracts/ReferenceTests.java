package vn.congvu.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReferenceTests {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private final RandomGenerator random = new Random(7);

    @Test
    void catchesEverySingleWrongCharacter() {
        for (int i = 0; i < 200; i++) {
            var value = Reference.random(random).value();
            for (int at = 0; at < value.length(); at++) {
                for (char other : ALPHABET.toCharArray()) {
                    if (other != value.charAt(at)) {
                        var wrong = value.substring(0, at) + other + value.substring(at + 1);
                        assertThat(Reference.parse(wrong)).isEmpty();
                    }
                }
            }
        }
    }

    @Test
    void catchesNearlyEverySwapOfNeighbours() {
        int swaps = 0;
        int missed = 0;
        for (int i = 0; i < 2_000; i++) {
            var value = Reference.random(random).value();
            for (int at = 0; at + 1 < value.length(); at++) {
                if (value.charAt(at) != value.charAt(at + 1)) {
                    var swapped =
                            value.substring(0, at) + value.charAt(at + 1) + value.charAt(at) + value.substring(at + 2);
                    swaps++;
                    missed += Reference.parse(swapped).isPresent() ? 1 : 0;
                }
            }
        }
        assertThat(missed * 100.0 / swaps).isLessThan(1);
    }

    @Test
    void readsWhatPeopleType() {
        var reference = Stream.generate(() -> Reference.random(random))
                .filter(drawn -> drawn.value().contains("0") && drawn.value().contains("1"))
                .findFirst()
                .orElseThrow();

        var typed = " " + reference.spoken().toLowerCase().replace('0', 'o').replace('1', 'l') + " ";

        assertThat(Reference.parse(typed)).contains(reference);
    }

    @Test
    void usesNoLetterThatLooksLikeADigit() {
        for (int i = 0; i < 500; i++) {
            assertThat(Reference.random(random).value())
                    .hasSize(Reference.LENGTH)
                    .doesNotContainPattern("[ILOU]");
        }
    }

    @Test
    void refusesWhatIsNone() {
        assertThatThrownBy(() -> new Reference("7K3F9QXM2U")).isInstanceOf(IllegalArgumentException.class);
        assertThat(Reference.parse("")).isEmpty();
        assertThat(Reference.parse("{\"$ne\":\"\"}")).isEmpty();
    }
}
