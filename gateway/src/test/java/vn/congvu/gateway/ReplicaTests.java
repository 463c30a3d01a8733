package vn.congvu.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import vn.congvu.gateway.testing.Behind;
import vn.congvu.gateway.testing.GatewayTest;
import vn.congvu.gateway.testing.Visitors;
import vn.congvu.platform.access.TokenKeys;
import vn.congvu.platform.sealing.Sealer;

/** Two gateways on one database. */
@GatewayTest
class ReplicaTests {
    @Autowired
    Visitors visitors;

    @Autowired
    Environment environment;

    @Autowired
    Clock clock;

    @Autowired
    TokenKeys keys;

    @Autowired
    Sealer sealer;

    @Test
    void aReplicaThatGoesSignsNobodyOut() throws Exception {
        Behind.reset();
        var visitor = visitors.staff("auditor");
        var cookie = visitor.cookies().getCookieStore().getCookies().stream()
                .filter(kept -> kept.getName().equals("cong-vu"))
                .findFirst()
                .orElseThrow()
                .getValue();

        try (var another = anotherReplica()) {
            var port = another.getEnvironment().getRequiredProperty("local.server.port");
            assertThat(status(URI.create("http://127.0.0.1:" + port + "/staff/account"), cookie))
                    .as("signed in at one, known to the other")
                    .isEqualTo(200);
            visitor.get("/staff/account");
        }
        assertThat(visitor.get("/staff/account").status())
                .as("one is gone, nobody is signed out")
                .isEqualTo(200);
    }

    private ConfigurableApplicationContext anotherReplica() {
        return new SpringApplicationBuilder(GatewayApplication.class)
                .initializers(context -> {
                    context.getBeanFactory().registerSingleton("clock", clock);
                    context.getBeanFactory().registerSingleton("tokenKeys", keys);
                    context.getBeanFactory().registerSingleton("sealer", sealer);
                })
                .run(
                        "--server.port=0",
                        "--spring.mongodb.uri=" + environment.getRequiredProperty("spring.mongodb.uri"),
                        "--complaints.platform.audit.key-file="
                                + environment.getRequiredProperty("complaints.platform.audit.key-file"),
                        "--complaints.gateway.accounts.seed-file="
                                + environment.getRequiredProperty("complaints.gateway.accounts.seed-file"),
                        "--complaints.gateway.services.cases-url=" + Behind.CASES.baseUrl());
    }

    private static int status(URI address, String cookie) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(address)
                                    .header("Cookie", "cong-vu=" + cookie)
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .statusCode();
        }
    }
}
