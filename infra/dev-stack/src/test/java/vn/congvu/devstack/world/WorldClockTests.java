package vn.congvu.devstack.world;

import static java.time.temporal.ChronoUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorldClockTests {
    @TempDir
    Path folder;

    @Test
    void writesTheOffsetThatTheServicesRead() throws IOException {
        var clock = clock();
        clock.advance(Duration.ofDays(3));
        clock.advance(Duration.ofHours(2));
        assertThat(Duration.parse(Files.readString(file()))).isEqualTo(Duration.ofHours(74));
        assertThat(clock.instant()).isCloseTo(Instant.now().plus(Duration.ofHours(74)), within(5, SECONDS));
    }

    @Test
    void goesOnWhereItWasAfterARestart() throws IOException {
        clock().advance(Duration.ofDays(10));
        assertThat(clock().offset()).isEqualTo(Duration.ofDays(10));
    }

    @Test
    void neverGoesBack() throws IOException {
        var clock = clock();
        assertThatThrownBy(() -> clock.advance(Duration.ofMinutes(-1))).isInstanceOf(Refused.class);
        assertThat(clock.offset()).isZero();
    }

    @Test
    void stopsAtTheNextOpeningOfTheOffices() throws IOException {
        var clock = clock();
        clock.startAt(Instant.parse("2026-03-02T01:00:00Z")); // 08:00 in Vietnam
        clock.advanceUntil(LocalTime.of(7, 30));
        assertThat(clock.instant()).isCloseTo(Instant.parse("2026-03-03T00:30:00Z"), within(5, SECONDS));
    }

    private WorldClock clock() throws IOException {
        return new WorldClock(file());
    }

    private Path file() {
        return folder.resolve("clock-offset");
    }
}
