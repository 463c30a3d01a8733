package vn.congvu.gateway.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import vn.congvu.contracts.Role;
import vn.congvu.contracts.SealedText;
import vn.congvu.gateway.testing.GatewayTest;
import vn.congvu.gateway.testing.Visitor;
import vn.congvu.gateway.testing.Visitor.Answer;
import vn.congvu.gateway.testing.Visitors;
import vn.congvu.platform.sealing.Sealer;
import vn.congvu.platform.testing.MutableClock;

/** With a second factor for everybody, as in production. */
@GatewayTest
class SecondFactorTests {
    private static final String PHRASE = "hai con mèo ngủ trên mái ngói đỏ";

    private String username;

    @Autowired
    Visitors visitors;

    @Autowired
    Accounts accounts;

    @Autowired
    Passwords passwords;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    Passkeys passkeys;

    @Autowired
    FormState forms;

    @Autowired
    Sealer sealer;

    @BeforeEach
    void somebody() {
        username = "head." + UUID.randomUUID().toString().substring(0, 8);
        accounts.add(new Account(
                username,
                passwords.hash(PHRASE),
                Set.of(Role.AGENCY_HEAD),
                "SXD",
                "Giám đốc Sở Xây dựng",
                true,
                null,
                null,
                false,
                null));
    }

    @Test
    void theAppIsEnrolledAndAskedForFromThenOn() {
        enrol();
        var visitor = passwordOnly();

        var page = visitor.get("/staff/sign-in/code");
        assertThat(page.page().selectFirst("h1").text()).isEqualTo("Xác thực bước hai");
        assertThat(visitor.get("/staff/account").status()).as("half is not in").isEqualTo(303);
        visitor.get("/staff/sign-in/code");
        assertThat(visitor.post("/staff/sign-in/code", Map.of("code", "000000")).status())
                .isEqualTo(401);
        assertThat(visitor.post("/staff/sign-in/code", Map.of("code", codeIn(30)))
                        .status())
                .isEqualTo(302);
        assertThat(visitor.get("/staff/account").status()).isEqualTo(200);
    }

    @Test
    void eachStepIsANewTokenAndTheHalfOneIsGone() {
        enrol();
        var visitor = passwordOnly();
        var half = visitor.cookies().getCookieStore().getCookies().toString();
        visitor.get("/staff/sign-in/code");
        visitor.post("/staff/sign-in/code", Map.of("code", codeIn(30)));

        assertThat(visitor.cookies().getCookieStore().getCookies().toString()).isNotEqualTo(half);
        assertThat(mongo.getCollection("sign_ins")
                        .countDocuments(new Document("username", username).append("door", "HALF")))
                .isZero();
    }

    @Test
    void aCodeIsTakenOnceEvenFromAnotherBrowser() {
        enrol();
        var code = codeIn(30);

        assertThat(api(code).status()).isEqualTo(200);
        assertThat(api(code).status()).as("replayed").isEqualTo(401);
        assertThat(api(codeIn(0)).status()).as("older than the one used").isEqualTo(401);
        assertThat(api("").body()).contains("second-factor-needed");
        assertThat(api(codeIn(3600)).status()).as("of another hour").isEqualTo(401);
    }

    @Test
    void aRecoveryCodeWorksOnce() {
        var recovery = enrol();

        assertThat(recovery).hasSize(SecondFactors.RECOVERY_CODES);
        assertThat(api(recovery.getFirst()).status()).isEqualTo(200);
        assertThat(api(recovery.getFirst()).status()).isEqualTo(401);
        assertThat(api(recovery.getLast().toLowerCase().replace("-", " ")).status())
                .isEqualTo(200);
        assertThat(mongo.findById(username, Document.class, "accounts").toString())
                .doesNotContain(recovery.get(1))
                .doesNotContain(secret());
    }

    @Test
    void guessingCodesSlowsDown() {
        enrol();
        for (int guess = 0; guess < Pace.FREE_TRIES; guess++) {
            assertThat(api("11111" + guess).status()).isEqualTo(401);
        }

        assertThat(api(codeIn(30)).status()).isEqualTo(429);
    }

    @Test
    void whoeverHasASecondFactorCanNotReplaceItWithThePasswordAlone() {
        enrol();
        var visitor = passwordOnly();
        visitor.get("/staff/sign-in/code");

        assertThat(visitor.get("/staff/sign-in/enrolment").header("Location")).isEqualTo("/staff/sign-in");
        var field = forms.seal("totp", username, TotpCodes.drawSecret());
        assertThat(visitor.post("/staff/sign-in/enrolment", Map.of("field", field, "code", "000000"))
                        .header("Location"))
                .isEqualTo("/staff/sign-in");
    }

    @Test
    void aPasskeyIsRemovedWithThePresentPasswordOnly() {
        var visitor = visitors.staff(username, PHRASE);
        mongo.insert(new Passkey(
                keyId(),
                username,
                "aGFuZGxl",
                "",
                "",
                null,
                0,
                true,
                false,
                false,
                Set.of(),
                "Máy ở cơ quan",
                Instant.EPOCH,
                null));
        visitor.get("/staff/account");

        for (var typed : List.of("", "not the password at all")) {
            assertThat(remove(visitor, typed).status()).isEqualTo(422);
            assertThat(passkeys.of(username)).hasSize(1);
        }
        assertThat(remove(visitor, PHRASE).status()).isEqualTo(302);
        assertThat(passkeys.of(username)).isEmpty();
    }

    private String keyId() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(username.getBytes(UTF_8));
    }

    private Answer remove(Visitor visitor, String present) {
        return visitor.post("/staff/account/passkeys/remove", Map.of("id", keyId(), "present", present));
    }

    @Test
    void whoMustHaveOneGetsNowhereBefore() {
        var clock = new MutableClock();
        var factors = new SecondFactors(
                accounts, passkeys, new Pace(mongo, clock), forms, sealer, clock, new SecondFactors.Properties(true));
        var account = accounts.find(username).orElseThrow();

        assertThat(factors.isNeededBy(account)).isTrue();
        assertThat(factors.has(account)).isFalse();
        var offer = factors.offer(account);
        assertThat(factors.enrol(account, offer.field(), "nonsense")).isEmpty();
        assertThat(factors.enrol(account, "forged", TotpCodes.at(offer.secret(), clock.instant())))
                .isEmpty();
        assertThat(factors.enrol(account, offer.field(), TotpCodes.at(offer.secret(), clock.instant())))
                .isPresent();
        assertThat(factors.has(accounts.find(username).orElseThrow())).isTrue();
    }

    @Test
    void aFieldIsForOneOwnerOnePurposeAndTenMinutes() {
        var clock = new MutableClock();
        var state = new FormState(sealer, clock);
        var field = state.seal("totp", "a\nb", "secret");

        assertThat(state.open("totp", "a\nb", field)).contains("secret");
        assertThat(state.open("totp", "a", field)).isEmpty();
        assertThat(state.open("passkey-new", "a\nb", field)).isEmpty();
        clock.advance(Duration.ofMinutes(11));
        assertThat(state.open("totp", "a\nb", field)).isEmpty();
    }

    @Test
    void aForgedPasskeyAnswerIsNotTaken() {
        var half = "half";
        var asked = passkeys.ask(username, half);

        assertThat(passkeys.isRight(username, half, asked.field(), "{}")).isFalse();
        assertThat(passkeys.isRight(username, half, asked.field(), "none")).isFalse();
        assertThat(passkeys.isRight(username, half, "forged", "{}")).isFalse();
        assertThat(passkeys.add(username, passkeys.offerNew(username).field(), "none", ""))
                .isFalse();
    }

    @Test
    void theCodesAreThoseOfTheStandard() {
        // RFC 6238, appendix B, SHA-1: the last six digits
        var secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

        assertThat(TotpCodes.at(secret, Instant.ofEpochSecond(59))).isEqualTo("287082");
        assertThat(TotpCodes.at(secret, Instant.ofEpochSecond(1_111_111_109))).isEqualTo("081804");
        assertThat(TotpCodes.at(secret, Instant.ofEpochSecond(20_000_000_000L))).isEqualTo("353130");
    }

    /** With the code of the step before, which is refused where that step ends in between. */
    private List<String> enrol() {
        var visitor = visitors.staff(username, PHRASE);
        visitor.get("/staff/account");
        var recovery = enrol(visitor);
        return recovery.isEmpty() ? enrol(visitor) : recovery;
    }

    private static List<String> enrol(Visitor visitor) {
        var offered = visitor.post("/staff/account/app", Map.of("present", PHRASE));
        var secret = offered.page().selectFirst("#secret").text();
        assertThat(offered.page().select("svg.qr path").attr("d")).hasSizeGreaterThan(1000);
        var shown = visitor.post(
                "/staff/account/app/code",
                Map.of(
                        "field",
                        offered.page().selectFirst("input[name=field]").val(),
                        "code",
                        TotpCodes.at(secret, Clock.systemUTC().instant().minusSeconds(30))));
        return shown.page().select("#recovery code").eachText();
    }

    private String secret() {
        var totp = accounts.find(username).orElseThrow().totp();
        return sealer.open(new SealedText(totp.sealedSecret()));
    }

    private String codeIn(int seconds) {
        return TotpCodes.at(secret(), Clock.systemUTC().instant().plusSeconds(seconds - 30));
    }

    private Visitor passwordOnly() {
        var visitor = visitors.citizen();
        visitor.get("/staff/sign-in");
        var answer = visitor.post("/staff/sign-in", Map.of("username", username, "password", PHRASE));
        assertThat(answer.header("Location")).endsWith("/staff/sign-in/code");
        return visitor;
    }

    private Answer api(String code) {
        return visitors.citizen()
                .send(HttpRequest.newBuilder(visitors.address().resolve("/api/v1/sign-in"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"username\":\"%s\",\"password\":\"%s\",\"code\":\"%s\"}"
                                .formatted(username, PHRASE, code))));
    }
}
