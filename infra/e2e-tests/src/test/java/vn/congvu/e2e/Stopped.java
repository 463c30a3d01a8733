package vn.congvu.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.concurrent.TimeUnit;

/** A process of the running suite that stands still, as in a long pause of its machine, and goes on when this is closed. */
final class Stopped implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 10;

    private final long pid;

    private Stopped(long pid) {
        this.pid = pid;
    }

    static Stopped process(String service) {
        var stopped = new Stopped(pidOf(service));
        stopped.signal("STOP");
        return stopped;
    }

    @Override
    public void close() {
        signal("CONT");
    }

    private static long pidOf(String service) {
        try {
            return Files.readAllLines(RunningSuite.runFolder().resolve("pids")).stream()
                    .filter(line -> line.endsWith(" " + service))
                    .map(line -> Long.parseLong(line.substring(0, line.indexOf(' '))))
                    .reduce((earlier, later) -> later)
                    .orElseThrow(() -> new IllegalStateException(service + " does not run"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void signal(String name) {
        try {
            var kill = new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                    .inheritIO()
                    .start();
            if (!kill.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || kill.exitValue() != 0) {
                throw new IllegalStateException("kill -" + name + " " + pid + " fails");
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted before " + name, impatient);
        }
    }
}
