package vn.congvu.gateway.access;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.congvu.contracts.Role;

/**
 * What an identity provider's words mean here; the provider itself is set by {@code spring.security.oauth2.client}.
 *
 * @param subjectClaim names the office; what histories keep is {@code oidc:} and this
 * @param rolesClaim a list, or a text with gaps
 * @param agencyClaim the agency's code
 * @param titleClaim what the office is called
 * @param roles which of the provider's values is which role; a value that is not here means nothing
 */
@ConfigurationProperties("complaints.gateway.oidc")
record OidcProperties(
        @DefaultValue("preferred_username") String subjectClaim,
        @DefaultValue("roles") String rolesClaim,
        @DefaultValue("agency") String agencyClaim,
        @DefaultValue("title") String titleClaim,
        @DefaultValue Map<String, Role> roles) {}
