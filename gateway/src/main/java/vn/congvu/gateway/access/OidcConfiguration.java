package vn.congvu.gateway.access;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;

/** Only where an identity provider is configured. */
@Configuration
@Conditional(OidcConfiguration.ProviderConfigured.class)
class OidcConfiguration {
    @Bean
    OidcSignIn oidcSignIn(
            ClientRegistrationRepository registrations,
            OidcProperties properties,
            FormState forms,
            SignIns signIns,
            SignInCookie cookie,
            PublicAddress address) {
        return new OidcSignIn(
                registrations, new OidcRequests(cookie, forms), new OidcClaims(properties), signIns, cookie, address);
    }

    static final class ProviderConfigured implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return Binder.get(context.getEnvironment())
                    .bind("spring.security.oauth2.client.registration", Bindable.mapOf(String.class, Object.class))
                    .isBound();
        }
    }
}
