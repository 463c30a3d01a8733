package vn.congvu.intake.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.congvu.intake.secret.ServerKey;

class AccessCodeTests {
    private static final ServerKey KEY = ServerKey.of(Base64.getEncoder().encodeToString(new byte[32]));

    @Test
    void isTheSameForTheSameKeyAndDiffersForEveryOther() {
        assertThat(AccessCode.of("web:1", KEY)).isEqualTo(AccessCode.of("web:1", KEY));
        assertThat(IntStream.range(0, 1_000)
                        .mapToObj(i -> AccessCode.of("web:" + i, KEY).value())
                        .distinct()
                        .count())
                .isEqualTo(1_000);
    }

    @Test
    void dependsOnTheServerKey() {
        var other = new byte[32];
        other[0] = 1;

        assertThat(AccessCode.of("web:1", ServerKey.of(Base64.getEncoder().encodeToString(other))))
                .isNotEqualTo(AccessCode.of("web:1", KEY));
    }

    @Test
    void isReadHoweverItIsTyped() {
        var code = AccessCode.of("web:1", KEY);

        assertThat(AccessCode.parse(code.spoken())).contains(code);
        assertThat(AccessCode.parse(" " + code.spoken().toLowerCase() + " ")).contains(code);
        assertThat(AccessCode.parse(code.value().replace('0', 'o').replace('1', 'l')))
                .contains(code);
    }

    @Test
    void noticesEveryWrongCharacter() {
        var code = AccessCode.of("web:1", KEY).value();
        for (int i = 0; i < code.length(); i++) {
            var wrong = code.charAt(i) == 'Z' ? 'Y' : 'Z';
            assertThat(AccessCode.parse(code.substring(0, i) + wrong + code.substring(i + 1)))
                    .isEmpty();
        }
    }

    @Test
    void staysOutOfLogs() {
        var code = AccessCode.of("web:1", KEY);

        assertThat(code.toString()).doesNotContain(code.value());
    }
}
