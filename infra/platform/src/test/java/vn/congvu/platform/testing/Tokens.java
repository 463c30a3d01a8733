package vn.congvu.platform.testing;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.context.support.WebApplicationContextUtils;
import vn.congvu.contracts.Role;
import vn.congvu.platform.access.Caller;
import vn.congvu.platform.access.ClientAddress;
import vn.congvu.platform.access.ServiceTokens;

/** Puts on a MockMvc request what the gateway would: a service token with the caller inside. */
public final class Tokens {
    private static final ServiceTokens GATEWAY =
            new ServiceTokens("gateway", TestKeys.TOKENS, Duration.ofMinutes(1), InstantSource.system());

    private Tokens() {}

    public static RequestPostProcessor anonymous() {
        return as(Caller.anonymous());
    }

    /** Somebody of no agency, named as the role. */
    public static RequestPostProcessor as(Role role) {
        return as(role, null, role.name().toLowerCase(Locale.ROOT));
    }

    public static RequestPostProcessor as(Role role, @Nullable String agencyCode, String subject) {
        return as(new Caller(subject, Set.of(role), agencyCode, null));
    }

    public static RequestPostProcessor as(Caller caller) {
        return as(caller, ClientAddress.UNKNOWN);
    }

    /** Anybody, from a certain address. */
    public static RequestPostProcessor from(String address) {
        return as(Caller.anonymous(), ClientAddress.parse(address).orElseThrow());
    }

    private static RequestPostProcessor as(Caller caller, ClientAddress client) {
        return request -> {
            var context = WebApplicationContextUtils.getRequiredWebApplicationContext(request.getServletContext());
            var audience = context.getEnvironment().getRequiredProperty("spring.application.name");
            request.addHeader(HttpHeaders.AUTHORIZATION, "Bearer " + GATEWAY.issue(audience, caller, client));
            return request;
        };
    }
}
