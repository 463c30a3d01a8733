package vn.congvu.platform.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import vn.congvu.contracts.SealedText;

class SealerTests {
    private final Sealer sealer = new Sealer(new byte[32]);

    @Test
    void opensWhatItSealed() {
        var words = "Cán bộ hách dịch 👎";

        assertThat(sealer.open(sealer.seal(words))).isEqualTo(words);
    }

    @Test
    void sealsTheSameWordsDifferentlyEachTime() {
        assertThat(sealer.seal("a")).isNotEqualTo(sealer.seal("a"));
    }

    @Test
    void refusesWhatAnotherKeySealed() {
        var otherKey = new byte[32];
        otherKey[0] = 1;
        var foreign = new Sealer(otherKey).seal("a");

        assertThatThrownBy(() -> sealer.open(foreign)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> sealer.open(new SealedText("plain"))).isInstanceOf(IllegalArgumentException.class);
    }
}
