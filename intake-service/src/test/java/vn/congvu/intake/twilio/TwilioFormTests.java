package vn.congvu.intake.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.congvu.platform.problem.Problem;

class TwilioFormTests {
    @Test
    void takesEveryFieldAsItWasSent() {
        var form = parse("Body=+c%C3%A1n+b%E1%BB%99%20+&From=%2B84912345678&Empty=");

        assertThat(form.fields())
                .containsEntry("Body", " cán bộ  ")
                .containsEntry("From", "+84912345678")
                .containsEntry("Empty", "");
        assertThat(form.field("Empty")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Body=%",
                "Body=%C",
                "Body=%ZZ",
                "Body=%FF",
                "Body=%C3",
                "Body=%ED%A0%80",
                "Body=%C0%AF",
                "Body=1&Body=2"
            })
    void refusesWhatTwilioNeverSends(String body) {
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> parse(body));
    }

    private static TwilioForm parse(String body) {
        return TwilioForm.parse(body.getBytes(StandardCharsets.ISO_8859_1));
    }
}
