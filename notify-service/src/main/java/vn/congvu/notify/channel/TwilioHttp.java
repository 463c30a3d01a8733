package vn.congvu.notify.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.twilio.http.HttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;

/**
 * Carries the SDK's requests to the configured address. Unlike the SDK's own client it sends each exactly once: that one
 * repeats a POST after any 5xx, and Apache's after 429 and 503, either of which can send an SMS twice. Connections are not
 * reused either, since a stale one leaves it open whether the request arrived.
 */
final class TwilioHttp extends HttpClient implements AutoCloseable {
    private static final int LARGEST_ANSWER = 4 * 1024 * 1024;

    private final URI base;
    private final CloseableHttpClient client;

    /** Any answer but a success. */
    static final class Failed extends RuntimeException {
        private final int status;
        private final String body;

        Failed(int status, String body) {
            super("HTTP " + status);
            this.status = status;
            this.body = body;
        }

        int status() {
            return status;
        }

        String body() {
            return body;
        }
    }

    /** No answer at all. */
    static final class BrokenOff extends RuntimeException {
        private final IOException why;

        BrokenOff(IOException why) {
            super(why);
            this.why = why;
        }

        IOException why() {
            return why;
        }
    }

    TwilioHttp(TwilioSettings settings) {
        this.base = settings.apiBaseUrl();
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnPerRoute(50)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(settings.connectTimeout().toMillis(), TimeUnit.MILLISECONDS)
                        .setSocketTimeout((int) settings.responseTimeout().toMillis(), TimeUnit.MILLISECONDS)
                        .build())
                .build();
        this.client = HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(settings.responseTimeout().toMillis(), TimeUnit.MILLISECONDS)
                        .build())
                .setConnectionReuseStrategy((request, response, context) -> false)
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .build();
    }

    @Override
    public Response reliableRequest(Request request, int[] retryCodes, int retries, long delayMillis) {
        return makeRequest(request);
    }

    @Override
    public Response makeRequest(Request request) {
        try {
            var http = ClassicRequestBuilder.create(request.getMethod().toString())
                    .setUri(moved(request))
                    .setCharset(UTF_8)
                    .setHeader("Accept", "application/json")
                    .setHeader("Authorization", request.getAuthString());
            request.getPostParams().forEach((name, values) -> values.forEach(value -> http.addParameter(name, value)));
            return client.execute(http.build(), answer -> {
                var entity = answer.getEntity();
                var body = entity == null ? "" : EntityUtils.toString(entity, UTF_8, LARGEST_ANSWER);
                if (answer.getCode() < 200 || answer.getCode() > 299) {
                    throw new Failed(answer.getCode(), body);
                }
                return new Response(body, answer.getCode());
            });
        } catch (IOException broken) {
            throw new BrokenOff(broken);
        } catch (URISyntaxException impossible) {
            throw new IllegalArgumentException("not an address of the provider's API", impossible);
        }
    }

    private URI moved(Request request) throws URISyntaxException {
        var original = request.constructURL().toURI();
        var query = original.getRawQuery() == null ? "" : "?" + original.getRawQuery();
        var front = base.toString().replaceAll("/+$", "");
        return URI.create(front + original.getRawPath() + query);
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
