package vn.congvu.intake.cleaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import vn.congvu.intake.SampleFiles;
import vn.congvu.platform.problem.Problem;

class ClamAvTests {
    private static final byte[] LARGE = SampleFiles.joined(new byte[200_000], SampleFiles.png());

    @Test
    void asksAboutTheWholeFile() throws IOException {
        try (var clamd = new FakeClamd("stream: OK")) {
            assertThat(at(clamd.port()).findsSomethingIn(LARGE)).isFalse();
            assertThat(clamd.seen()).isEqualTo(LARGE);
        }
    }

    @Test
    void refusesWhatItFinds() throws IOException {
        try (var clamd = new FakeClamd("stream: Win.Test.EICAR_HDB-1 FOUND")) {
            var outcome = new Cleaner(at(clamd.port())).clean("image/png", SampleFiles.png());

            assertThat(outcome)
                    .isEqualTo(Cleaning.refused(
                            "Tệp có mã độc. Hãy chụp lại hoặc gửi một bản khác.",
                            "There is malware in the file. Take the picture again or send another copy."));
        }
    }

    @Test
    void takesNothingWithoutAVerdict() throws IOException {
        int closed;
        try (var clamd = new FakeClamd("INSTREAM size limit exceeded. ERROR")) {
            closed = clamd.port();
            refusesFor(clamd.port());
        }
        refusesFor(closed);
    }

    @Test
    void isNotAskedWhereThereIsNone() {
        var nobody = new ClamAv(new ClamAvProperties(null, 3310, Duration.ofSeconds(5)));

        assertThat(nobody.findsSomethingIn(LARGE)).isFalse();
    }

    private static void refusesFor(int port) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> at(port).findsSomethingIn(LARGE))
                .satisfies(problem -> {
                    assertThat(problem.type().status()).isEqualTo(503);
                    assertThat(problem.detail().en()).contains("send the file again");
                });
    }

    private static ClamAv at(int port) {
        return new ClamAv(new ClamAvProperties("127.0.0.1", port, Duration.ofSeconds(5)));
    }
}
