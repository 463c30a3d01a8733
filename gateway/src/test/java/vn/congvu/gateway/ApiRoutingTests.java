package vn.congvu.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.nimbusds.jwt.SignedJWT;
import java.io.ByteArrayInputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;
import vn.congvu.contracts.Role;
import vn.congvu.gateway.testing.Behind;
import vn.congvu.gateway.testing.GatewayTest;
import vn.congvu.gateway.testing.TestAccounts;
import vn.congvu.gateway.testing.Visitor;
import vn.congvu.gateway.testing.Visitors;
import vn.congvu.platform.access.Caller;
import vn.congvu.platform.access.ServiceTokens;
import vn.congvu.platform.testing.TestKeys;

@GatewayTest
class ApiRoutingTests {
    /** A form as a provider signs it: plus signs, an empty value, capital and small escapes. */
    private static final String SIGNED_FORM = "Body=xin+ch%C3%A0o%20b%e1%ba%a1n&From=%2B84901234567&Empty=&From=twice";

    @Autowired
    Visitors visitors;

    @BeforeEach
    void everybodyAnswers() {
        Behind.reset();
        for (var service : new WireMockServer[] {Behind.INTAKE, Behind.CASES, Behind.NOTIFY}) {
            service.resetAll();
            service.stubFor(any(anyUrl())
                    .willReturn(aResponse()
                            .withHeader("Content-Type", "application/json")
                            .withHeader("X-Who", String.valueOf(service.port()))
                            .withBody("{}")));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/complaints, intake",
        "/api/v1/complaints/7K3F9QXM2D/attachments, intake",
        "/api/v1/tracking/messages, intake",
        "/api/v1/hotline/calls, intake",
        "/api/v1/intake/parked, intake",
        "/webhooks/twilio/sms, intake",
        "/webhooks/sms/aggregator, intake",
        "/webhooks/twilio/status, notify",
        "/api/v1/agencies, cases",
        "/api/v1/cases/1/accept, cases",
        "/api/v1/deadlines/preview, cases",
        "/api/v1/overview, cases",
        "/api/v1/apologies.atom, notify",
        "/api/v1/templates/x, notify"
    })
    void sendsEachPathToItsService(String path, String service) {
        var answer = citizen().send(request(path).POST(BodyPublishers.ofString("{}")));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("X-Who"))
                .isEqualTo(String.valueOf(named(service).port()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/unknown",
                "/api/v1/complaintsx",
                "/api/v2/complaints",
                "/internal/contacts/1",
                "/api/internal/contacts/1",
                "/actuator/env"
            })
    void passesNothingElseOn(String path) {
        assertThat(citizen().get(path).status()).isIn(401, 403, 404);
        assertThat(Behind.INTAKE.getAllServeEvents()).isEmpty();
        assertThat(Behind.CASES.getAllServeEvents()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/complaints/../../../internal/contacts/1",
                "/api/v1/complaints/%2e%2e/%2e%2e/internal/contacts/1",
                "/api/v1/complaints/..;/..;/internal/contacts/1",
                "/api/v1/complaints/%2f..%2finternal"
            })
    void climbsOutOfNoPath(String path) {
        assertThat(citizen().send(raw(path)).status()).isIn(400, 404);
        assertThat(Behind.INTAKE.getAllServeEvents()).isEmpty();
    }

    @Test
    void anUnknownPathOfTheApiIsAProblem() {
        var answer = citizen().get("/api/v1/unknown");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.body()).contains("/problems/not-found");
    }

    @Test
    void halfAnEscapeIsAProblemAndNoFault() throws Exception {
        // no client library sends such a line, so it goes over a plain socket
        try (var socket = new Socket("127.0.0.1", visitors.address().getPort())) {
            socket.getOutputStream()
                    .write("GET /api/v1/agencies?q=%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 400")
                    .contains("/problems/malformed");
        }
    }

    @Test
    void passesTheBytesOfAWebhookOnUnchanged() {
        citizen()
                .send(request("/webhooks/twilio/sms?provider=a%2Bb&x=%7E~+")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("X-Twilio-Signature", "abc=")
                        .POST(BodyPublishers.ofString(SIGNED_FORM)));

        var seen = onlyRequest(Behind.INTAKE, "/webhooks/twilio/sms");
        assertThat(seen.getBodyAsString()).isEqualTo(SIGNED_FORM);
        assertThat(seen.getUrl()).isEqualTo("/webhooks/twilio/sms?provider=a%2Bb&x=%7E~+");
        assertThat(seen.getHeader("X-Twilio-Signature")).isEqualTo("abc=");
    }

    @Test
    void passesAnUploadOnUnchanged() {
        var bytes = new byte[300_000];
        new Random(7).nextBytes(bytes);

        citizen()
                .send(request("/api/v1/complaints/7K3F9QXM2D/attachments")
                        .header("Content-Type", "multipart/form-data; boundary=x")
                        .header("X-Access-Code", "secret")
                        .POST(BodyPublishers.ofByteArray(bytes)));

        var seen = onlyRequest(Behind.INTAKE, "/api/v1/complaints/7K3F9QXM2D/attachments");
        assertThat(seen.getBody()).isEqualTo(bytes);
        assertThat(seen.getHeader("Content-Type")).isEqualTo("multipart/form-data; boundary=x");
    }

    @Test
    void saysNothingThatOnlyTheGatewayMaySay() {
        citizen()
                .send(request("/api/v1/agencies?q=a")
                        .header("X-User-Id", "admin")
                        .header("X-User-Roles", "ADMIN")
                        .header("X-Forwarded-For", "10.0.0.1")
                        .header("X-Forwarded-Host", "evil.example")
                        .header("Forwarded", "for=10.0.0.1")
                        .header("X-Service-Token", "forged")
                        .header("Cookie", "cong-vu=stolen")
                        .GET());

        var seen = onlyRequest(Behind.CASES, "/api/v1/agencies");
        assertThat(seen.getHeaders().keys())
                .noneMatch(name -> name.toLowerCase().startsWith("x-user"))
                .noneMatch(name -> name.toLowerCase().contains("forwarded"))
                .noneMatch(name -> name.equalsIgnoreCase("X-Service-Token"))
                .noneMatch(name -> name.equalsIgnoreCase("Cookie"));
        assertThat(callerSeenBy("case-service", seen)).isEqualTo(Caller.anonymous());
    }

    @Test
    void tellsOnlyTheIntakeWhereSomebodyIs() throws Exception {
        citizen().get("/api/v1/complaints/7K3F9QXM2D");
        citizen().get("/api/v1/agencies");

        assertThat(clientSeenBy(onlyRequest(Behind.INTAKE, "/api/v1/complaints/7K3F9QXM2D")))
                .isEqualTo("127.0.0.1");
        assertThat(clientSeenBy(onlyRequest(Behind.CASES, "/api/v1/agencies"))).isNull();
    }

    @Test
    void saysWhoIsSignedIn() {
        citizen()
                .send(request("/api/v1/cases")
                        .header("Authorization", "Bearer " + token("head.sxd"))
                        .GET());

        var caller = callerSeenBy("case-service", onlyRequest(Behind.CASES, "/api/v1/cases"));
        assertThat(caller.subject()).isEqualTo("head.sxd");
        assertThat(caller.roles()).containsExactly(Role.AGENCY_HEAD);
        assertThat(caller.agencyCode()).isEqualTo("SXD");
        assertThat(caller.title()).isEqualTo("Giám đốc Sở Xây dựng, kiêm nhiệm");
    }

    @Test
    void aTokenIsForOneServiceOnly() {
        citizen().get("/api/v1/agencies");

        var header = onlyRequest(Behind.CASES, "/api/v1/agencies")
                .getHeader("Authorization")
                .substring("Bearer ".length());
        assertThat(tokens("intake-service").verify(header)).isEmpty();
    }

    @Test
    void theCookieOfAPageMeansNothingToTheApi() {
        visitors.staff("head.sxd").get("/api/v1/cases");

        assertThat(callerSeenBy("case-service", onlyRequest(Behind.CASES, "/api/v1/cases")))
                .isEqualTo(Caller.anonymous());
    }

    @Test
    void aTokenThatEndedIsRefusedAndNotServedAsNobody() {
        var answer = citizen()
                .send(request("/api/v1/cases")
                        .header("Authorization", "Bearer gone")
                        .GET());

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(answer.body()).contains("/problems/sign-in");
        assertThat(Behind.CASES.getAllServeEvents()).isEmpty();
    }

    @Test
    void aServiceThatIsAwayIsAProblemWithATimeToTryAgain() {
        Behind.isAway(Behind.INTAKE);

        var answer = citizen().send(request("/api/v1/complaints").POST(BodyPublishers.ofString("{}")));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isNotBlank();
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.body()).contains("Idempotency-Key");
    }

    @Test
    void aServiceThatIsSilentIsAway() {
        Behind.INTAKE.stubFor(any(anyUrl()).atPriority(1).willReturn(aResponse().withFixedDelay(6_000)));

        assertThat(citizen()
                        .send(request("/api/v1/complaints").POST(BodyPublishers.ofString("{}")))
                        .status())
                .isEqualTo(503);
    }

    @Test
    void anEndlessBodyIsCutOff() {
        var announced =
                citizen().send(request("/api/v1/complaints").POST(BodyPublishers.ofByteArray(new byte[3_000_000])));
        var chunked = citizen()
                .send(request("/api/v1/complaints")
                        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[3_000_000]))));

        assertThat(announced.status()).isEqualTo(413);
        assertThat(chunked.status()).isEqualTo(413);
        assertThat(chunked.body()).contains("/problems/too-large");
    }

    @Test
    void theServicesOwnAnswerAndProblemArePassedBack() {
        Behind.CASES.stubFor(any(anyUrl())
                .atPriority(1)
                .willReturn(aResponse()
                        .withStatus(409)
                        .withHeader("Content-Type", "application/problem+json")
                        .withBody("{\"type\":\"/problems/stale\"}")));

        var answer = citizen().send(request("/api/v1/cases/1/accept").POST(BodyPublishers.ofString("{}")));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body()).isEqualTo("{\"type\":\"/problems/stale\"}");
        assertThat(answer.headers().allValues("X-Content-Type-Options")).hasSize(1);
    }

    private Visitor citizen() {
        return visitors.citizen();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(visitors.address().resolve(path));
    }

    /** Without the client tidying the path up. */
    private HttpRequest.Builder raw(String path) {
        return HttpRequest.newBuilder(URI.create(visitors.address() + path)).GET();
    }

    private static WireMockServer named(String service) {
        return switch (service) {
            case "intake" -> Behind.INTAKE;
            case "cases" -> Behind.CASES;
            case "notify" -> Behind.NOTIFY;
            default -> throw new IllegalArgumentException(service);
        };
    }

    /** Others may ask the same stand-in: what a test before has given up on can arrive late. */
    private static LoggedRequest onlyRequest(WireMockServer service, String path) {
        var seen =
                service.getAllServeEvents().stream().map(ServeEvent::getRequest).toList();
        var asked = seen.stream()
                .filter(request -> request.getUrl().startsWith(path))
                .toList();
        assertThat(asked)
                .as(() -> seen.stream().map(LoggedRequest::getUrl).toList().toString())
                .hasSize(1);
        return asked.getFirst();
    }

    private static Caller callerSeenBy(String service, LoggedRequest request) {
        var header = request.getHeader("Authorization");
        return tokens(service).verify(header.substring("Bearer ".length())).orElseThrow();
    }

    private static String clientSeenBy(LoggedRequest request) throws Exception {
        var token = SignedJWT.parse(request.getHeader("Authorization").substring("Bearer ".length()));
        return token.getJWTClaimsSet().getStringClaim(ServiceTokens.CLIENT_CLAIM);
    }

    private static ServiceTokens tokens(String service) {
        return new ServiceTokens(service, TestKeys.TOKENS, Duration.ofMinutes(1), InstantSource.system());
    }

    private String token(String username) {
        var answer = citizen()
                .send(request("/api/v1/sign-in")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"username\":\"%s\",\"password\":\"%s\"}"
                                .formatted(username, TestAccounts.PASSWORD))));
        return new JsonMapper().readTree(answer.body()).get("token").stringValue();
    }
}
