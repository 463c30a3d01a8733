package vn.congvu.platform.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets in who brings a valid service token; the rest stays unknown and is refused further on. */
final class ServiceTokenFilter extends OncePerRequestFilter {
    private static final String SCHEME = "Bearer ";

    private final ServiceTokens tokens;

    ServiceTokenFilter(ServiceTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null && header.startsWith(SCHEME)) {
            tokens.read(header.substring(SCHEME.length())).ifPresent(call -> {
                var context = SecurityContextHolder.createEmptyContext();
                context.setAuthentication(new CallerAuthentication(call.caller(), call.client()));
                SecurityContextHolder.setContext(context);
            });
        }
        chain.doFilter(request, response);
    }

    /** The caller as Spring Security sees it: one {@code ROLE_} authority each role. */
    static final class CallerAuthentication extends AbstractAuthenticationToken {
        private final transient Caller caller;

        CallerAuthentication(Caller caller, ClientAddress client) {
            super(caller.roles().stream()
                    .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                    .toList());
            this.caller = caller;
            setDetails(client);
            setAuthenticated(true);
        }

        @Override
        public Object getCredentials() {
            return List.of();
        }

        @Override
        public Caller getPrincipal() {
            return caller;
        }
    }
}
