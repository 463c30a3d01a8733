package vn.congvu.gateway.services;

import static java.util.Objects.requireNonNull;

import io.micrometer.observation.ObservationRegistry;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.core.convert.ConversionService;
import org.springframework.format.datetime.standard.DateTimeFormatterRegistrar;
import org.springframework.format.support.DefaultFormattingConversionService;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.congvu.gateway.edge.Clients;
import vn.congvu.platform.access.Caller;
import vn.congvu.platform.access.ClientAddress;
import vn.congvu.platform.access.ServiceTokens;

/**
 * Where the services are and how pages call them: as the person who looks at the page, in that person's language, reading
 * only what the page shows.
 */
@Component
public class Services {
    /** In addresses, too: what is left to the language of the page is read by no service. */
    private static final ConversionService ISO_DATES = isoDates();

    private final Map<Service, URI> addresses = new EnumMap<>(Service.class);
    private final Map<Service, RestClient> clients = new EnumMap<>(Service.class);
    private final ServiceTokens tokens;
    private final Clients clientAddresses;
    private final ObservationRegistry observations;

    Services(
            ServiceProperties properties,
            ClientHttpRequestFactory connections,
            ServiceTokens tokens,
            Clients clientAddresses,
            ObservationRegistry observations) {
        this.tokens = tokens;
        this.clientAddresses = clientAddresses;
        this.observations = observations;
        addresses.put(Service.INTAKE, properties.intakeUrl());
        addresses.put(Service.CASES, properties.casesUrl());
        addresses.put(Service.NOTIFY, properties.notifyUrl());
        var lenient = JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
        for (var service : Service.values()) {
            clients.put(service, client(service, connections, lenient));
        }
    }

    public URI address(Service service) {
        return requireNonNull(addresses.get(service));
    }

    /** The header value that says, to this service only and for a minute, who asks. */
    public String authorization(Service service) {
        // only who limits by it learns where somebody is
        var client = service == Service.INTAKE ? clientAddresses.current() : ClientAddress.UNKNOWN;
        return "Bearer " + tokens.issue(service.audience(), CurrentCaller.get(), client);
    }

    /** For calls that are no page's own interface, such as the merged API description. */
    public RestClient client(Service service) {
        return requireNonNull(clients.get(service));
    }

    /**
     * Calls throw {@link Refusal} where the service says no and {@link ServiceAway} where it says nothing sensible.
     *
     * @param declared an interface of {@code @HttpExchange} methods
     */
    public <T> T client(Service service, Class<T> declared) {
        return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client(service)))
                .conversionService(ISO_DATES)
                .build()
                .createClient(declared);
    }

    /** For what only services may ask of each other. The caller has made sure that the person may see the answer. */
    public <T> T clientOfItself(Service service, Class<T> declared) {
        var client = client(service)
                .mutate()
                .requestInterceptors(interceptors -> interceptors.addLast((request, body, execution) -> {
                    request.getHeaders().setBearerAuth(tokens.issue(service.audience(), Caller.service("gateway")));
                    return execution.execute(request, body);
                }))
                .build();
        return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client))
                .build()
                .createClient(declared);
    }

    private static ConversionService isoDates() {
        var conversions = new DefaultFormattingConversionService(false);
        var dates = new DateTimeFormatterRegistrar();
        dates.setUseIsoFormat(true);
        dates.registerFormatters(conversions);
        return conversions;
    }

    private RestClient client(Service service, ClientHttpRequestFactory connections, JsonMapper json) {
        return RestClient.builder()
                .baseUrl(address(service).toString())
                .requestFactory(connections)
                .observationRegistry(observations)
                .configureMessageConverters(converters ->
                        converters.registerDefaults().withJsonConverter(new JacksonJsonHttpMessageConverter(json)))
                .requestInterceptor(new AsTheCaller(service, this))
                .defaultStatusHandler(new RefusalReader(service, json))
                .defaultHeader(HttpHeaders.ACCEPT, "application/json, application/problem+json")
                .build();
    }
}
