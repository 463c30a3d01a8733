package vn.congvu.gateway.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Sign-in with an identity provider: its answer becomes a sign-in of ours, and its tokens are forgotten at once. */
final class OidcSignIn {
    /** Followed by the name of the registration. */
    static final String START = "/staff/sign-in/oidc/to";

    private static final String BACK = "/staff/sign-in/oidc/back";
    private static final Logger log = LoggerFactory.getLogger(OidcSignIn.class);

    private final ClientRegistrationRepository registrations;
    private final OidcRequests requests;
    private final OidcClaims claims;
    private final SignIns signIns;
    private final SignInCookie cookie;
    private final PublicAddress address;

    OidcSignIn(
            ClientRegistrationRepository registrations,
            OidcRequests requests,
            OidcClaims claims,
            SignIns signIns,
            SignInCookie cookie,
            PublicAddress address) {
        this.registrations = registrations;
        this.requests = requests;
        this.claims = claims;
        this.signIns = signIns;
        this.cookie = cookie;
        this.address = address;
    }

    void on(HttpSecurity http) {
        http.oauth2Login(login -> login.clientRegistrationRepository(registrations)
                .authorizedClientRepository(new Forgetful())
                .loginPage("/staff/sign-in")
                .authorizationEndpoint(asking ->
                        asking.authorizationRequestRepository(requests).authorizationRequestResolver(resolver()))
                .redirectionEndpoint(answering -> answering.baseUri(BACK + "/*"))
                .successHandler(this::arrived)
                .failureHandler(OidcSignIn::failed));
    }

    /** With a proof key always, and back to the configured address, never to the one in the Host header. */
    private OAuth2AuthorizationRequestResolver resolver() {
        var resolver = new DefaultOAuth2AuthorizationRequestResolver(registrations, START);
        resolver.setAuthorizationRequestCustomizer(asked -> {
            OAuth2AuthorizationRequestCustomizers.withPkce().accept(asked);
            asked.attributes(attributes ->
                    asked.redirectUri(address.publicBaseUrl() + BACK + "/" + attributes.get("registration_id")));
        });
        return resolver;
    }

    private void arrived(HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        var said = authentication.getPrincipal() instanceof OidcUser user
                ? claims.read(user.getClaims())
                : new OidcClaims.Reading.Refused(OidcClaims.Why.SUBJECT);
        switch (said) {
            case OidcClaims.Reading.Known(var caller) -> {
                cookie.read(request).ifPresent(signIns::end);
                cookie.write(response, signIns.start(caller).token());
                response.sendRedirect("/staff");
            }
            case OidcClaims.Reading.Refused(var why) -> {
                log.warn("the identity provider vouched for somebody without a usable {}", why);
                response.sendRedirect("/staff/sign-in?oidc=" + why.name().toLowerCase(Locale.ROOT));
            }
        }
    }

    private static void failed(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        var code = failure instanceof OAuth2AuthenticationException known
                ? known.getError().getErrorCode()
                : failure.getClass().getSimpleName();
        log.warn("a sign-in with the identity provider failed: {}", code);
        response.sendRedirect("/staff/sign-in?oidc=failed");
    }

    /** Nothing is called with the provider's tokens later, so none is kept. */
    private static final class Forgetful implements OAuth2AuthorizedClientRepository {
        @Override
        public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
                String registration, Authentication principal, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {}

        @Override
        public void removeAuthorizedClient(
                String registration,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {}
    }
}
