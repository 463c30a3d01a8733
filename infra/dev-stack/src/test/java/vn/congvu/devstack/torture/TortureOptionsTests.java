package vn.congvu.devstack.torture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TortureOptionsTests {
    @Test
    void itLastsTenMinutesAndSendsFiveThousandReportsUnlessTold() {
        var usual = TortureOptions.parse(List.of());

        assertThat(usual.storm()).isEqualTo(Duration.ofMinutes(10));
        assertThat(usual.reports()).isEqualTo(5_000);
        assertThat(usual.rabbitmq()).isFalse();
        assertThat(usual.runDir().toString()).endsWith("infra/dev-stack/target/torture");
    }

    @Test
    void theSeedOfABadRunPlaysItAgain() {
        assertThat(TortureOptions.parse(List.of("--seed", "42", "--seconds", "60"))
                        .seed())
                .isEqualTo(42);
    }

    @Test
    void whatItDoesNotUnderstandItSays() {
        assertThatThrownBy(() -> TortureOptions.parse(List.of("--seconds", "0")))
                .hasMessage("--seconds needs a whole number above 0, not 0.");
        assertThatThrownBy(() -> TortureOptions.parse(List.of("--reports"))).hasMessageContaining("needs a value");
        assertThatThrownBy(() -> TortureOptions.parse(List.of("--gently")))
                .hasMessageContaining("I don't know --gently");
    }
}
