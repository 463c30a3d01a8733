package vn.congvu.embedded;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.backend.memory.MemoryCollection;
import de.bwaldvogel.mongo.backend.memory.MemoryDatabase;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.Oplog;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.channel.Channel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/** A server that speaks MongoDB's protocol, in memory or in one file. Listens on this machine only. */
public final class EmbeddedDatabase implements AutoCloseable {
    /** What MongoDB answers when its disk is full. */
    static final int OUT_OF_DISK_SPACE = 14031;

    private final MongoServer server;
    private final int port;

    private EmbeddedDatabase(MongoServer server, int port) {
        this.server = server;
        this.port = port;
    }

    public static EmbeddedDatabase inMemory(int port) {
        return listening(new MongoServer(new Memory()), port);
    }

    /**
     * Keeps everything in {@code folder}. What was answered is in the file and outlives {@code kill -9}; it is not forced to the disk,
     * so a failing machine may take the last moments with it. After
     * a write that failed, as on a full disk, nothing is answered until it is started again.
     */
    public static EmbeddedDatabase in(Path folder, int port) throws IOException {
        Files.createDirectories(folder);
        return listening(new MongoServer(new OneFile(folder.resolve("mongo.mv").toString())), port);
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

    /**
     * The command that health checks ask with and the embedded server lacks; it knows its older name.
     *
     * @return null for every other command
     */
    private static @Nullable Document hello(MongoBackend backend, MongoMessage message) {
        var asked = message.getDocument().keySet().iterator().next();
        if (!asked.equals("hello")) {
            return null;
        }
        var answer = backend.handleCommand(
                message.getChannel(), message.getDatabaseName(), "ismaster", new Document("ismaster", 1));
        return answer.append("isWritablePrimary", true);
    }

    private static final class Memory extends MemoryBackend {
        @Override
        public MemoryDatabase openOrCreateDatabase(String name) {
            return new MemoryDatabase(name, getCursorRegistry()) {
                @Override
                protected MemoryCollection openOrCreateCollection(String collection, CollectionOptions options) {
                    return new OrderedCollection(this, collection, options, cursorRegistry);
                }

                @Override
                protected Index<Integer> openOrCreateUniqueIndex(
                        String collection, String index, List<IndexKey> keys, boolean sparse) {
                    return new KeyedIndex<>(super.openOrCreateUniqueIndex(collection, index, keys, sparse), sparse);
                }

                @Override
                protected Index<Integer> openOrCreateSecondaryIndex(
                        String collection, String index, List<IndexKey> keys, boolean sparse) {
                    return new SecondaryIndex<>(index, keys);
                }

                @Override
                public Document handleCommand(
                        Channel channel, String command, Document asked, DatabaseResolver databases, Oplog oplog) {
                    var answer = IndexedAggregation.answer(this, command, asked, databases, oplog);
                    return answer == null ? super.handleCommand(channel, command, asked, databases, oplog) : answer;
                }
            };
        }

        @Override
        public Document handleMessage(MongoMessage message) {
            var hello = hello(this, message);
            return hello == null ? super.handleMessage(message) : hello;
        }
    }

    private static final class OneFile extends H2Backend {
        private final Commits commits = new Commits(this::commit);

        OneFile(String file) {
            super(file);
            // commits of its own would catch a write half done
            getMvStore().setAutoCommitDelay(0);
        }

        @Override
        protected MongoDatabase openOrCreateDatabase(String name) {
            return new H2Database(name, getMvStore(), getCursorRegistry()) {
                @Override
                protected Index<Object> openOrCreateUniqueIndex(
                        String collection, String index, List<IndexKey> keys, boolean sparse) {
                    return new KeyedIndex<>(super.openOrCreateUniqueIndex(collection, index, keys, sparse), sparse);
                }

                @Override
                protected Index<Object> openOrCreateSecondaryIndex(
                        String collection, String index, List<IndexKey> keys, boolean sparse) {
                    return new SecondaryIndex<>(index, keys);
                }

                @Override
                public Document handleCommand(
                        Channel channel, String command, Document asked, DatabaseResolver databases, Oplog oplog) {
                    var answer = IndexedAggregation.answer(this, command, asked, databases, oplog);
                    return answer == null ? super.handleCommand(channel, command, asked, databases, oplog) : answer;
                }
            };
        }

        @Override
        public Document handleMessage(MongoMessage message) {
            var hello = hello(this, message);
            try {
                return hello == null ? commits.answer(message, super::handleMessage) : hello;
            } catch (MVStoreException unwritable) {
                // the store closes itself at its first failed write, so that nothing half written is ever answered
                throw new MongoServerError(
                        OUT_OF_DISK_SPACE,
                        "OutOfDiskSpace",
                        "the file can't be written: make room and start the server again (" + unwritable.getMessage()
                                + ")");
            }
        }
    }
}
