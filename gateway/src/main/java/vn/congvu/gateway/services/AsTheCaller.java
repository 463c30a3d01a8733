package vn.congvu.gateway.services;

import java.io.IOException;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/** Puts the caller and the page's language on a call, and turns a dead connection into {@link ServiceAway}. */
final class AsTheCaller implements ClientHttpRequestInterceptor {
    private final Service service;
    private final Services services;

    AsTheCaller(Service service, Services services) {
        this.service = service;
        this.services = services;
    }

    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution) {
        request.getHeaders().set(HttpHeaders.AUTHORIZATION, services.authorization(service));
        request.getHeaders()
                .set(
                        HttpHeaders.ACCEPT_LANGUAGE,
                        LocaleContextHolder.getLocale().getLanguage());
        try {
            return execution.execute(request, body);
        } catch (IOException away) {
            throw new ServiceAway(service, away);
        }
    }
}
