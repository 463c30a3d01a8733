package vn.congvu.platform.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import vn.congvu.contracts.Role;
import vn.congvu.platform.access.VerifiedTokens.Verified;

/**
 * Short-lived signed tokens (JWS, ES256) with which one service calls another. They say who the user behind the call is; issuer,
 * audience, type and time are all checked. The machine's clock counts here, not the domain's.
 *
 * <p>The claim {@value #CLIENT_CLAIM} is the address of the client in front of the gateway, in digits; see {@link ClientAddress}.
 */
public final class ServiceTokens {
    /** Optional; only in tokens of the gateway for a service that limits by it. */
    public static final String CLIENT_CLAIM = "client";

    private static final JOSEObjectType TYPE = new JOSEObjectType("service+jwt");
    private static final Duration SKEW = Duration.ofSeconds(5);

    private final String self;
    private final TokenKeys keys;
    private final Duration lifetime;
    private final InstantSource time;
    private final IssuedTokens issued;
    private final VerifiedTokens verified;

    /** @param self this service's name: issuer of what it issues, audience of what it accepts */
    public ServiceTokens(String self, TokenKeys keys, Duration lifetime, InstantSource time) {
        this(self, keys, lifetime, time, new VerifiedTokens(lifetime));
    }

    ServiceTokens(String self, TokenKeys keys, Duration lifetime, InstantSource time, VerifiedTokens verified) {
        this.self = self;
        this.keys = keys;
        this.lifetime = lifetime;
        this.time = time;
        this.issued = new IssuedTokens(lifetime);
        this.verified = verified;
    }

    /**
     * @param audience the service that is called
     * @throws IllegalStateException if this service has no private key
     */
    public String issue(String audience, Caller caller) {
        return issue(audience, caller, ClientAddress.UNKNOWN);
    }

    /**
     * One that was issued a moment ago for all the same is issued again.
     *
     * @param client goes into the token; leave it unknown for a service that does not need it
     * @throws IllegalStateException if this service has no private key
     */
    public String issue(String audience, Caller caller, ClientAddress client) {
        var now = time.instant();
        return issued.get(
                new IssuedTokens.For(audience, caller, client), now, () -> sign(audience, caller, client, now));
    }

    private String sign(String audience, Caller caller, ClientAddress client, Instant now) {
        var key = keys.privateKeys().get(self);
        if (key == null) {
            throw new IllegalStateException("there is no " + self + ".key.pem to sign service tokens with");
        }
        var claims = new JWTClaimsSet.Builder()
                .issuer(self)
                .audience(audience)
                .subject(caller.subject())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(lifetime)))
                .claim("roles", caller.roles().stream().map(Role::name).toList())
                .claim("agency", caller.agencyCode())
                .claim("title", caller.title())
                .claim(CLIENT_CLAIM, client.isKnown() ? client.address() : null)
                .build();
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).type(TYPE).keyID(self).build(), claims);
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException unusable) {
            throw new IllegalStateException("the key of " + self + " can't sign ES256", unusable);
        }
        return token.serialize();
    }

    /** Empty for a token that is not for this service, not of a known issuer, expired, changed or no token at all. */
    public Optional<Caller> verify(String serialized) {
        return read(serialized).map(Call::caller);
    }

    /** Who calls, and from where as far as the token says. */
    record Call(Caller caller, ClientAddress client) {}

    Optional<Call> read(String serialized) {
        return verified.find(serialized)
                .or(() -> verifiedAnew(serialized))
                .filter(this::isCurrent)
                .map(Verified::call);
    }

    private Optional<Verified> verifiedAnew(String serialized) {
        try {
            var token = SignedJWT.parse(serialized);
            var header = token.getHeader();
            var claims = token.getJWTClaimsSet();
            var key = keys.publicKey(String.valueOf(claims.getIssuer()));
            if (!JWSAlgorithm.ES256.equals(header.getAlgorithm())
                    || !TYPE.equals(header.getType())
                    || key.isEmpty()
                    || !token.verify(new ECDSAVerifier(key.get()))
                    || !List.of(self).equals(claims.getAudience())
                    || claims.getIssueTime() == null
                    || claims.getExpirationTime() == null) {
                return Optional.empty();
            }
            var good = new Verified(
                    new Call(caller(claims), client(claims)),
                    claims.getIssueTime().toInstant(),
                    claims.getExpirationTime().toInstant());
            if (isCurrent(good)) {
                verified.remember(serialized, good);
            }
            return Optional.of(good);
        } catch (ParseException | JOSEException | IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    private boolean isCurrent(Verified token) {
        var now = time.instant();
        return !token.issued().isAfter(now.plus(SKEW))
                && token.expires().isAfter(now.minus(SKEW))
                && !token.expires().isAfter(token.issued().plus(lifetime));
    }

    private static ClientAddress client(JWTClaimsSet claims) throws ParseException {
        var written = claims.getStringClaim(CLIENT_CLAIM);
        return written == null
                ? ClientAddress.UNKNOWN
                : ClientAddress.parse(written).orElse(ClientAddress.UNKNOWN);
    }

    private static Caller caller(JWTClaimsSet claims) throws ParseException {
        var roles = EnumSet.noneOf(Role.class);
        for (var role : claims.getStringListClaim("roles")) {
            roles.add(Role.valueOf(role));
        }
        return new Caller(claims.getSubject(), roles, claims.getStringClaim("agency"), claims.getStringClaim("title"));
    }
}
