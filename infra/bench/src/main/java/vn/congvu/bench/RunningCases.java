package vn.congvu.bench;

import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import vn.congvu.contracts.Event;
import vn.congvu.contracts.EventTypes;
import vn.congvu.contracts.Exchanges;
import vn.congvu.contracts.Ids;
import vn.congvu.embedded.EmbeddedBroker;
import vn.congvu.embedded.EmbeddedDatabase;
import vn.congvu.platform.access.Caller;
import vn.congvu.platform.access.ServiceTokens;
import vn.congvu.platform.access.TokenKeys;
import vn.congvu.platform.messaging.Envelope;
import vn.congvu.platform.messaging.EventJson;
import vn.congvu.platform.sealing.Sealer;

/** One replica of the case service in this JVM, with a database and a broker; its sweeps run when they are told to. */
final class RunningCases implements AutoCloseable {
    static final Sealer SEALER = new Sealer(new byte[32]);
    private static final String SERVICE = "case-service";
    private static final String NEVER = "PT240H";

    private final ConfigurableApplicationContext context;
    private final MovableClock clock;
    private final ServiceTokens gateway;
    private final List<AutoCloseable> servers;
    private final boolean dropAtTheEnd;
    private final HttpClient http = HttpClient.newHttpClient();

    private RunningCases(
            ConfigurableApplicationContext context,
            MovableClock clock,
            ServiceTokens gateway,
            List<AutoCloseable> servers,
            boolean dropAtTheEnd) {
        this.context = context;
        this.clock = clock;
        this.gateway = gateway;
        this.servers = servers;
        this.dropAtTheEnd = dropAtTheEnd;
    }

    /**
     * @param mongodb a server to make a database on, absent for the embedded one
     * @param province folder of the demo directory
     */
    static RunningCases start(@Nullable String mongodb, Path province) throws Exception {
        var database = mongodb == null ? EmbeddedDatabase.inMemory(freePort()) : null;
        var broker = EmbeddedBroker.inMemory(Files.createTempDirectory("bench-broker"), freePort());
        var name = "bench_" + UUID.randomUUID().toString().substring(0, 8);
        var clock = new MovableClock();
        var keys = keys();
        var auditKey = Files.createTempFile("bench-audit", ".key");
        Files.writeString(auditKey, Base64.getEncoder().encodeToString(new byte[32]));
        Map<String, Object> settings = Map.ofEntries(
                Map.entry("server.port", "0"),
                Map.entry("server.address", "127.0.0.1"),
                Map.entry("spring.main.banner-mode", "off"),
                Map.entry("logging.level.root", "WARN"),
                Map.entry(
                        "spring.mongodb.uri",
                        database != null ? database.uri(name) : inDatabase(String.valueOf(mongodb), name)),
                Map.entry("spring.rabbitmq.addresses", broker.uri()),
                Map.entry("complaints.platform.messaging.queue-type", "none"),
                Map.entry("complaints.platform.audit.key-file", auditKey.toString()),
                Map.entry(
                        "complaints.cases.directory.seed-dir",
                        province.toAbsolutePath().normalize().toString()),
                Map.entry("complaints.cases.sweep.interval", NEVER),
                Map.entry("complaints.cases.dossier.max-rows", "200"));
        ApplicationContextInitializer<GenericApplicationContext> beans = to -> {
            to.registerBean(Clock.class, () -> clock);
            to.registerBean(TokenKeys.class, () -> keys);
            to.registerBean(Sealer.class, () -> SEALER);
        };
        var context = new SpringApplicationBuilder(Class.forName("vn.congvu.cases.CaseApplication"))
                .initializers(beans)
                .run(settings.entrySet().stream()
                        .map(each -> "--" + each.getKey() + "=" + each.getValue())
                        .toArray(String[]::new));
        return new RunningCases(
                context,
                clock,
                new ServiceTokens("gateway", keys, Duration.ofMinutes(1), InstantSource.system()),
                database == null ? List.of(broker) : List.of(broker, database),
                database == null);
    }

    MongoCollection<Document> collection(String name) {
        return context.getBean(MongoTemplate.class).getCollection(name);
    }

    String store() {
        var info = context.getBean(MongoTemplate.class).getDb().runCommand(new Document("buildInfo", 1));
        return dropAtTheEnd
                ? "MongoDB " + info.getString("version")
                : "embedded (mongo-java-server, with indexes in memory)";
    }

    /** Runs a scheduled method once, as the scheduler does. */
    void sweep(String method) {
        context.getBean(ScheduledTaskHolder.class).getScheduledTasks().stream()
                .map(each -> each.getTask().getRunnable())
                .filter(each -> each.toString().endsWith(method))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no scheduled " + method))
                .run();
    }

    Instant now() {
        return clock.instant();
    }

    void moveTo(Instant moment) {
        clock.offset = Duration.between(Instant.now(), moment);
    }

    /** Has intake tell something. */
    void tell(String aggregateId, String reference, Event event) {
        var envelope = new Envelope(
                Ids.next(),
                Exchanges.INTAKE,
                EventTypes.keyOf(event.getClass()),
                aggregateId,
                1,
                reference,
                now(),
                EventJson.write(event));
        context.getBean(RabbitTemplate.class).send(envelope.publisher(), envelope.type(), envelope.toMessage());
    }

    RabbitTemplate broker() {
        return context.getBean(RabbitTemplate.class);
    }

    HttpResponse<String> get(String path, Caller caller) throws IOException, InterruptedException {
        return http.send(request(path, caller).GET().build(), BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, Caller caller, String type, String body)
            throws IOException, InterruptedException {
        var request = request(path, caller)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path, Caller caller) {
        var port = context.getEnvironment().getRequiredProperty("local.server.port");
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofMinutes(5))
                .header("Authorization", "Bearer " + gateway.issue(SERVICE, caller));
    }

    @Override
    public void close() throws Exception {
        if (dropAtTheEnd) {
            context.getBean(MongoTemplate.class).getDb().drop();
        }
        context.close();
        http.close();
        for (AutoCloseable server : servers) {
            server.close();
        }
    }

    private static String inDatabase(String uri, String name) {
        int options = uri.indexOf('?');
        var server = options < 0 ? uri : uri.substring(0, options);
        return server.replaceFirst("^(mongodb(?:\\+srv)?://[^/]+).*$", "$1/" + name)
                + (options < 0 ? "" : uri.substring(options));
    }

    private static TokenKeys keys() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        var pair = generator.generateKeyPair();
        return new TokenKeys(
                Map.of("gateway", (ECPublicKey) pair.getPublic(), SERVICE, (ECPublicKey) pair.getPublic()),
                Map.of("gateway", (ECPrivateKey) pair.getPrivate(), SERVICE, (ECPrivateKey) pair.getPrivate()));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
