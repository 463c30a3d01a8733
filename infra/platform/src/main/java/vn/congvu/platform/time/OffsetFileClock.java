package vn.congvu.platform.time;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;

/** The machine's clock plus the offset in a file, so that all processes of the dev stack move together. */
final class OffsetFileClock extends Clock {
    private static final long READ_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final Path file;
    private final ZoneId zone;
    private volatile Reading last;

    private record Reading(Duration offset, long atNanos) {}

    OffsetFileClock(Path file) {
        this(file, ZoneOffset.UTC);
    }

    private OffsetFileClock(Path file, ZoneId zone) {
        this.file = file;
        this.zone = zone;
        this.last = read();
    }

    @Override
    public Instant instant() {
        var reading = last;
        if (System.nanoTime() - reading.atNanos() > READ_EVERY_NANOS) {
            reading = read();
            last = reading;
        }
        return Instant.now().plus(reading.offset());
    }

    private Reading read() {
        try {
            return new Reading(Duration.parse(Files.readString(file).strip()), System.nanoTime());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("can't read the clock's offset file " + file, unreadable);
        }
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new OffsetFileClock(file, other);
    }
}
