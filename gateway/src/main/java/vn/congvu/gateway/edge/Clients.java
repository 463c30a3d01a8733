package vn.congvu.gateway.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import vn.congvu.platform.access.ClientAddress;

/**
 * Where requests come from. Each proxy writes whom it saw at the end of {@code X-Forwarded-For}, so the list is read from its
 * end for as long as the writer is trusted: what stands further in front was written by the client itself.
 */
@Component
@EnableConfigurationProperties(EdgeProperties.class)
public class Clients {
    private static final String FORWARDED_FOR = "X-Forwarded-For";

    private final List<IpAddressMatcher> trusted;

    Clients(EdgeProperties properties) {
        trusted =
                properties.trustedProxies().stream().map(IpAddressMatcher::new).toList();
    }

    /** The client of the request that this thread serves; unknown outside of one. */
    public ClientAddress current() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? of(attributes.getRequest())
                : ClientAddress.UNKNOWN;
    }

    public ClientAddress of(HttpServletRequest request) {
        var client = ClientAddress.parse(withoutZone(request.getRemoteAddr())).orElse(ClientAddress.UNKNOWN);
        for (var saw : fromTheEnd(request)) {
            if (!isTrusted(client)) {
                return client;
            }
            var before = ClientAddress.parse(saw);
            if (before.isEmpty()) {
                return client;
            }
            client = before.get();
        }
        return client;
    }

    private boolean isTrusted(ClientAddress writer) {
        return writer.isKnown() && trusted.stream().anyMatch(proxy -> proxy.matches(writer.address()));
    }

    private static List<String> fromTheEnd(HttpServletRequest request) {
        List<String> seen = new ArrayList<>();
        for (var line : Collections.list(request.getHeaders(FORWARDED_FOR))) {
            for (var address : line.split(",")) {
                seen.add(address.strip());
            }
        }
        return seen.reversed();
    }

    /** An address of this link carries the name of a network card. */
    private static String withoutZone(String address) {
        int zone = address.indexOf('%');
        return zone < 0 ? address : address.substring(0, zone);
    }
}
