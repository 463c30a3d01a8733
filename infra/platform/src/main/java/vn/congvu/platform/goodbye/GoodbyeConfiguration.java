package vn.congvu.platform.goodbye;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Every service says goodbye. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(GoodbyeProperties.class)
public class GoodbyeConfiguration {
    @Bean
    Goodbye goodbye(GoodbyeProperties properties) {
        return new Goodbye(properties.time());
    }

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> sayingGoodbye(Goodbye goodbye) {
        var filter = new FilterRegistrationBean<OncePerRequestFilter>(new Saying(goodbye));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    private static final class Saying extends OncePerRequestFilter {
        private final Goodbye goodbye;

        Saying(Goodbye goodbye) {
            this.goodbye = goodbye;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            if (goodbye.isSaid()) {
                response.setHeader(HttpHeaders.CONNECTION, "close");
            }
            chain.doFilter(request, response);
        }
    }
}
