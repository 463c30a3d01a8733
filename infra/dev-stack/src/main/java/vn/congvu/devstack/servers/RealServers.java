package vn.congvu.devstack.servers;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClients;
import com.rabbitmq.client.ConnectionFactory;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.congvu.devstack.suite.CannotStart;

/** Asks real servers whether they answer, so that nothing is started against one that doesn't. */
public final class RealServers {
    private static final int PATIENCE_SECONDS = 4;

    private interface Check {
        void ask(String uri) throws Exception;
    }

    private RealServers() {}

    /** @throws CannotStart with a line that says what to do, when one that is given doesn't answer */
    public static void requireReachable(@Nullable String mongodb, @Nullable String rabbitmq) {
        require("MongoDB", "--mongodb", mongodb, RealServers::checkDatabase);
        require("RabbitMQ", "--rabbitmq", rabbitmq, RealServers::checkBroker);
    }

    private static void require(String server, String option, @Nullable String uri, Check check) {
        if (uri == null) {
            return;
        }
        try {
            check.ask(uri);
        } catch (Exception unreachable) {
            throw new CannotStart("No " + server + " answers at the address of " + option + " (" + reason(unreachable)
                    + "): start it, correct the address, or leave the option out for the embedded one.");
        }
    }

    /** The deepest reason in one line, without the address, which holds a password. */
    private static String reason(Throwable unreachable) {
        var deepest = unreachable;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        if (deepest instanceof MongoException) {
            return "no answer";
        }
        var said = String.valueOf(deepest.getMessage()).lines().findFirst().orElse("");
        var kind = deepest.getClass().getSimpleName();
        return said.isBlank() || said.equals("null") ? kind : kind + ", " + said;
    }

    /** @throws Exception with the driver's reason when the server doesn't answer a ping or refuses the user */
    static void checkDatabase(String uri) throws Exception {
        var settings = MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .build();
        try (var client = MongoClients.create(settings)) {
            client.getDatabase("admin").runCommand(new Document("ping", 1));
        }
    }

    /** @throws Exception with the client's reason when the broker doesn't let us in */
    static void checkBroker(String uri) throws Exception {
        var factory = new ConnectionFactory();
        factory.setUri(uri);
        factory.setConnectionTimeout(PATIENCE_SECONDS * 1000);
        factory.setHandshakeTimeout(PATIENCE_SECONDS * 1000);
        factory.setAutomaticRecoveryEnabled(false);
        factory.newConnection("congvu-up").close();
    }

    /** The URI with the database's name put in its place, its options kept: {@code mongodb://host/?w=majority}. */
    public static String inDatabase(String uri, String database) {
        var question = uri.indexOf('?');
        var options = question < 0 ? "" : uri.substring(question);
        var servers = question < 0 ? uri : uri.substring(0, question);
        var hosts = servers.indexOf("://") + 3;
        var slash = servers.indexOf('/', hosts);
        if (slash < 0) {
            return servers + "/" + database + options;
        }
        var named = servers.substring(slash + 1);
        // the database in a given URI is where the user is known, unless the URI says otherwise
        var credentials = servers.substring(hosts, slash).contains("@");
        if (!named.isEmpty() && credentials && !options.contains("authSource=")) {
            options = options + (options.isEmpty() ? "?" : "&") + "authSource=" + named;
        }
        return servers.substring(0, slash + 1) + database + options;
    }
}
