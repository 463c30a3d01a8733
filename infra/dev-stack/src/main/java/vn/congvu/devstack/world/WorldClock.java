package vn.congvu.devstack.world;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The suite's time: the machine's clock plus an offset kept in a file, which every service reads. Advancing answers after the
 * file was replaced as a whole, so no reader ever sees half of it.
 */
public final class WorldClock extends Clock {
    static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Duration FARTHEST = Duration.ofDays(100 * 365L);

    private final Path file;
    private volatile Duration offset;

    public WorldClock(Path file) throws IOException {
        this.file = file;
        if (Files.exists(file)) {
            offset = Duration.parse(Files.readString(file).strip());
        } else {
            offset = Duration.ZERO;
            write(offset);
        }
    }

    public Duration offset() {
        return offset;
    }

    /** Puts the suite's time to {@code instant}, earlier or later: only before the services start. */
    public synchronized void startAt(Instant instant) throws IOException {
        write(Duration.between(Clock.systemUTC().instant(), instant));
    }

    /** Moves the suite's time forward; back is refused, since what was decided by then can't be undone. */
    public synchronized void advance(Duration by) throws IOException {
        if (by.isNegative()) {
            throw Refused.badRequest("Thời gian chỉ đi tới. Time only goes forward: " + by + " is negative.");
        }
        if (by.compareTo(FARTHEST) > 0) {
            throw Refused.badRequest("Quá xa. At most 100 years at once.");
        }
        write(offset.plus(by));
    }

    /** Until the next time the clocks in Vietnam show {@code time}. */
    synchronized void advanceUntil(LocalTime time) throws IOException {
        var now = ZonedDateTime.ofInstant(instant(), ZONE);
        var next = now.with(time);
        advance(Duration.between(now, next.isAfter(now) ? next : next.plusDays(1)));
    }

    private void write(Duration changed) throws IOException {
        var whole = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(whole, changed.toString());
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        offset = changed;
    }

    ZonedDateTime now() {
        return ZonedDateTime.ofInstant(instant(), ZONE);
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(Clock.system(zone), offset);
    }
}
