package vn.congvu.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.http.entity.ContentType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** That every call is another one and none is counted that was not answered; the address here takes whatever comes. */
class LoadTests {
    private final Set<String> keys = ConcurrentHashMap.newKeySet();
    private final Set<String> bodies = ConcurrentHashMap.newKeySet();
    private final AtomicInteger calls = new AtomicInteger();
    private volatile int status = 201;
    private HttpServer server;

    @BeforeEach
    void open() throws Exception {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            try (exchange) {
                calls.incrementAndGet();
                keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
                bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                exchange.sendResponseHeaders(status, -1);
            }
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void everyCallHasValuesOfItsOwnInHeadersAndBody() throws Exception {
        var outcome = Load.fullSpeed(4, Duration.ofSeconds(1), call());

        assertThat(outcome.taken()).isPositive().isEqualTo(calls.get());
        assertThat(keys).hasSize(calls.get());
        assertThat(bodies).hasSize(calls.get()).allMatch(body -> body.matches("\\{\"text\":\"cán bộ [0-9a-f-]{36}\"}"));
    }

    @Test
    void whatIsRefusedIsNotTaken() throws Exception {
        status = 503;

        var outcome = Load.fullSpeed(2, Duration.ofSeconds(1), call());

        assertThat(outcome.calls()).isPositive();
        assertThat(outcome.refused()).isEqualTo(outcome.calls());
        assertThat(outcome.taken()).isZero();
    }

    private Load.Call call() {
        return new Load.Call(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/reports"),
                Map.of("Idempotency-Key", "${key}"),
                "{\"text\":\"cán bộ ${word}\"}",
                ContentType.APPLICATION_JSON,
                () -> Map.of(
                        "key", UUID.randomUUID().toString(),
                        "word", UUID.randomUUID().toString()));
    }
}
