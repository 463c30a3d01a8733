package vn.congvu.gateway.services;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import vn.congvu.platform.telemetry.Figure;
import vn.congvu.platform.telemetry.Figures;

/** Which of the services behind this door answer. */
@Component
class ServiceFigures implements Figures {
    private static final Logger log = LoggerFactory.getLogger(ServiceFigures.class);

    private final Map<Service, Figure> reachable = new EnumMap<>(Service.class);
    private final Map<Service, URI> doors = new EnumMap<>(Service.class);
    private final RestClient http;

    ServiceFigures(Services services, ClientHttpRequestFactory connections) {
        this.http = RestClient.builder().requestFactory(connections).build();
        for (var service : Service.values()) {
            doors.put(service, services.address(service).resolve("/readyz"));
            reachable.put(
                    service,
                    Figure.flag(
                            "complaints.gateway.service.reachable",
                            "1 while a service behind the gateway says that it is ready",
                            "behind",
                            service.audience()));
        }
    }

    @Override
    public String name() {
        return "services";
    }

    @Override
    public List<Figure> all() {
        return List.copyOf(reachable.values());
    }

    @Override
    public void read() {
        reachable.forEach((service, figure) -> figure.is(isReady(service)));
    }

    @Override
    public Optional<String> trouble() {
        var away = reachable.entrySet().stream()
                .filter(entry -> entry.getValue().value() == 0)
                .map(entry -> entry.getKey().audience())
                .collect(joining(", "));
        return away.isEmpty() ? Optional.empty() : Optional.of(away + ": not ready");
    }

    private boolean isReady(Service service) {
        try {
            return Boolean.TRUE.equals(http.get()
                    .uri(requireNonNull(doors.get(service)))
                    .exchange((request, answer) -> answer.getStatusCode().is2xxSuccessful()));
        } catch (ResourceAccessException away) {
            log.debug("{} can't be reached", service.audience(), away);
            return false;
        }
    }
}
