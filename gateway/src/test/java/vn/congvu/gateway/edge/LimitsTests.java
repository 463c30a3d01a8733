package vn.congvu.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class LimitsTests {
    private static final int LIMIT = 20;

    private final EdgeProperties properties = new EdgeProperties(List.of(), LIMIT, 5, Duration.ofMillis(40));
    private final Limits limits = new Limits(new Clients(properties), properties);

    @Test
    void whoeverReadsTooOftenIsAskedToComeBack() throws Exception {
        for (int i = 0; i < LIMIT; i++) {
            assertThat(status("GET", "/xin-loi", "203.0.113.9")).isEqualTo(200);
        }

        assertThat(status("GET", "/xin-loi", "203.0.113.9")).isEqualTo(429);
        assertThat(status("GET", "/xin-loi", "203.0.113.10"))
                .as("somebody else")
                .isEqualTo(200);
        assertThat(status("GET", "/assets/cong-vu.css", "203.0.113.9")).isEqualTo(200);
    }

    @Test
    void aReportIsHeldUpAndNeverDropped() throws Exception {
        for (int i = 0; i < 3 * LIMIT; i++) {
            status("GET", "/", "203.0.113.9");
        }

        for (var path : List.of("/api/v1/complaints", "/phan-anh", "/webhooks/twilio/sms", "/api/v1/hotline/calls")) {
            long start = System.nanoTime();
            assertThat(status("POST", path, "203.0.113.9")).as(path).isEqualTo(200);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(35));
        }
    }

    @Test
    void signingInHasALimitOfItsOwn() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(status("POST", "/api/v1/sign-in", "203.0.113.9")).isEqualTo(200);
        }

        assertThat(status("POST", "/staff/sign-in", "203.0.113.9")).isEqualTo(429);
        assertThat(status("GET", "/staff/sign-in", "203.0.113.9")).isEqualTo(200);
    }

    @Test
    void oneSubscribersManyAddressesAreOne() throws Exception {
        for (int i = 0; i < LIMIT; i++) {
            status("GET", "/", "2001:db8:1:2::" + Integer.toHexString(i + 1));
        }

        assertThat(status("GET", "/", "2001:db8:1:2:ffff::1")).isEqualTo(429);
        assertThat(status("GET", "/", "2001:db8:1:3::1")).isEqualTo(200);
    }

    private int status(String method, String path, String remote) throws Exception {
        var request = new MockHttpServletRequest(method, path);
        request.setRemoteAddr(remote);
        var response = new MockHttpServletResponse();
        limits.doFilter(request, response, new MockFilterChain());
        return response.getStatus();
    }
}
