package vn.congvu.gateway.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Recognises a program of another system; a token that is not for what it asks gets nothing, not even what is public. */
final class ApiTokenFilter extends OncePerRequestFilter {
    /** Set where a token is good, and not for this. */
    static final String OUT_OF_SCOPE = ApiTokenFilter.class.getName() + ".out-of-scope";

    private final ApiTokens tokens;

    ApiTokenFilter(ApiTokens tokens) {
        this.tokens = tokens;
    }

    static boolean isOne(String bearer) {
        return bearer.startsWith(ApiTokens.PREFIX);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        SignInFilter.bearer(request).filter(ApiTokenFilter::isOne).ifPresent(bearer -> {
            var token = tokens.find(bearer);
            if (token.isEmpty()) {
                request.setAttribute(SignInFilter.REFUSED, true);
                return;
            }
            if (!token.get().covers(request.getMethod(), request.getRequestURI())) {
                request.setAttribute(OUT_OF_SCOPE, true);
            }
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(SignInFilter.authenticationOf(token.get().caller()));
            SecurityContextHolder.setContext(context);
        });
        chain.doFilter(request, response);
    }
}
