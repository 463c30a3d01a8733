package vn.congvu.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.text.Normalizer;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.congvu.gateway.testing.Behind;
import vn.congvu.gateway.testing.GatewayTest;
import vn.congvu.gateway.testing.TestAccounts;
import vn.congvu.gateway.testing.Visitor.Answer;
import vn.congvu.gateway.testing.Visitors;

@GatewayTest
class SignInTests {
    private static final int FREE_TRIES = 5;
    private static final String PHRASE = "hai con mèo ngủ trên mái ngói đỏ";
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    Visitors visitors;

    @BeforeEach
    void services() {
        Behind.reset();
    }

    @Test
    void aStaffPageSendsToTheFormAndBack() {
        var visitor = visitors.citizen();

        var refused = visitor.get("/staff/operator?x=1");
        assertThat(refused.status()).isEqualTo(303);
        assertThat(refused.header("Location")).isEqualTo("/staff/sign-in?next=%2Fstaff%2Foperator%3Fx%3D1");

        visitor.get(refused.header("Location"));
        var arrived = visitor.post(
                "/staff/sign-in",
                Map.of("username", "operator", "password", TestAccounts.PASSWORD, "next", "/staff/operator?x=1"));
        assertThat(arrived.header("Location")).endsWith("/staff/operator?x=1");
        assertThat(visitor.get("/staff/operator").status()).isEqualTo(200);
    }

    @Test
    void theWayBackLeadsToNobodyElse() {
        for (var next :
                new String[] {"//evil.example/staff/", "https://evil.example", "/staff/../x", "/staff/\\evil"}) {
            var visitor = visitors.citizen();
            visitor.get("/staff/sign-in");
            var arrived = visitor.post(
                    "/staff/sign-in", Map.of("username", "operator", "password", TestAccounts.PASSWORD, "next", next));
            assertThat(URI.create(arrived.header("Location")).getPath()).isEqualTo("/staff");
        }
    }

    @Test
    void anUnknownNameAndAWrongPasswordAreToldApartByNobody() {
        var unknown = form("nobody", "wrong password");
        var wrong = form("operator", "wrong password");

        assertThat(unknown.status()).isEqualTo(401);
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(unknown.page().select("#sign-in-wrong").text())
                .isEqualTo(wrong.page().select("#sign-in-wrong").text())
                .isNotBlank();
        assertThat(api("nobody", "wrong").body())
                .isEqualTo(api("operator", "wrong").body());
    }

    @Test
    void theCookieIsNewAtEverySignInAndUselessAfterSigningOut() {
        var visitor = visitors.staff("operator");
        var first = visitor.cookies().getCookieStore().getCookies().toString();
        visitor.get("/staff/sign-in");
        visitor.post("/staff/sign-in", Map.of("username", "operator", "password", TestAccounts.PASSWORD));
        var second = visitor.cookies().getCookieStore().getCookies().toString();
        assertThat(second).isNotEqualTo(first);

        var token = cookie(second);
        visitor.get("/staff/operator");
        assertThat(visitor.post("/staff/sign-out", Map.of()).status()).isEqualTo(302);
        assertThat(withCookie(token).status()).isEqualTo(303);
        assertThat(withCookie(cookie(first)).status()).isEqualTo(303);
    }

    @Test
    void theCookieIsOutOfReachOfScripts() {
        var visitor = visitors.citizen();
        visitor.get("/staff/sign-in");
        var arrived = visitor.post("/staff/sign-in", Map.of("username", "operator", "password", TestAccounts.PASSWORD));

        assertThat(arrived.headers().allValues("Set-Cookie")).anySatisfy(cookie -> assertThat(cookie)
                .startsWith("cong-vu=")
                .contains("HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Secure"));
    }

    @Test
    void aFormWithoutItsTokenIsNotTakenAndItsWordsAreGivenBack() {
        var visitor = visitors.staff("operator");

        var refused = visitor.post(
                "/staff/operator", Map.of("_csrf", "forged", "text", "Người gọi kể rằng cán bộ đã bỏ về sớm."));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.page().select("textarea[readonly]").text()).contains("đã bỏ về sớm");
        assertThat(Behind.INTAKE.getAllServeEvents()).isEmpty();
    }

    @Test
    void aFormSentAfterTheSignInEndedGivesItsWordsBack() {
        var visitor = visitors.citizen();
        visitor.get("/staff/sign-in");

        var refused = visitor.post("/staff/operator", Map.of("text", "Người gọi kể rằng cán bộ đã bỏ về sớm."));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).contains("phiên làm việc đã kết thúc");
        assertThat(refused.page().select("textarea[readonly]").text()).contains("đã bỏ về sớm");
    }

    @Test
    void twoOpenFormsCanBothBeSent() {
        var visitor = visitors.staff("operator");
        var first = visitor.get("/staff/operator")
                .page()
                .selectFirst("input[name=_csrf]")
                .val();
        visitor.get("/staff/operator");

        assertThat(visitor.post("/staff/operator", Map.of("_csrf", first)).status())
                .isEqualTo(422);
        assertThat(visitor.post("/staff/operator", Map.of("_csrf", first)).status())
                .isEqualTo(422);
    }

    @Test
    void anotherRolesPageIsNotAllowed() {
        var answer = visitors.staff("auditor").get("/staff/operator");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.page().selectFirst("h1").text()).isEqualTo("Không có quyền xem trang này");
    }

    @Test
    void aProgramGetsATokenWithItsRoles() {
        var answer = api("monitor", TestAccounts.PASSWORD);

        assertThat(answer.status()).isEqualTo(200);
        var token = json(answer);
        assertThat(token.get("roles").get(0).stringValue()).isEqualTo("MONITOR");
        assertThat(token.get("token").stringValue()).hasSizeGreaterThan(40);
        assertThat(token.has("expiresAt")).isTrue();
    }

    @Test
    void aBearerTokenIsNoCookie() {
        var token = json(api("operator", TestAccounts.PASSWORD)).get("token").stringValue();

        assertThat(withCookie(token).status()).isEqualTo(303);
    }

    @Test
    void onlyTheAdministratorKeepsAccounts() {
        assertThat(accounts("monitor", "GET", "", "").status()).isEqualTo(403);
        assertThat(visitors.citizen().get("/api/v1/accounts").status()).isEqualTo(401);

        var listed = json(accounts("admin", "GET", "?size=3", ""));
        assertThat(listed.get("items")).hasSize(3);
        assertThat(listed.toString()).doesNotContain("assword").doesNotContain("argon2");
        assertThat(json(accounts(
                                "admin",
                                "GET",
                                "?size=3&cursor=" + listed.get("next").stringValue(),
                                ""))
                        .get("items")
                        .get(0)
                        .get("username")
                        .stringValue())
                .isGreaterThan(listed.get("items").get(2).get("username").stringValue());
    }

    @Test
    void anAccountIsAddedChangedAndShutOut() {
        var added = accounts("admin", "POST", "", """
                {"username": "head.snv", "roles": ["AGENCY_HEAD"], "agencyCode": "SNV"}""");
        assertThat(added.status()).isEqualTo(201);
        assertThat(accounts("admin", "POST", "", """
                {"username": "head.snv", "roles": ["AGENCY_HEAD"]}""").status()).isEqualTo(409);

        var code = json(added).get("code").stringValue();
        assertThat(api("head.snv", code).status()).as("a code is no password").isEqualTo(401);
        assertThat(invitation("head.snv", code, PHRASE).status()).isEqualTo(302);

        var token = json(api("head.snv", PHRASE)).get("token").stringValue();
        assertThat(accounts("admin", "PUT", "/head.snv", "{\"enabled\": false}").status())
                .isEqualTo(200);
        assertThat(api("head.snv", PHRASE).status()).isEqualTo(401);
        assertThat(bearer(token, "GET", "/api/v1/cases", "").status()).isEqualTo(401);
    }

    @Test
    void anInvitationWorksOnceAndOnlyForAGoodPassword() {
        var code = json(accounts("admin", "POST", "", """
                {"username": "invited.once", "roles": ["AUDITOR"]}""")).get("code").stringValue();

        assertThat(invitation("invited.once", "0000-0000-0000-0000", PHRASE).status())
                .isEqualTo(422);
        assertThat(invitation("invited.once", code, "too short").text()).contains("15 đến 200");
        assertThat(invitation("invited.once", code, "password password").text()).contains("bị thử đầu tiên");
        assertThat(invitation("invited.once", code.toLowerCase(), PHRASE).status())
                .isEqualTo(302);
        assertThat(invitation("invited.once", code, PHRASE + "!").status()).isEqualTo(422);
        assertThat(api("invited.once", PHRASE).status()).isEqualTo(200);
        assertThat(api("invited.once", Normalizer.normalize(PHRASE, Normalizer.Form.NFD))
                        .status())
                .as("typed on another keyboard")
                .isEqualTo(200);
    }

    @Test
    void anAccountThatStartsOverIsSignedOutAndHasNoPassword() {
        var code = json(accounts("admin", "POST", "", """
                {"username": "starts.over", "roles": ["AUDITOR"]}""")).get("code").stringValue();
        invitation("starts.over", code, PHRASE);
        var token = json(api("starts.over", PHRASE)).get("token").stringValue();

        assertThat(accounts("admin", "POST", "/starts.over/invitation", "").status())
                .isEqualTo(201);

        assertThat(api("starts.over", PHRASE).status()).isEqualTo(401);
        assertThat(bearer(token, "GET", "/api/v1/cases", "").status()).isEqualTo(401);
    }

    @Test
    void theOwnerChangesThePasswordAndIsSignedOutEverywhere() {
        var code = json(accounts("admin", "POST", "", """
                {"username": "changes", "roles": ["AUDITOR"]}""")).get("code").stringValue();
        invitation("changes", code, PHRASE);
        var elsewhere = json(api("changes", PHRASE)).get("token").stringValue();
        var visitor = visitors.staff("changes", PHRASE);
        visitor.get("/staff/account");

        assertThat(visitor.post("/staff/account/password", Map.of("present", "wrong", "password", PHRASE + " mới"))
                        .status())
                .isEqualTo(422);
        assertThat(visitor.post("/staff/account/password", Map.of("present", PHRASE, "password", PHRASE + " mới"))
                        .status())
                .isEqualTo(302);

        assertThat(visitor.get("/staff/account").status()).isEqualTo(303);
        assertThat(bearer(elsewhere, "GET", "/api/v1/cases", "").status()).isEqualTo(401);
        assertThat(api("changes", PHRASE + " mới").status()).isEqualTo(200);
    }

    @Test
    void signingOutEverywhereEndsEverySignIn() {
        var program = json(api("inspector", TestAccounts.PASSWORD)).get("token").stringValue();
        var other = visitors.staff("inspector");
        var here = visitors.staff("inspector");
        here.get("/staff/account");

        assertThat(here.post("/staff/account/sign-out-everywhere", Map.of()).status())
                .isEqualTo(302);

        assertThat(other.get("/staff/account").status()).isEqualTo(303);
        assertThat(bearer(program, "GET", "/api/v1/cases", "").status()).isEqualTo(401);
    }

    @Test
    void guessingSlowsDownStrangersAndNotTheOwnersBrowser() {
        var owner = visitors.staff("custodian");
        for (int guess = 0; guess < FREE_TRIES; guess++) {
            assertThat(api("custodian", "guess " + guess).status()).isEqualTo(401);
        }

        var refused = api("custodian", TestAccounts.PASSWORD);
        assertThat(refused.status()).as("even the right one").isEqualTo(429);
        assertThat(refused.body()).contains("too-many-tries");
        owner.get("/staff/sign-in");
        assertThat(owner.post("/staff/sign-in", Map.of("username", "custodian", "password", TestAccounts.PASSWORD))
                        .status())
                .isEqualTo(302);
        for (int guess = 0; guess < FREE_TRIES; guess++) {
            api("nobody.at.all", "guess " + guess);
        }
        assertThat(api("nobody.at.all", "another").status())
                .as("an unknown name is slowed down alike")
                .isEqualTo(429);
    }

    @Test
    void anOperatorIsNoPassword() {
        for (var operator :
                new String[] {"{\"$ne\": \"\"}", "{\"$gt\": \"\"}", "[\"operator\"]", "{\"$regex\": \".*\"}"}) {
            for (var body : new String[] {
                "{\"username\": \"operator\", \"password\": %s}".formatted(operator),
                "{\"username\": %s, \"password\": \"x\"}".formatted(operator)
            }) {
                assertThat(visitors.citizen()
                                .send(HttpRequest.newBuilder(visitors.address().resolve("/api/v1/sign-in"))
                                        .header("Content-Type", "application/json")
                                        .POST(BodyPublishers.ofString(body)))
                                .status())
                        .isEqualTo(400);
            }
        }
        assertThat(form("operator", "{\"$ne\": \"\"}").status()).isEqualTo(401);
    }

    @Test
    void nobodyMakesHimselfMore() {
        assertThat(accounts("admin", "PUT", "/operator", "{\"passwordHash\": \"x\"}")
                        .status())
                .isEqualTo(400);
        assertThat(accounts("admin", "PUT", "/operator", "{\"tryOut\": false}").status())
                .isEqualTo(400);
        assertThat(accounts("operator", "PUT", "/operator", "{\"roles\": [\"ADMIN\"]}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aBadAccountSaysEverythingThatIsWrong() {
        var refused = accounts("admin", "POST", "", """
                {"username": "Có Dấu", "roles": ["SERVICE"]}""");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("username", "roles");
        assertThat(accounts("admin", "POST", "", "{\"surprise\": 1}").status()).isEqualTo(400);
        assertThat(accounts("admin", "POST", "", "{broken").status()).isEqualTo(400);
    }

    private Answer invitation(String username, String code, String password) {
        var visitor = visitors.citizen();
        visitor.get("/staff/sign-in/invitation");
        return visitor.post(
                "/staff/sign-in/invitation", Map.of("username", username, "code", code, "password", password));
    }

    private Answer form(String username, String password) {
        var visitor = visitors.citizen();
        visitor.get("/staff/sign-in");
        return visitor.post("/staff/sign-in", Map.of("username", username, "password", password));
    }

    private Answer api(String username, String password) {
        return visitors.citizen()
                .send(HttpRequest.newBuilder(visitors.address().resolve("/api/v1/sign-in"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(
                                "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(username, password))));
    }

    private Answer accounts(String as, String method, String path, String body) {
        var token = json(api(as, TestAccounts.PASSWORD)).get("token").stringValue();
        return bearer(token, method, "/api/v1/accounts" + path, body);
    }

    private Answer bearer(String token, String method, String path, String body) {
        return visitors.citizen()
                .send(HttpRequest.newBuilder(visitors.address().resolve(path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    private Answer withCookie(String token) {
        return visitors.citizen()
                .send(HttpRequest.newBuilder(visitors.address().resolve("/staff/operator"))
                        .header("Cookie", "cong-vu=" + token)
                        .GET());
    }

    private static String cookie(String cookies) {
        return cookies.replaceAll("(?s).*cong-vu=\"?([A-Za-z0-9_-]+).*", "$1");
    }

    private static JsonNode json(Answer answer) {
        return JSON.readTree(answer.body());
    }
}
