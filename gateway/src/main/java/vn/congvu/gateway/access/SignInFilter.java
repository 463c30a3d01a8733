package vn.congvu.gateway.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.congvu.gateway.access.SignIn.Door;
import vn.congvu.platform.access.Caller;

/** Recognises a signed-in browser by its cookie, or a program by its bearer token; each only at its own door. */
final class SignInFilter extends OncePerRequestFilter {
    /** Set where a token was sent that is not, or no longer, good. */
    static final String REFUSED = SignInFilter.class.getName() + ".refused";

    private final Function<HttpServletRequest, Optional<String>> tokenOf;
    private final Door door;
    private final SignIns signIns;

    SignInFilter(Function<HttpServletRequest, Optional<String>> tokenOf, Door door, SignIns signIns) {
        this.tokenOf = tokenOf;
        this.door = door;
        this.signIns = signIns;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var token = tokenOf.apply(request);
        if (token.isPresent()) {
            var caller = signIns.find(token.get(), door);
            if (caller.isPresent()) {
                var context = SecurityContextHolder.createEmptyContext();
                context.setAuthentication(authenticationOf(caller.get()));
                SecurityContextHolder.setContext(context);
            } else {
                request.setAttribute(REFUSED, true);
            }
        }
        chain.doFilter(request, response);
    }

    static Authentication authenticationOf(Caller caller) {
        var authorities = caller.roles().stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList();
        return UsernamePasswordAuthenticationToken.authenticated(caller, null, authorities);
    }

    static Optional<String> bearer(HttpServletRequest request) {
        var header = request.getHeader("Authorization");
        return header != null && header.regionMatches(true, 0, "Bearer ", 0, 7)
                ? Optional.of(header.substring(7).strip())
                : Optional.empty();
    }
}
