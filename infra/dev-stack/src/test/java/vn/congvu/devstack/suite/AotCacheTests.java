package vn.congvu.devstack.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AotCacheTests {
    private static final List<String> MODEST = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    private static final List<String> BUSY = List.of("-XX:+UseSerialGC");

    @TempDir
    Path folder;

    @Test
    void isRecordedAtTheFirstStartAndUsedOnceItIsThere() throws IOException {
        var cache = cache(MODEST);
        assertThat(cache.startOptions()).contains("-XX:AOTMode=record", "-XX:AOTConfiguration=" + recording());

        Files.writeString(cache.file(), "made");
        assertThat(cache.startOptions()).containsExactly("-XX:AOTCache=" + cache.file());
    }

    @Test
    void ofOtherOptionsIsAnotherOne() throws IOException {
        Files.writeString(cache(BUSY).file(), "made");

        assertThat(cache(MODEST).startOptions()).contains("-XX:AOTMode=record");
    }

    @Test
    void isNotMadeOfTheRunOfOneThatWasKilled() throws IOException {
        Files.writeString(recording(), "half");

        cache(MODEST).assembleAfter(137);

        assertThat(folder).isDirectoryNotContaining(file -> file.toString().contains(".aot"));
        assertThat(recording()).doesNotExist();
    }

    @Test
    void ofARunThatRecordedNothingIsNotMade() throws IOException {
        cache(MODEST).assembleAfter(143);

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void keepsNoJvmFromStartingWhenItIsSpoilt() throws Exception {
        var cache = cache(BUSY);
        Files.writeString(cache.file(), "not a cache");
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();

        var started = new ProcessBuilder(
                        java, BUSY.getFirst(), cache.startOptions().getFirst(), "-version")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();

        assertThat(started.waitFor()).isZero();
    }

    private AotCache cache(List<String> options) {
        return new AotCache(new App(Service.GATEWAY, folder), recording(), options);
    }

    private Path recording() {
        return folder.resolve("gateway.recording");
    }
}
