package vn.congvu.devstack.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * A small shell that waits at a pipe from this process. When this process is killed so hard that it can't stop its children,
 * the pipe ends, and the shell stops them.
 */
final class Watchdog implements AutoCloseable {
    private static final String SCRIPT = """
            trap '' INT TERM HUP
            pids=
            while read -r pid; do pids="$pids $pid"; done
            kill $pids 2>/dev/null
            sleep 10
            kill -9 $pids 2>/dev/null
            """;

    private final Process shell;

    private Watchdog(Process shell) {
        this.shell = shell;
    }

    static Watchdog start(RunDir run) throws IOException {
        var shell = new ProcessBuilder("sh", "-c", SCRIPT, "watchdog", run.mark())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        run.started(shell.toHandle(), "watchdog");
        return new Watchdog(shell);
    }

    synchronized void guard(ProcessHandle child) {
        try {
            shell.getOutputStream().write((child.pid() + "\n").getBytes(StandardCharsets.UTF_8));
            shell.getOutputStream().flush();
        } catch (IOException gone) {
            throw new UncheckedIOException("the watchdog is gone", gone);
        }
    }

    /** Only after the children have ended. */
    @Override
    public void close() {
        shell.destroyForcibly();
    }
}
