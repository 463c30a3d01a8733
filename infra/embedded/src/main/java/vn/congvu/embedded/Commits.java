package vn.congvu.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;

/**
 * Lets no answer leave before what it changed is in the file. A commit never catches a change half done, and one commit serves all
 * who wait for it.
 */
final class Commits {
    private static final Set<String> READING = Set.of(
            "find",
            "getmore",
            "killcursors",
            "count",
            "distinct",
            "aggregate",
            "ping",
            "ismaster",
            "hello",
            "buildinfo",
            "serverstatus",
            "listcollections",
            "listindexes",
            "listdatabases",
            "getparameter",
            "connectionstatus",
            "endsessions",
            "whatsmyuri");

    private final Runnable commit;
    /** Shared by those who change something, alone for the commit. */
    private final ReentrantReadWriteLock changing = new ReentrantReadWriteLock(true);

    private final AtomicLong changes = new AtomicLong();
    private final Object committing = new Object();
    private volatile long committed;

    Commits(Runnable commit) {
        this.commit = commit;
    }

    /** What is read may be a change of somebody else, so that such an answer waits for it as well. */
    Document answer(MongoMessage message, Function<MongoMessage, Document> server) {
        var answer = isReading(message) ? server.apply(message) : changed(message, server);
        awaitCommitOf(changes.get());
        return answer;
    }

    private static boolean isReading(MongoMessage message) {
        var command = message.getDocument().keySet().iterator().next();
        return READING.contains(command.toLowerCase(Locale.ROOT));
    }

    private Document changed(MongoMessage message, Function<MongoMessage, Document> server) {
        changing.readLock().lock();
        try {
            return server.apply(message);
        } finally {
            changes.incrementAndGet();
            changing.readLock().unlock();
        }
    }

    private void awaitCommitOf(long change) {
        if (committed >= change) {
            return;
        }
        synchronized (committing) {
            if (committed >= change) {
                return;
            }
            changing.writeLock().lock();
            try {
                long upTo = changes.get();
                commit.run();
                committed = upTo;
            } finally {
                changing.writeLock().unlock();
            }
        }
    }
}
