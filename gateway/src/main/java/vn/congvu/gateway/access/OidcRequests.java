package vn.congvu.gateway.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was asked of the identity provider, until its answer comes: sealed into a cookie of the browser that asked, for ten
 * minutes and bound to the state. So any replica takes the answer, and an answer in another browser is none.
 */
final class OidcRequests implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {
    private static final String PURPOSE = "oidc";
    private static final JsonMapper JSON = new JsonMapper();

    private final SignInCookie cookie;
    private final FormState forms;

    OidcRequests(SignInCookie cookie, FormState forms) {
        this.cookie = cookie;
        this.forms = forms;
    }

    record Asked(
            String authorizationUri,
            String clientId,
            String redirectUri,
            Set<String> scopes,
            Map<String, String> parameters,
            Map<String, String> attributes) {}

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        var state = request.getParameter(OAuth2ParameterNames.STATE);
        return state == null
                ? null
                : cookie.readOidc(request)
                        .flatMap(field -> forms.open(PURPOSE, state, field))
                        .map(json -> rebuilt(JSON.readValue(json, Asked.class), state))
                        .orElse(null);
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest asked, HttpServletRequest request, HttpServletResponse response) {
        var state = asked == null ? null : asked.getState();
        if (asked == null || state == null || asked.getRedirectUri() == null) {
            cookie.writeOidc(response, "");
            return;
        }
        var kept = new Asked(
                asked.getAuthorizationUri(),
                asked.getClientId(),
                asked.getRedirectUri(),
                asked.getScopes(),
                texts(asked.getAdditionalParameters()),
                texts(asked.getAttributes()));
        cookie.writeOidc(response, forms.seal(PURPOSE, state, JSON.writeValueAsString(kept)));
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        var asked = loadAuthorizationRequest(request);
        cookie.writeOidc(response, "");
        return asked;
    }

    private static OAuth2AuthorizationRequest rebuilt(Asked kept, String state) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(kept.authorizationUri())
                .clientId(kept.clientId())
                .redirectUri(kept.redirectUri())
                .scopes(kept.scopes())
                .state(state)
                .additionalParameters(parameters -> parameters.putAll(kept.parameters()))
                .attributes(attributes -> attributes.putAll(kept.attributes()))
                .build();
    }

    private static Map<String, String> texts(Map<String, Object> values) {
        return values.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()
                .toString()));
    }
}
