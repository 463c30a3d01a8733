package vn.congvu.gateway.testing;

import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A gateway as it stands in production: an identity provider, and no patience for slow senders. One context for all. */
@GatewayTest
public abstract class ProductionLike {
    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        var registration = "spring.security.oauth2.client.registration.agency.";
        registry.add(registration + "client-id", () -> "gateway");
        registry.add(registration + "client-secret", () -> "secret of the gateway");
        registry.add(registration + "scope", () -> "openid,profile");
        registry.add(registration + "authorization-grant-type", () -> "authorization_code");
        registry.add("spring.security.oauth2.client.provider.agency.issuer-uri", () -> IdentityProvider.running()
                .issuer());
        registry.add("complaints.gateway.oidc.roles.truong-don-vi", () -> "AGENCY_HEAD");
        registry.add("complaints.gateway.oidc.roles.service", () -> "SERVICE");
        registry.add("server.tomcat.connection-timeout", () -> "1s");
        registry.add("complaints.gateway.body-limits.patience", () -> "2s");
    }
}
