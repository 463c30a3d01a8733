package vn.congvu.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The short form of {@code infra/torture}, with a suite, a database and a broker of its own. Its output is in {@code target}. */
class TortureIT {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final int MINUTES = 10;

    /** Another seed every time: it is printed, and {@code --seed} plays it again. */
    @Test
    void nothingIsLostOrDoubledWhileEverythingDies() throws Exception {
        var log = Path.of("target/torture.log").toAbsolutePath();
        var torture = new ProcessBuilder(
                        ROOT.resolve("infra/torture").toString(),
                        "--seconds",
                        "60",
                        "--reports",
                        "80",
                        "--run-dir",
                        Path.of("target/torture").toAbsolutePath().toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(torture.waitFor(MINUTES, TimeUnit.MINUTES))
                    .as(() -> "still at it:\n" + said(log))
                    .isTrue();
        } finally {
            torture.descendants().forEach(ProcessHandle::destroyForcibly);
            torture.destroyForcibly();
        }
        assertThat(torture.exitValue()).as(() -> said(log)).isZero();
        assertThat(Files.readAllLines(log)).anyMatch(line -> line.contains("nothing lost, nothing doubled"));
    }

    private static String said(Path log) {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 120), lines.size()));
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }
}
