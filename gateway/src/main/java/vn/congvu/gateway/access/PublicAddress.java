package vn.congvu.gateway.access;

import java.net.URI;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param publicBaseUrl what people type to get here; with https the cookies become Secure and HSTS is sent */
@ConfigurationProperties("complaints.gateway")
public record PublicAddress(
        @DefaultValue("http://127.0.0.1:8080") URI publicBaseUrl) {
    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

    /** Whether only people at this very machine can use it. */
    boolean isThisMachine() {
        return THIS_MACHINE.contains(publicBaseUrl.getHost());
    }

    boolean secure() {
        return "https".equalsIgnoreCase(publicBaseUrl.getScheme());
    }
}
