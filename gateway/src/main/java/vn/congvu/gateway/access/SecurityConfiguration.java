package vn.congvu.gateway.access;

import java.time.Clock;
import java.util.function.Consumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.http.ResponseCookie;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import vn.congvu.gateway.access.SignIn.Door;
import vn.congvu.platform.migration.Migration;
import vn.congvu.platform.sealing.Sealer;

/**
 * Three doors: the API (bearer tokens only, cookies mean nothing there), the staff's pages (cookie and CSRF token), and the
 * citizens' pages, which carry no authority that a foreign page could borrow: what they do needs the code in the body.
 */
@Configuration
@EnableConfigurationProperties({
    PublicAddress.class,
    SignInProperties.class,
    SecondFactors.Properties.class,
    OidcProperties.class
})
class SecurityConfiguration {
    private static final String OWN_THINGS_ONLY = "default-src 'self'; object-src 'none'; base-uri 'none'; "
            + "form-action 'self'; frame-ancestors 'none'; img-src 'self' data:; media-src 'self' blob:";
    /** Swagger UI sets styles and draws its icons from data addresses. */
    private static final String OWN_THINGS_AND_STYLES = OWN_THINGS_ONLY + "; style-src 'self' 'unsafe-inline'";

    @Bean
    SignInCookie signInCookie(PublicAddress address) {
        return new SignInCookie(address.secure());
    }

    @Bean
    SignIns signIns(MongoTemplate mongo, Accounts accounts, SignInProperties properties, AccessRecords records) {
        return new SignIns(mongo, accounts, properties, Clock.systemUTC(), records);
    }

    @Bean
    ApiTokens apiTokens(MongoTemplate mongo, AccessRecords records) {
        return new ApiTokens(mongo, Clock.systemUTC(), records);
    }

    @Bean
    Pace pace(MongoTemplate mongo) {
        return new Pace(mongo, Clock.systemUTC());
    }

    @Bean
    KnownBrowsers knownBrowsers(MongoTemplate mongo) {
        return new KnownBrowsers(mongo, Clock.systemUTC());
    }

    @Bean
    FormState formState(Sealer sealer) {
        return new FormState(sealer, Clock.systemUTC());
    }

    @Bean
    Passkeys passkeys(MongoTemplate mongo, FormState forms, PublicAddress address) {
        return new Passkeys(new PasskeyStore(mongo), forms, address);
    }

    @Bean
    SecondFactors secondFactors(
            Accounts accounts,
            Passkeys passkeys,
            Pace pace,
            FormState forms,
            Sealer sealer,
            SecondFactors.Properties properties) {
        return new SecondFactors(accounts, passkeys, pace, forms, sealer, Clock.systemUTC(), properties);
    }

    @Bean
    Migration moreSignInIndexes() {
        return new Migration("0002-second-factor-indexes", mongo -> {
            mongo.indexOps(Pace.Tries.class).createIndex(new Index().on("lastAt", Sort.Direction.ASC));
            mongo.indexOps(KnownBrowsers.KnownBrowser.class).createIndex(new Index().on("endsAt", Sort.Direction.ASC));
            mongo.indexOps(KnownBrowsers.KnownBrowser.class)
                    .createIndex(new Index().on("username", Sort.Direction.ASC));
            mongo.indexOps(Passkey.class).createIndex(new Index().on("username", Sort.Direction.ASC));
            mongo.indexOps(Passkey.class).createIndex(new Index().on("userHandle", Sort.Direction.ASC));
            mongo.indexOps(Account.class).createIndex(new Index().on("tryOut", Sort.Direction.ASC));
        });
    }

    @Bean
    Migration signInIndexes() {
        return new Migration("0001-sign-in-indexes", mongo -> {
            mongo.indexOps(SignIn.class).createIndex(new Index().on("endsAt", Sort.Direction.ASC));
            mongo.indexOps(SignIn.class).createIndex(new Index().on("username", Sort.Direction.ASC));
        });
    }

    @Bean
    @Order(1)
    SecurityFilterChain api(
            HttpSecurity http, SignIns signIns, ApiTokens tokens, ApiRefusals refusals, PublicAddress address) {
        common(http, OWN_THINGS_ONLY, address);
        return http.securityMatcher("/api/**", "/webhooks/**", "/v3/api-docs/**")
                .csrf(AbstractHttpConfigurer::disable)
                .addFilterBefore(new ApiTokenFilter(tokens), CsrfFilter.class)
                .addFilterBefore(
                        new SignInFilter(
                                request -> SignInFilter.bearer(request).filter(bearer -> !ApiTokenFilter.isOne(bearer)),
                                Door.PROGRAM,
                                signIns),
                        CsrfFilter.class)
                .exceptionHandling(handling -> handling.authenticationEntryPoint(refusals::signInNeeded)
                        .accessDeniedHandler(refusals::notAllowed))
                .authorizeHttpRequests(requests -> requests
                        // a token that is no longer good is told so, instead of being served as nobody
                        .requestMatchers(request -> request.getAttribute(SignInFilter.REFUSED) != null
                                || request.getAttribute(ApiTokenFilter.OUT_OF_SCOPE) != null)
                        .denyAll()
                        .requestMatchers("/api/v1/accounts/**")
                        .hasRole("ADMIN")
                        // further in, so that whoever is refused there is recorded
                        .requestMatchers("/api/v1/audit/**")
                        .authenticated()
                        .anyRequest()
                        .permitAll())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain staff(
            HttpSecurity http,
            SignIns signIns,
            SignInCookie cookie,
            PageRefusals refusals,
            PublicAddress address,
            ObjectProvider<OidcSignIn> identityProvider) {
        common(http, OWN_THINGS_ONLY, address);
        identityProvider.ifAvailable(provider -> provider.on(http));
        return http.securityMatcher("/staff", "/staff/**")
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens(cookie))
                        // a request with a cookie is no new sign-in: a new token each time would break every other open
                        // form
                        .sessionAuthenticationStrategy(new NullAuthenticatedSessionStrategy()))
                .addFilterBefore(new SignInFilter(cookie::read, Door.BROWSER, signIns), CsrfFilter.class)
                .exceptionHandling(handling -> handling.authenticationEntryPoint(refusals::signInNeeded)
                        .accessDeniedHandler(refusals::notAllowed))
                .authorizeHttpRequests(requests -> requests.requestMatchers("/staff/sign-in", "/staff/sign-in/**")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain docs(HttpSecurity http, PublicAddress address) {
        common(http, OWN_THINGS_AND_STYLES, address);
        return http.securityMatcher("/docs")
                .csrf(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain citizens(HttpSecurity http, PublicAddress address) {
        common(http, OWN_THINGS_ONLY, address);
        return http.csrf(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/actuator/health/**", "/actuator/health", "/livez", "/readyz")
                        .permitAll()
                        .requestMatchers("/actuator/**", "/internal/**")
                        .denyAll()
                        .anyRequest()
                        .permitAll())
                .build();
    }

    private static void common(HttpSecurity http, String contentPolicy, PublicAddress address) {
        http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers(contentPolicy, address.secure()));
    }

    private static Customizer<HeadersConfigurer<HttpSecurity>> headers(String contentPolicy, boolean secure) {
        return headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(contentPolicy))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                // TLS ends in front of this process, so the request itself never looks secure
                .httpStrictTransportSecurity(hsts -> hsts.requestMatcher(request -> secure))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                        // a voice note is spoken into the report's page
                        permissions -> permissions.policy("camera=(), microphone=(self), geolocation=(), payment=()"));
    }

    private static CookieCsrfTokenRepository csrfTokens(SignInCookie cookie) {
        var tokens = new CookieCsrfTokenRepository();
        Consumer<ResponseCookie.ResponseCookieBuilder> flags = builder ->
                builder.httpOnly(true).secure(cookie.secure()).sameSite("Lax").path("/");
        tokens.setCookieName(cookie.csrfName());
        tokens.setCookieCustomizer(flags);
        return tokens;
    }
}
