package vn.congvu.platform.access;

import java.time.InstantSource;
import java.util.List;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.Pointcuts;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Role;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authorization.method.AuthorizationInterceptorsOrder;
import org.springframework.security.authorization.method.AuthorizationManagerBeforeMethodInterceptor;
import org.springframework.security.authorization.method.PreAuthorizeAuthorizationManager;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import vn.congvu.contracts.Bilingual;
import vn.congvu.platform.problem.Problem;
import vn.congvu.platform.problem.ProblemType;
import vn.congvu.platform.problem.ProblemWriter;
import vn.congvu.platform.problem.Problems;

/**
 * Every request to a service but its health needs a service token; what the user behind it may do stands at each handler method.
 * The gateway has chains of its own and takes only the tokens from here.
 */
@AutoConfiguration(before = {ServletWebSecurityAutoConfiguration.class, UserDetailsServiceAutoConfiguration.class})
@EnableConfigurationProperties(TokenProperties.class)
@EnableMethodSecurity(prePostEnabled = false)
public class AccessConfiguration {
    /** Who may call a method stands in its {@link PreAuthorize}, and nowhere else: a rule of the house sees to that. */
    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor whoMayDoWhat() {
        var atTheMethod = new AnnotationMatchingPointcut(null, PreAuthorize.class, true);
        var atTheClass = new AnnotationMatchingPointcut(PreAuthorize.class, true);
        var advisor = new AuthorizationManagerBeforeMethodInterceptor(
                OwnClasses.among(Pointcuts.union(atTheMethod, atTheClass)), new PreAuthorizeAuthorizationManager());
        advisor.setOrder(AuthorizationInterceptorsOrder.PRE_AUTHORIZE.getOrder());
        return advisor;
    }

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnProperty("complaints.platform.tokens.keys-dir")
    TokenKeys tokenKeys(TokenProperties properties) {
        var directory = properties.keysDir();
        if (directory == null) {
            throw new IllegalStateException("complaints.platform.tokens.keys-dir is empty");
        }
        return TokenKeys.readFrom(directory);
    }

    @Bean
    @ConditionalOnMissingBean
    ServiceTokens serviceTokens(Environment environment, TokenKeys keys, TokenProperties properties) {
        return new ServiceTokens(
                environment.getRequiredProperty("spring.application.name"),
                keys,
                properties.lifetime(),
                InstantSource.system());
    }

    @Bean
    @ConditionalOnMissingBean(SecurityFilterChain.class)
    SecurityFilterChain onlyServices(HttpSecurity http, ServiceTokens tokens) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new ServiceTokenFilter(tokens), AuthorizationFilter.class)
                .anonymous(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/actuator/health", "/actuator/health/**", "/livez", "/readyz", "/error")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint((request, response, failure) -> {
                            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
                            ProblemWriter.write(
                                    refusal(Problems.SIGN_IN, "Cần đăng nhập qua cổng.", "Come through the gateway."),
                                    request,
                                    response);
                        })
                        .accessDeniedHandler((request, response, failure) -> ProblemWriter.write(
                                refusal(
                                        Problems.FORBIDDEN,
                                        "Tài khoản của bạn không có quyền làm việc này.",
                                        "Your account may not do this."),
                                request,
                                response)))
                .build();
    }

    /** Nobody signs in to a service by password; without this, Spring Boot would invent a user with one and print it. */
    @Bean
    @ConditionalOnMissingBean({UserDetailsService.class, AuthenticationManager.class, AuthenticationProvider.class})
    UserDetailsService nobody() {
        return name -> {
            throw new UsernameNotFoundException("services know no users");
        };
    }

    @Bean
    WebMvcConfigurer callers() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerArgument());
                resolvers.add(new ClientAddressArgument());
            }
        };
    }

    private static Problem refusal(ProblemType type, String vi, String en) {
        return new Problem(type, new Bilingual(vi, en));
    }
}
