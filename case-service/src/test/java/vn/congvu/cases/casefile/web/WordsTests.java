package vn.congvu.cases.casefile.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import vn.congvu.platform.problem.Problem;
import vn.congvu.platform.sealing.Sealer;

class WordsTests {
    private final Sealer sealer = new Sealer(new byte[32]);
    private final Words words = new Words(sealer);

    @Test
    void keepsWhatCanBeSeen() {
        var sealed = words.sealed("text", "Đa\u0303 nhắc\u202E nhở\u200B.");

        assertThat(sealer.open(sealed)).isEqualTo("Đã nhắc nhở.");
        assertThat(words.name("name", "Phó\tgiám\n đốc")).isEqualTo("Phó giám đốc");
    }

    @Test
    void refusesHalfACharacter() {
        assertThatThrownBy(() -> words.sealed("text", "a\uD83D"))
                .isInstanceOfSatisfying(Problem.class, refused -> assertThat(
                                refused.fields().getFirst().field())
                        .isEqualTo("text"));
        assertThatThrownBy(() -> words.name("name", "\uDC4Da")).isInstanceOf(Problem.class);
    }
}
