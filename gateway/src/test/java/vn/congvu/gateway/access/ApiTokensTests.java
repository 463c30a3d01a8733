package vn.congvu.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import vn.congvu.gateway.access.ApiToken.Scope;
import vn.congvu.gateway.testing.Behind;
import vn.congvu.gateway.testing.GatewayTest;
import vn.congvu.gateway.testing.Visitors;
import vn.congvu.platform.problem.Problem;
import vn.congvu.platform.testing.MutableClock;

@GatewayTest
class ApiTokensTests {
    private static final Set<Scope> DOSSIERS = Set.of(Scope.DOSSIERS_WRITE);

    @Autowired
    Visitors visitors;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    ApiTokens tokens;

    @Autowired
    AccessRecords records;

    @BeforeEach
    void services() {
        Behind.reset();
    }

    @Test
    void bringsDossiersInAndOpensNothingElse() {
        var token = tokens.make("Một cửa", DOSSIERS, "SXD", 30, "admin").token();

        assertThat(status(token, "PUT", "/api/v1/dossiers")).as("went through").isEqualTo(404);
        assertThat(status(token, "POST", "/api/v1/dossiers/import")).isEqualTo(404);
        assertThat(Behind.CASES.getAllServeEvents()).hasSize(2);
        for (var closed : new String[] {
            "GET /api/v1/dossiers", "GET /api/v1/cases", "PUT /api/v1/dossiers/", "PUT /api/v1/dossiers/x",
            "POST /api/v1/dossiers/D1/reschedule", "GET /api/v1/accounts", "GET /api/v1/agencies",
                    "POST /api/v1/complaints"
        }) {
            var call = closed.split(" ");
            assertThat(status(token, call[0], call[1])).as(closed).isEqualTo(403);
        }
        assertThat(Behind.CASES.getAllServeEvents()).hasSize(2);
    }

    @Test
    void isNoCookieAndNoSignIn() {
        var token = tokens.make("Một cửa", DOSSIERS, null, 30, "admin").token();

        assertThat(visitors.citizen()
                        .send(HttpRequest.newBuilder(visitors.address().resolve("/staff/account"))
                                .header("Cookie", "cong-vu=" + token)
                                .header("Authorization", "Bearer " + token)
                                .GET())
                        .status())
                .isEqualTo(303);
        assertThat(status("cvt_forged", "PUT", "/api/v1/dossiers")).isEqualTo(401);
    }

    @Test
    void endsAndCanBeRevoked() {
        var clock = new MutableClock();
        var ours = new ApiTokens(mongo, clock, records);
        var made = ours.make("Một cửa", DOSSIERS, null, 30, "admin");

        assertThat(ours.find(made.token())).isPresent();
        clock.advance(Duration.ofDays(31));
        assertThat(ours.find(made.token())).isEmpty();

        var another = tokens.make("Một cửa", DOSSIERS, null, 30, "admin");
        tokens.revoke(another.id());
        assertThat(status(another.token(), "PUT", "/api/v1/dossiers")).isEqualTo(401);
        assertThatThrownBy(() -> tokens.revoke(another.id())).isInstanceOf(Problem.class);
    }

    @Test
    void saysWhenItWasUsedAndIsNotKeptInClear() {
        var made = tokens.make("Một cửa", DOSSIERS, null, 30, "admin");
        status(made.token(), "PUT", "/api/v1/dossiers");

        var kept = mongo.findById(made.id(), Document.class, "api_tokens");
        assertThat(kept.toString()).doesNotContain(made.token());
        assertThat(kept.get("lastUsedAt")).isNotNull();
    }

    @Test
    void isMadeByTheAdministratorOnlyAndShownOnce() {
        var admin = visitors.staff("admin");
        admin.get("/staff/admin/tokens");
        var made =
                admin.post("/staff/admin/tokens", Map.of("name", "Một cửa", "scopes", "DOSSIERS_WRITE", "days", "30"));
        var token = made.page().selectFirst("#token").text();

        assertThat(token).startsWith("cvt_").hasSizeGreaterThan(40);
        assertThat(admin.get("/staff/admin/tokens").body()).doesNotContain(token);
        assertThat(admin.post("/staff/admin/tokens", Map.of("name", "", "days", "9999"))
                        .status())
                .isEqualTo(400);
        assertThat(visitors.staff("monitor").get("/staff/admin/tokens").status())
                .isEqualTo(403);
        assertThat(visitors.citizen().get("/api/v1/accounts/tokens").status()).isEqualTo(401);
    }

    private int status(String token, String method, String path) {
        return visitors.citizen()
                .send(HttpRequest.newBuilder(visitors.address().resolve(path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("[]")))
                .status();
    }
}
