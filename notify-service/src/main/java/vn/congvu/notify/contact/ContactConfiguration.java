package vn.congvu.notify.contact;

import io.micrometer.observation.ObservationRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import vn.congvu.notify.breaker.BreakerFigures;
import vn.congvu.platform.access.Caller;
import vn.congvu.platform.access.ServiceTokens;
import vn.congvu.platform.sealing.KeyFiles;

@Configuration(proxyBeanMethods = false)
class ContactConfiguration {
    private static final Caller OURSELVES = Caller.service("notify-service");

    @Bean
    VaultContacts contacts(
            ContactSettings addresses,
            ContactTimeouts timeouts,
            ContactKeyProperties key,
            KeyFiles keys,
            ServiceTokens tokens,
            ObservationRegistry observations) {
        return new VaultContacts(
                vault(addresses.intakeBaseUrl(), "intake-service", timeouts, tokens, observations),
                vault(addresses.casesBaseUrl(), "case-service", timeouts, tokens, observations),
                new SealedContacts(keys.opener(key.file())));
    }

    @Bean
    BreakerFigures contactFigures(VaultContacts contacts) {
        return new BreakerFigures("contacts", contacts.breakers(), "notices wait until their address can be asked for");
    }

    private static ContactVault vault(
            URI base,
            String service,
            ContactTimeouts timeouts,
            ServiceTokens tokens,
            ObservationRegistry observations) {
        var http = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeouts.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build());
        http.setReadTimeout(timeouts.responseTimeout());
        var client = RestClient.builder()
                .baseUrl(base)
                .requestFactory(http)
                .observationRegistry(observations)
                .requestInterceptor((request, body, next) -> {
                    request.getHeaders().setBearerAuth(tokens.issue(service, OURSELVES));
                    return next.execute(request, body);
                })
                .build();
        return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client))
                .build()
                .createClient(ContactVault.class);
    }
}
