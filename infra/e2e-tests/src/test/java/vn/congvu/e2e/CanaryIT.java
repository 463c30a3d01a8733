package vn.congvu.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody whose name, address, e-mail, phone and network address are words that occur nowhere else uses every door, and the whole
 * life of the report is played. Afterwards none of these words is found in any database, message, log, figure, nor in the memory of
 * the case-service; the reference, looked for in the same places, is.
 */
class CanaryIT {
    private static final String NAME = "Canaryzxq Hoàng Yến Lạ Kỳ";
    private static final String ADDRESS = "Canarybvw 12 đường Chim Lạ";
    private static final String EMAIL = "canarykjh@vidu.example";
    private static final String PHONE = "0938271946";
    private static final String NETWORK = "127.83.91.77";
    private static final Canaries CANARIES =
            new Canaries(List.of("Canaryzxq", "Lạ Kỳ", "Canarybvw", "canarykjh", PHONE.substring(1), NETWORK));
    private static final List<String> EXCHANGES = List.of("complaints.intake", "complaints.cases", "complaints.notify");
    private static final List<String> SERVICES = List.of("gateway", "intake-service", "case-service", "notify-service");
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void whoReportedIsFoundNowhereOutsideTheVault() throws Exception {
        var factory = new ConnectionFactory();
        factory.setUri(Insider.settingsOf("case-service").getProperty("spring.rabbitmq.addresses"));
        try (var connection = factory.newConnection()) {
            var channel = connection.createChannel();
            var queue = channel.queueDeclare("", false, true, true, Map.of()).getQueue();
            for (var exchange : EXCHANGES) {
                channel.queueBind(queue, exchange, "#");
            }

            var reference = everyDoorIsUsed();

            var reported = new Canaries(List.of(reference));
            nowhere("the broker's messages", messages(channel, queue), reported);
            nowhere("the databases", documents(), reported);
            nowhere("the logs", logs(), reported);
            for (var figures : figures().entrySet()) {
                assertThat(CANARIES.in(figures.getValue()))
                        .as("figures of " + figures.getKey())
                        .isEmpty();
            }
            var heap = heapOf("case-service");
            try {
                assertThat(CANARIES.in(heap)).as("memory of the case-service").isEmpty();
                assertThat(reported.in(heap))
                        .as("the search sees what is in memory")
                        .isNotEmpty();
            } finally {
                Files.delete(heap);
            }
        }
    }

    private static void nowhere(String place, List<String> found, Canaries reported) {
        assertThat(found.stream().flatMap(text -> CANARIES.in(text).stream().map(name -> name + " in " + text)))
                .as(place)
                .isEmpty();
        assertThat(found).as("the search sees " + place).anyMatch(text -> !reported.in(text)
                .isEmpty());
    }

    /** @return the reference of the report that came by the web form */
    private static String everyDoorIsUsed() throws Exception {
        var reporter = Map.of("name", NAME, "phone", PHONE, "email", EMAIL, "address", ADDRESS);
        try (var canary = HttpClient.newBuilder()
                .localAddress(InetAddress.getByName(NETWORK))
                .build()) {
            var receipt = send(
                    canary,
                    "/api/v1/complaints",
                    Map.of("text", "Hồ sơ bị trả lại nhiều lần.", "agencyCode", "SGDDT", "reporter", reporter),
                    201);
            var reference = receipt.path("reference").asString();
            var code = receipt.path("accessCode").asString();
            send(canary, "/api/v1/tracking", Map.of("reference", reference, "accessCode", "0000-00000-00000"), 404);
            send(
                    canary,
                    "/api/v1/tracking/data-requests",
                    Map.of(
                            "reference",
                            reference,
                            "accessCode",
                            code,
                            "kind",
                            "CORRECTION",
                            "name",
                            NAME,
                            "phone",
                            PHONE),
                    201);
            send(canary, "/api/v1/complaints", Map.of("text", "", "reporter", reporter), 422);

            Told.sms(PHONE, "Can bo So Xay dung vang mat ca buoi sang");
            Api.await(() -> Told.smsTo(PHONE), texts -> !texts.isEmpty());
            Api.post(
                            "/api/v1/hotline/calls",
                            Map.of(
                                    "text",
                                    "Người gọi chờ cả ngày.",
                                    "agencyCode",
                                    "STP",
                                    "caller",
                                    Map.of("name", NAME, "phone", PHONE)),
                            "operator")
                    .expect(201);
            Api.post("/api/v1/hotline/callers", Map.of("phone", PHONE), "operator")
                    .expect(200);

            Api.awaitCase("head.sgddt", reference, JsonNode::isObject);
            Api.command("head.sgddt", reference, "accept", Map.of());
            Api.fullCase("head.sgddt", reference);
            Api.command(
                    "head.sgddt",
                    reference,
                    "answer",
                    Map.of("answer", "Đã tiếp nhận lại hồ sơ.", "finding", "SUBSTANTIATED"));
            Api.await(
                    () -> send(canary, "/api/v1/tracking", Map.of("reference", reference, "accessCode", code), 200),
                    seen -> seen.path("state").asString().equals("ANSWERED"));
            SuiteTime.passTo(SuiteTime.openingAfter(SuiteTime.today()));
            Api.await(() -> Told.smsTo(PHONE), texts -> texts.stream()
                    .flatMap(text -> Told.referencesIn(text).stream())
                    .anyMatch(reference::equals));
            return reference;
        }
    }

    private static JsonNode send(HttpClient client, String path, Object body, int expected)
            throws IOException, InterruptedException {
        var answer = client.send(
                HttpRequest.newBuilder(RunningSuite.gateway().resolve(path))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(expected);
        return JSON.readTree(answer.body());
    }

    /** Headers and body of everything that was published. */
    private static List<String> messages(Channel channel, String queue) throws IOException {
        var messages = new ArrayList<String>();
        GetResponse next;
        while ((next = channel.basicGet(queue, true)) != null) {
            messages.add(next.getEnvelope() + " " + next.getProps() + " " + new String(next.getBody(), "UTF-8"));
        }
        return messages;
    }

    private static List<String> documents() {
        var documents = new ArrayList<String>();
        try (var client = MongoClients.create("mongodb://127.0.0.1:" + RunningSuite.port("mongodb"))) {
            for (var database : List.of("gateway", "intake", "cases", "notify")) {
                for (var collection : client.getDatabase(database).listCollectionNames()) {
                    client.getDatabase(database)
                            .getCollection(collection)
                            .find()
                            .forEach(document -> documents.add(collection + " " + document.toJson()));
                }
            }
        }
        return documents;
    }

    private static List<String> logs() throws IOException {
        var logs = new ArrayList<String>();
        for (var service : SERVICES) {
            logs.addAll(Files.readAllLines(RunningSuite.runFolder().resolve("logs/" + service + ".log")));
        }
        return logs;
    }

    /** Told inside only, to whoever can reach that port. */
    private static Map<String, String> figures() throws Exception {
        var figures = new TreeMap<String, String>();
        try (var client = HttpClient.newHttpClient()) {
            for (var service : List.of("gateway", "intake", "cases", "notify")) {
                var url = URI.create(
                        "http://127.0.0.1:" + RunningSuite.port(service + "-inside") + "/actuator/prometheus");
                var answer = client.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString());
                assertThat(answer.statusCode()).as(url.toString()).isEqualTo(200);
                assertThat(answer.body()).contains("http_server_requests_seconds");
                figures.put(service, answer.body());
            }
        }
        return figures;
    }

    /** With what is garbage already: it was there. */
    private static Path heapOf(String service) throws IOException, InterruptedException {
        var pid = Files.readAllLines(RunningSuite.runFolder().resolve("pids")).stream()
                .filter(line -> line.endsWith(" " + service))
                .map(line -> line.split(" ")[0])
                .findFirst()
                .orElseThrow();
        var dump = Path.of("target", "canary.hprof").toAbsolutePath();
        Files.deleteIfExists(dump);
        var jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        pid,
                        "GC.heap_dump",
                        "-all",
                        dump.toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(jcmd.getInputStream().readAllBytes());
        assertThat(jcmd.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(jcmd.exitValue()).as(said).isZero();
        return dump;
    }
}
