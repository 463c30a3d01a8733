package vn.congvu.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * One embedded server as a process of its own, which can be killed alone. Says {@code ready} when it listens and ends when its
 * standard input does, so that it never outlives who started it.
 */
public final class EmbeddedServer {
    /** Held, because a logger that nobody holds forgets its level. */
    private static final Logger ROOT_LOG = Logger.getLogger("");

    private static final Logger MONGO_LOG = Logger.getLogger("de.bwaldvogel.mongo");

    private EmbeddedServer() {}

    /** {@code database FOLDER PORT} or {@code broker STORE WORK_FOLDER PORT}. */
    public static void main(String[] arguments) throws Exception {
        ROOT_LOG.setLevel(Level.WARNING);
        // it logs as a failure every taken key that its client expects
        MONGO_LOG.setLevel(Level.OFF);
        int port = Integer.parseInt(arguments[arguments.length - 1]);
        var folder = Path.of(arguments[1]);
        try (var _ = started(arguments[0], folder, Path.of(arguments[2]), port)) {
            System.out.println("ready");
            awaitEnd();
        }
        System.exit(0);
    }

    private static AutoCloseable started(String what, Path folder, Path work, int port) throws Exception {
        return switch (what) {
            case "database" -> EmbeddedDatabase.in(folder, port);
            case "broker" -> EmbeddedBroker.in(folder, work, port);
            default -> throw new IllegalArgumentException("database or broker, not " + what);
        };
    }

    private static void awaitEnd() throws IOException {
        int read = 0;
        while (read >= 0) {
            read = System.in.read();
        }
    }
}
