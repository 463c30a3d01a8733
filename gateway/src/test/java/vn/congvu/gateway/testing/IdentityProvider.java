package vn.congvu.gateway.testing;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.http.HttpServlet;
import java.nio.file.Files;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.filter.DelegatingFilterProxy;

/** A real OpenID Connect server (Spring Authorization Server) in a Tomcat of its own; one signs in to it with HTTP Basic. */
public final class IdentityProvider {
    public static final String PASSWORD = "a password of the provider";

    /** What it says about whom. */
    private static final Map<String, Map<String, Object>> PEOPLE = new ConcurrentHashMap<>(Map.of(
            "head", Map.of("roles", List.of("truong-don-vi"), "agency", "SXD", "title", "Giám đốc Sở Xây dựng"),
            "nobody", Map.of("roles", List.of("bao-ve"), "agency", "SXD"),
            "homeless", Map.of("roles", List.of("truong-don-vi")),
            "ambitious", Map.of("roles", List.of("SERVICE", "ADMIN", "service"), "agency", "SXD")));

    private static IdentityProvider running;

    private final Tomcat tomcat;

    private IdentityProvider(Tomcat tomcat) {
        this.tomcat = tomcat;
    }

    /** One for the whole JVM. */
    public static synchronized IdentityProvider running() {
        if (running == null) {
            running = started();
        }
        return running;
    }

    public String issuer() {
        return "http://localhost:" + tomcat.getConnector().getLocalPort();
    }

    private static IdentityProvider started() {
        try {
            var tomcat = new Tomcat();
            var base = Files.createTempDirectory("identity-provider").toFile();
            base.deleteOnExit();
            tomcat.setBaseDir(base.getPath());
            tomcat.setPort(0);
            var context = tomcat.addContext("", base.getPath());
            var application = new AnnotationConfigWebApplicationContext();
            application.register(Rules.class);
            var filter = new FilterDef();
            filter.setFilterName("security");
            filter.setFilter(new DelegatingFilterProxy("springSecurityFilterChain", application));
            context.addFilterDef(filter);
            var everything = new FilterMap();
            everything.setFilterName("security");
            everything.addURLPattern("/*");
            context.addFilterMap(everything);
            Tomcat.addServlet(context, "nothing", new HttpServlet() {});
            context.addServletMappingDecoded("/", "nothing");
            context.addServletContainerInitializer(
                    (classes, servlets) -> {
                        application.setServletContext(servlets);
                        application.refresh();
                    },
                    Set.of());
            tomcat.start();
            return new IdentityProvider(tomcat);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    @EnableWebSecurity
    static class Rules {
        @Bean
        SecurityFilterChain everything(HttpSecurity http) {
            var server = new OAuth2AuthorizationServerConfigurer();
            return http.with(server, authorizationServer -> authorizationServer.oidc(Customizer.withDefaults()))
                    .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .csrf(csrf -> csrf.disable())
                    // kept in a session, because the endpoint for browsers looks before a header is read
                    .httpBasic(basic -> basic.securityContextRepository(new HttpSessionSecurityContextRepository()))
                    .build();
        }

        @Bean
        RegisteredClientRepository clients() {
            return new InMemoryRegisteredClientRepository(RegisteredClient.withId("gateway")
                    .clientId("gateway")
                    .clientSecret("{noop}secret of the gateway")
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                    .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                    .redirectUri("http://127.0.0.1:8080/staff/sign-in/oidc/back/agency")
                    .scope("openid")
                    .scope("profile")
                    .clientSettings(ClientSettings.builder()
                            .requireProofKey(true)
                            .requireAuthorizationConsent(false)
                            .build())
                    .build());
        }

        @Bean
        UserDetailsService people() {
            return name -> User.withUsername(name)
                    .password("{noop}" + PASSWORD)
                    .roles(PEOPLE.containsKey(name) ? "KNOWN" : "UNKNOWN")
                    .build();
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> claims() {
            return token -> {
                var name = token.getPrincipal().getName();
                token.getClaims().claim("preferred_username", name);
                token.getClaims().claims(claims -> claims.putAll(PEOPLE.getOrDefault(name, Map.of())));
            };
        }

        @Bean
        JWKSource<SecurityContext> keys() throws Exception {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            var pair = generator.generateKeyPair();
            return new ImmutableJWKSet<>(new JWKSet(new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                    .privateKey(pair.getPrivate())
                    .keyID("one")
                    .build()));
        }

        @Bean
        JwtDecoder decoder(JWKSource<SecurityContext> keys) {
            return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        }

        @Bean
        AuthorizationServerSettings settings() {
            return AuthorizationServerSettings.builder().build();
        }
    }
}
