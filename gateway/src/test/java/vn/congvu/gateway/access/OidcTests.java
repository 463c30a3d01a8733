package vn.congvu.gateway.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.web.util.UriComponentsBuilder;
import vn.congvu.gateway.testing.IdentityProvider;
import vn.congvu.gateway.testing.ProductionLike;
import vn.congvu.gateway.testing.Visitor;
import vn.congvu.gateway.testing.Visitors;

/** Against a real OpenID Connect server. */
class OidcTests extends ProductionLike {
    @Autowired
    Visitors visitors;

    @Autowired
    MongoTemplate mongo;

    @Test
    void theProvidersWordBecomesARoleAndAnAgency() throws Exception {
        var visitor = visitors.citizen();
        var back = answerFor(visitor, "head");

        var arrived = visitor.get(back);
        assertThat(URI.create(arrived.header("Location")).getPath()).isEqualTo("/staff");
        var page = visitor.get("/staff/account");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("Giám đốc Sở Xây dựng").contains("Đăng xuất mọi nơi");
        assertThat(visitor.get("/staff/admin").status()).isEqualTo(403);
        var kept = mongo.getCollection("sign_ins")
                .find(new Document("username", "oidc:head"))
                .first();
        assertThat(kept.toString()).contains("AGENCY_HEAD", "SXD").doesNotContain("eyJ");
    }

    @Test
    void theSignInPageOffersIt() {
        assertThat(visitors.citizen().get("/staff/sign-in").page().select("a[href=/staff/sign-in/oidc/to/agency]"))
                .hasSize(1);
    }

    @Test
    void asksWithStateNonceAndProofKey() {
        var asked = UriComponentsBuilder.fromUriString(ask(visitors.citizen()))
                .build()
                .getQueryParams();

        assertThat(asked.getFirst("state")).hasSizeGreaterThan(20);
        assertThat(asked.getFirst("nonce")).hasSizeGreaterThan(20);
        assertThat(asked.getFirst("code_challenge_method")).isEqualTo("S256");
        assertThat(asked.getFirst("code_challenge")).hasSizeGreaterThan(40);
        assertThat(asked.getFirst("redirect_uri")).isEqualTo("http://127.0.0.1:8080/staff/sign-in/oidc/back/agency");
    }

    @Test
    void anAnswerInAnotherBrowserIsNone() throws Exception {
        var back = answerFor(visitors.citizen(), "head");

        var victim = visitors.citizen();
        assertThat(victim.get(back).header("Location")).endsWith("?oidc=failed");
        assertThat(victim.get("/staff/account").status()).isEqualTo(303);
    }

    @Test
    void anAnswerCountsOnceAndOnlyWithItsState() throws Exception {
        var visitor = visitors.citizen();
        var back = answerFor(visitor, "head");
        var forged = UriComponentsBuilder.fromUriString(back)
                .replaceQueryParam("state", "forged")
                .build()
                .toUriString();

        assertThat(visitor.get(forged).header("Location")).endsWith("?oidc=failed");
        assertThat(visitor.get(back).header("Location"))
                .as("the try used it up")
                .endsWith("?oidc=failed");
    }

    @Test
    void anUnknownRoleAndAMissingAgencyAreRefusedAndSaidSo() throws Exception {
        var nobody = visitors.citizen();
        var refused = nobody.get(answerFor(nobody, "nobody"));
        assertThat(refused.header("Location")).endsWith("?oidc=role");
        assertThat(nobody.get("/staff/sign-in?oidc=role")
                        .page()
                        .select("#oidc-refused")
                        .text())
                .contains("vai trò");

        var homeless = visitors.citizen();
        assertThat(homeless.get(answerFor(homeless, "homeless")).header("Location"))
                .endsWith("?oidc=agency");
        var ambitious = visitors.citizen();
        assertThat(ambitious.get(answerFor(ambitious, "ambitious")).header("Location"))
                .as("nobody outside makes a service or names our roles")
                .endsWith("?oidc=role");
        assertThat(homeless.get("/staff/account").status()).isEqualTo(303);
    }

    private static String ask(Visitor visitor) {
        var asked = visitor.get("/staff/sign-in/oidc/to/agency");
        assertThat(asked.status()).isEqualTo(302);
        return asked.header("Location");
    }

    /** Signs in at the provider and gives the path with which it sends the browser back. */
    private static String answerFor(Visitor visitor, String person) throws IOException, InterruptedException {
        var basic = Base64.getEncoder().encodeToString((person + ":" + IdentityProvider.PASSWORD).getBytes(UTF_8));
        try (var browser =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
            browser.send(
                    HttpRequest.newBuilder(URI.create(IdentityProvider.running().issuer() + "/"))
                            .header("Authorization", "Basic " + basic)
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
            var answered = browser.send(
                    HttpRequest.newBuilder(URI.create(ask(visitor))).build(), HttpResponse.BodyHandlers.ofString());
            var back = URI.create(answered.headers().firstValue("Location").orElseThrow());
            return back.getRawPath() + "?" + back.getRawQuery();
        }
    }
}
