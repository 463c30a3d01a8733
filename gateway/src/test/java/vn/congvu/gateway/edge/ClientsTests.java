package vn.congvu.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class ClientsTests {
    private final Clients direct = new Clients(new EdgeProperties(List.of(), 10, 10, Duration.ZERO));
    private final Clients behindProxies =
            new Clients(new EdgeProperties(List.of("10.0.0.0/24", "2001:db8::/32"), 10, 10, Duration.ZERO));

    @Test
    void withoutATrustedProxyNobodysWordCounts() {
        assertThat(seen(direct, "203.0.113.9", "1.1.1.1")).isEqualTo("203.0.113.9");
        assertThat(seen(behindProxies, "203.0.113.9", "1.1.1.1")).isEqualTo("203.0.113.9");
    }

    @Test
    void whatAClientWroteInFrontOfAProxysWordCountsForNothing() {
        assertThat(seen(behindProxies, "10.0.0.1", "1.1.1.1, 203.0.113.9")).isEqualTo("203.0.113.9");
        assertThat(seen(behindProxies, "10.0.0.1", "10.0.0.7, 203.0.113.9")).isEqualTo("203.0.113.9");
        assertThat(seen(behindProxies, "10.0.0.1", "1.1.1.1", "203.0.113.9")).isEqualTo("203.0.113.9");
    }

    @Test
    void aChainOfTrustedProxiesIsFollowed() {
        assertThat(seen(behindProxies, "10.0.0.1", "203.0.113.9, 2001:db8::5, 10.0.0.2"))
                .isEqualTo("203.0.113.9");
        assertThat(seen(behindProxies, "2001:db8:0:0:0:0:0:1%eth0", "203.0.113.9"))
                .isEqualTo("203.0.113.9");
    }

    @Test
    void nonsenseEndsTheChain() {
        assertThat(seen(behindProxies, "10.0.0.1", "203.0.113.9, <script>")).isEqualTo("10.0.0.1");
        assertThat(seen(behindProxies, "10.0.0.1")).isEqualTo("10.0.0.1");
    }

    private static String seen(Clients clients, String remote, String... forwarded) {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(remote);
        for (var line : forwarded) {
            request.addHeader("X-Forwarded-For", line);
        }
        return clients.of(request).address();
    }
}
