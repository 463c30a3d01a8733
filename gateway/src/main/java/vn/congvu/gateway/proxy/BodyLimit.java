package vn.congvu.gateway.proxy;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.congvu.contracts.Bilingual;
import vn.congvu.platform.problem.Problem;
import vn.congvu.platform.problem.ProblemWriter;
import vn.congvu.platform.problem.Problems;

/** Bounds what the API reads, before anybody reads it. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class BodyLimit extends OncePerRequestFilter {
    private static final Bilingual SMALLER = new Bilingual(
            "Nội dung gửi lên quá lớn. Hãy chia nhỏ hoặc giảm dung lượng rồi gửi lại.",
            "What was sent is too large. Split it or make it smaller and send it again.");

    private static final Bilingual FASTER = new Bilingual(
            "Đường truyền quá chậm để gửi nội dung này. Hãy giảm dung lượng hoặc thử lại khi mạng tốt hơn.",
            "The line is too slow for what was sent. Make it smaller, or try again on a better line.");

    private final ProxyProperties limits;

    BodyLimit(ProxyProperties limits) {
        this.limits = limits;
    }

    static Problem tooLarge() {
        return new Problem(Problems.TOO_LARGE, SMALLER);
    }

    static Problem tooSlow() {
        return new Problem(Problems.TOO_LARGE, FASTER);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getRequestURI();
        return !path.startsWith("/api/") && !path.startsWith("/webhooks/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var limit = limits.limitOf(request.getRequestURI());
        if (request.getContentLengthLong() > limit.toBytes()) {
            ProblemWriter.write(tooLarge(), request, response);
        } else {
            chain.doFilter(new ApiRequest(request, limit, limits.patienceFor(limit)), response);
        }
    }
}
