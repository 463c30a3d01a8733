package vn.congvu.platform.migration;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.mongodb.MongoClientSettings;
import java.time.Duration;

/**
 * How long the database may leave somebody waiting. A server that hangs, or a network that drops everything, breaks no connection: the
 * driver would wait until the operating system gives up, for hours.
 */
final class DatabasePatience {
    private static final Duration FIND_SERVER = Duration.ofSeconds(3);
    /** Also what a server has to show that it lives. */
    private static final Duration CONNECT = Duration.ofSeconds(4);

    private static final Duration SHOW_LIFE_EVERY = Duration.ofSeconds(2);
    /** Far over what any question here takes that has its index. */
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private DatabasePatience() {}

    static void forQuestions(MongoClientSettings.Builder settings) {
        settings.applyToClusterSettings(
                cluster -> cluster.serverSelectionTimeout(FIND_SERVER.toMillis(), MILLISECONDS));
        settings.applyToServerSettings(server -> server.heartbeatFrequency(SHOW_LIFE_EVERY.toMillis(), MILLISECONDS));
        settings.applyToSocketSettings(
                socket -> socket.connectTimeout(Math.toIntExact(CONNECT.toMillis()), MILLISECONDS)
                        .readTimeout(Math.toIntExact(ANSWER.toMillis()), MILLISECONDS));
    }

    static void forMigrations(MongoClientSettings.Builder settings) {
        settings.applyToSocketSettings(socket -> socket.readTimeout(0, MILLISECONDS));
    }
}
