package vn.congvu.gateway.edge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.congvu.contracts.Bilingual;
import vn.congvu.platform.problem.Problem;
import vn.congvu.platform.problem.ProblemType;
import vn.congvu.platform.problem.ProblemWriter;

/**
 * How much one subscriber's network may ask of one replica. Over the limit, whoever only reads is asked to come back; a report
 * is made to wait and then taken, for a flood must not silence citizens: intake-service marks what comes too often. Addresses
 * are in this process's memory for minutes and nowhere else.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class Limits extends OncePerRequestFilter {
    static final ProblemType TOO_OFTEN =
            new ProblemType("too-often", 429, new Bilingual("Quá nhiều yêu cầu", "Too many requests"));

    private static final Bilingual LATER = new Bilingual(
            "Có quá nhiều yêu cầu từ mạng của bạn. Hãy đợi một phút rồi thử lại.",
            "Too many requests came from your network. Wait a minute and try again.");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int NETWORKS = 200_000;
    /** Reports that are held up at the same time; more are taken at once rather than piled up. */
    private static final int HELD_UP = 500;

    private final Clients clients;
    private final EdgeProperties properties;
    private final Semaphore waitingRoom = new Semaphore(HELD_UP);
    private final Cache<String, Bucket> all = cache();
    private final Cache<String, Bucket> signIns = cache();

    Limits(Clients clients, EdgeProperties properties) {
        this.clients = clients;
        this.properties = properties;
    }

    private static Cache<String, Bucket> cache() {
        return Caffeine.newBuilder()
                .maximumSize(NETWORKS)
                .expireAfterAccess(MINUTE.multipliedBy(2))
                .build();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.startsWith("/assets/") || path.startsWith("/webjars/") || path.startsWith("/actuator/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var network = clients.of(request).network();
        if (isSignIn(request) && !take(signIns, network, properties.signInsPerMinute())
                || !take(all, network, properties.requestsPerMinute()) && !isReport(request)) {
            refuse(request, response);
            return;
        }
        if (isReport(request) && isOver(network)) {
            holdUp();
        }
        chain.doFilter(request, response);
    }

    private boolean isOver(String network) {
        var bucket = all.getIfPresent(network);
        return bucket != null && bucket.getAvailableTokens() == 0;
    }

    private void holdUp() {
        if (waitingRoom.tryAcquire()) {
            try {
                Thread.sleep(properties.holdUp());
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            } finally {
                waitingRoom.release();
            }
        }
    }

    private static boolean take(Cache<String, Bucket> buckets, String network, long perMinute) {
        return buckets.get(network, unseen -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, MINUTE))
                        .build())
                .tryConsume(1);
    }

    private static boolean isSignIn(HttpServletRequest request) {
        var path = request.getRequestURI();
        return request.getMethod().equals("POST")
                && (path.startsWith("/staff/sign-in") || path.startsWith("/api/v1/sign-in"));
    }

    /** Whatever brings a report in, or adds to one. */
    private static boolean isReport(HttpServletRequest request) {
        var path = request.getRequestURI();
        return request.getMethod().equals("POST")
                && !isPreview(path)
                && (path.startsWith("/api/v1/complaints")
                        || path.startsWith("/webhooks/")
                        || path.startsWith("/api/v1/hotline")
                        || path.startsWith("/phan-anh")
                        || path.startsWith("/staff/operator"));
    }

    /** Asks who would answer, and brings nothing in. */
    private static boolean isPreview(String path) {
        return path.equals("/api/v1/complaints/preview") || path.equals("/phan-anh/xem-truoc");
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(MINUTE.toSeconds()));
        if (request.getRequestURI().startsWith("/api/")) {
            ProblemWriter.write(new Problem(TOO_OFTEN, LATER), request, response);
        } else {
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
        }
    }
}
