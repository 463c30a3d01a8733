package vn.congvu.devstack.servers;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A server that speaks MongoDB's protocol, in memory or in one file. Listens on this machine only. */
public final class EmbeddedDatabase implements AutoCloseable {
    private final MongoServer server;
    private final int port;

    private EmbeddedDatabase(MongoServer server, int port) {
        this.server = server;
        this.port = port;
    }

    public static EmbeddedDatabase inMemory(int port) {
        return listening(new MongoServer(new MemoryBackend()), port);
    }

    /** Keeps everything in {@code folder}; what was written in the last second before a crash may be missing. */
    public static EmbeddedDatabase in(Path folder, int port) throws IOException {
        Files.createDirectories(folder);
        return listening(
                new MongoServer(new H2Backend(folder.resolve("mongo.mv").toString())), port);
    }

    private static EmbeddedDatabase listening(MongoServer server, int port) {
        server.bind("127.0.0.1", port);
        return new EmbeddedDatabase(server, port);
    }

    public String uri(String database) {
        return "mongodb://127.0.0.1:" + port + "/" + database;
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}
