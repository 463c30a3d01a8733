package vn.congvu.gateway.proxy;

import java.net.URI;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import org.springframework.cloud.gateway.server.mvc.config.GatewayMvcProperties;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.cloud.gateway.server.mvc.handler.RestClientProxyExchange;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.client.RestClient;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import vn.congvu.gateway.services.Service;
import vn.congvu.gateway.services.Services;

/**
 * Passes a request on with path and query as they came, byte for byte (the library would decode and encode the query again),
 * and with nothing in its headers that only this gateway may say.
 */
final class UnchangedExchange extends RestClientProxyExchange {
    /** Lower case. Whom a request is for, who asks and where from: said by the gateway or by nobody. */
    private static final Set<String> NEVER_PASSED_ON = Set.of(
            "authorization",
            "baggage",
            "cookie",
            "forwarded",
            "host",
            "traceparent",
            "tracestate",
            "via",
            "x-real-ip",
            "x-service-token");

    private static final Set<String> NEVER_PASSED_ON_FROM = Set.of("x-user-", "x-forwarded-", "proxy-");

    private final Services services;

    UnchangedExchange(RestClient client, GatewayMvcProperties properties, Services services) {
        super(client, properties);
        this.services = services;
    }

    @Override
    public ServerResponse exchange(Request request) {
        var service = ApiRouting.serviceOf(request.getServerRequest()).orElseThrow();
        return super.exchange(
                new Unchanged(request, address(request.getServerRequest(), service), headers(request, service)));
    }

    private URI address(ServerRequest request, Service service) {
        var asked = request.servletRequest();
        var query = asked.getQueryString() == null ? "" : "?" + asked.getQueryString();
        try {
            return URI.create(services.address(service) + asked.getRequestURI() + query);
        } catch (IllegalArgumentException malformed) {
            throw new UnreadableAddress();
        }
    }

    /** A path or query that is no address, such as one with half an escape. */
    static final class UnreadableAddress extends RuntimeException {}

    private HttpHeaders headers(Request request, Service service) {
        var headers = new HttpHeaders();
        request.getHeaders().forEach((name, values) -> {
            if (mayPass(name.toLowerCase(Locale.ROOT))) {
                headers.addAll(name, values);
            }
        });
        // the framework adds a charset of its own
        var contentType = request.getServerRequest().servletRequest().getHeader(HttpHeaders.CONTENT_TYPE);
        if (contentType != null) {
            headers.set(HttpHeaders.CONTENT_TYPE, contentType);
        }
        headers.set(HttpHeaders.AUTHORIZATION, services.authorization(service));
        return headers;
    }

    private static boolean mayPass(String name) {
        return !NEVER_PASSED_ON.contains(name) && NEVER_PASSED_ON_FROM.stream().noneMatch(name::startsWith);
    }

    private record Unchanged(Request original, URI uri, HttpHeaders headers) implements Request {
        @Override
        public URI getUri() {
            return uri;
        }

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public HttpMethod getMethod() {
            return original.getMethod();
        }

        @Override
        public ServerRequest getServerRequest() {
            return original.getServerRequest();
        }

        @Override
        public Collection<ProxyExchange.ResponseConsumer> getResponseConsumers() {
            return original.getResponseConsumers();
        }
    }
}
