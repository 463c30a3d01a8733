package vn.congvu.gateway.proxy;

import static java.util.Objects.requireNonNull;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;

import io.micrometer.observation.ObservationRegistry;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.gateway.server.mvc.config.GatewayMvcProperties;
import org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions;
import org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions;
import org.springframework.cloud.gateway.server.mvc.handler.RestClientProxyExchange;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import vn.congvu.contracts.Bilingual;
import vn.congvu.gateway.services.Service;
import vn.congvu.gateway.services.Services;
import vn.congvu.platform.problem.Problem;
import vn.congvu.platform.problem.ProblemRenderer;
import vn.congvu.platform.problem.Problems;

/** The only door of the API. What no route names is not passed on, whatever a service may serve besides. */
@Configuration
@EnableConfigurationProperties(ProxyProperties.class)
class ApiRouting {
    private static final Logger log = LoggerFactory.getLogger(ApiRouting.class);
    private static final Bilingual UNREADABLE_ADDRESS = new Bilingual(
            "Địa chỉ có ký tự không đúng. Hãy mã hóa tham số rồi gửi lại.",
            "There is a wrong character in the address. Encode the parameters and send it again.");
    private static final Bilingual AWAY = new Bilingual(
            "Phần này của hệ thống đang tạm gián đoạn. Hãy gửi lại sau ít giây với cùng Idempotency-Key; không có gì bị trùng.",
            "This part is away for a moment. Send it again in a few seconds with the same Idempotency-Key; nothing doubles.");

    @Bean
    RestClientProxyExchange proxyExchange(
            ClientHttpRequestFactory connections,
            GatewayMvcProperties properties,
            Services services,
            ObservationRegistry observations) {
        return new UnchangedExchange(
                RestClient.builder()
                        .requestFactory(connections)
                        .observationRegistry(observations)
                        .build(),
                properties,
                services);
    }

    @Bean
    RouterFunction<ServerResponse> apiRoutes(Services services) {
        return GatewayRouterFunctions.route("services")
                .route(request -> serviceOf(request).isPresent(), http())
                .before(request -> BeforeFilterFunctions.uri(
                                services.address(serviceOf(request).orElseThrow()))
                        .apply(request))
                .filter(ApiRouting::sayingSoWhenAway)
                .build();
    }

    static Optional<Service> serviceOf(ServerRequest request) {
        return Routes.serviceOf(request.servletRequest().getRequestURI());
    }

    private static ServerResponse sayingSoWhenAway(ServerRequest request, HandlerFunction<ServerResponse> next)
            throws Exception {
        try {
            return next.handle(request);
        } catch (UnchangedExchange.UnreadableAddress malformed) {
            return say(new Problem(Problems.MALFORMED, UNREADABLE_ADDRESS), request);
        } catch (ResourceAccessException failure) {
            if (isCausedBy(ApiRequest.TooLarge.class, failure)) {
                return say(BodyLimit.tooLarge(), request);
            }
            if (isCausedBy(ApiRequest.TooSlow.class, failure)) {
                return say(BodyLimit.tooSlow(), request);
            }
            log.warn("{} can't be reached: {}", serviceOf(request).orElseThrow().audience(), failure.getMessage());
            return say(new Problem(Problems.AWAY, AWAY), request);
        }
    }

    private static boolean isCausedBy(Class<?> type, Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    private static ServerResponse say(Problem problem, ServerRequest request) {
        var rendered = ProblemRenderer.render(problem, request.servletRequest());
        return ServerResponse.status(rendered.getStatusCode())
                .headers(headers -> headers.putAll(rendered.getHeaders()))
                .body(requireNonNull(rendered.getBody()));
    }
}
