package vn.congvu.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.congvu.contracts.Role;
import vn.congvu.platform.testing.TestKeys;

class ServiceTokensTests {
    private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");
    private static final Caller HEAD = new Caller("head.snv", Set.of(Role.AGENCY_HEAD), "SNV", "Giám đốc Sở Nội vụ");

    private final ServiceTokens gateway = of("gateway", NOW);
    private final ServiceTokens cases = of("case-service", NOW);

    @Test
    void carriesTheCaller() {
        assertThat(cases.verify(gateway.issue("case-service", HEAD))).contains(HEAD);
    }

    @Test
    void carriesTheClientsAddressOnlyWhenTold() {
        var client = ClientAddress.parse("203.0.113.9").orElseThrow();

        assertThat(cases.read(gateway.issue("case-service", HEAD, client)))
                .contains(new ServiceTokens.Call(HEAD, client));
        assertThat(cases.read(gateway.issue("case-service", HEAD)))
                .contains(new ServiceTokens.Call(HEAD, ClientAddress.UNKNOWN));
    }

    @Test
    void refusesATokenForAnotherService() {
        assertThat(cases.verify(gateway.issue("intake-service", HEAD))).isEmpty();
    }

    @Test
    void refusesAnExpiredToken() {
        var later = of("case-service", NOW.plus(Duration.ofSeconds(66)));

        assertThat(later.verify(gateway.issue("case-service", HEAD))).isEmpty();
    }

    @Test
    void refusesATokenOfTheFuture() {
        var earlier = of("case-service", NOW.minus(Duration.ofMinutes(2)));

        assertThat(earlier.verify(gateway.issue("case-service", HEAD))).isEmpty();
    }

    @Test
    void refusesAChangedToken() {
        var token = gateway.issue("case-service", HEAD);
        int payload = token.indexOf('.') + 3;
        var changed =
                token.substring(0, payload) + (token.charAt(payload) == 'A' ? 'B' : 'A') + token.substring(payload + 1);

        assertThat(cases.verify(changed)).isEmpty();
        assertThat(cases.verify("")).isEmpty();
        assertThat(cases.verify("a.b.c")).isEmpty();
    }

    @Test
    void refusesATokenSignedWithThePublicKeyAsASecret() throws Exception {
        var publicKey = TestKeys.TOKENS.publicKeys().get("gateway").getEncoded();
        var forged = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .type(new JOSEObjectType("service+jwt"))
                        .build(),
                new JWTClaimsSet.Builder()
                        .issuer("gateway")
                        .audience("case-service")
                        .subject("admin")
                        .issueTime(Date.from(NOW))
                        .expirationTime(Date.from(NOW.plusSeconds(30)))
                        .claim("roles", List.of("ADMIN"))
                        .build());
        forged.sign(new MACSigner(publicKey));

        assertThat(cases.verify(forged.serialize())).isEmpty();
    }

    @Test
    void refusesAnotherTypeIssuerOrAlgorithmNone() throws Exception {
        assertThat(cases.verify(signed("service+jwt", "gateway", "case-service")))
                .isPresent();

        assertThat(cases.verify(signed("JWT", "gateway", "case-service"))).isEmpty();
        assertThat(cases.verify(signed("service+jwt", "somebody", "case-service")))
                .isEmpty();
        assertThat(cases.verify(signed("service+jwt", "notify-service", "case-service")))
                .as("signed with the gateway's key in another's name")
                .isEmpty();
        var none = new PlainJWT(claims("gateway", "case-service"));
        assertThat(cases.verify(none.serialize())).isEmpty();
        var stripped = signed("service+jwt", "gateway", "case-service");
        assertThat(cases.verify(stripped.substring(0, stripped.lastIndexOf('.') + 1)))
                .isEmpty();
    }

    @Test
    void refusesATokenThatIsForSeveralOrLivesTooLong() throws Exception {
        assertThat(cases.verify(signed("service+jwt", "gateway", "case-service", "intake-service")))
                .isEmpty();

        var forADay = new JWTClaimsSet.Builder(claims("gateway", "case-service"))
                .expirationTime(Date.from(NOW.plus(Duration.ofDays(1))))
                .build();
        assertThat(cases.verify(signed("service+jwt", forADay))).isEmpty();
    }

    private static String signed(String type, String issuer, String... audience) throws Exception {
        return signed(type, claims(issuer, audience));
    }

    private static String signed(String type, JWTClaimsSet claims) throws Exception {
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(new JOSEObjectType(type))
                        .build(),
                claims);
        token.sign(new ECDSASigner(TestKeys.TOKENS.privateKeys().get("gateway")));
        return token.serialize();
    }

    private static JWTClaimsSet claims(String issuer, String... audience) {
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(List.of(audience))
                .subject("admin")
                .issueTime(Date.from(NOW))
                .expirationTime(Date.from(NOW.plusSeconds(30)))
                .claim("roles", List.of("ADMIN"))
                .build();
    }

    private static ServiceTokens of(String service, Instant now) {
        return new ServiceTokens(service, TestKeys.TOKENS, Duration.ofMinutes(1), InstantSource.fixed(now));
    }
}
