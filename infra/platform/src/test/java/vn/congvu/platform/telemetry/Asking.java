package vn.congvu.platform.telemetry;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import org.springframework.core.env.Environment;
import vn.congvu.contracts.Role;
import vn.congvu.platform.access.Caller;
import vn.congvu.platform.access.ServiceTokens;

/** Asks the service under test over HTTP, at its own port and at the one for management. */
final class Asking {
    /** Over anything that is promised: who waits for ever fails instead of hanging. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Environment environment;
    private final ServiceTokens tokens;

    Asking(Environment environment, ServiceTokens tokens) {
        this.environment = environment;
        this.tokens = tokens;
    }

    HttpResponse<String> inside(String path) throws IOException, InterruptedException {
        return ask("local.management.port", HttpRequest.newBuilder(), path);
    }

    HttpResponse<String> outside(String path) throws IOException, InterruptedException {
        return ask("local.server.port", HttpRequest.newBuilder(), path);
    }

    HttpResponse<String> asService(String path) throws IOException, InterruptedException {
        return ask("local.server.port", signed(), path);
    }

    HttpResponse<String> post(String path, String header, String value) throws IOException, InterruptedException {
        var request = signed().header(header, value).POST(HttpRequest.BodyPublishers.noBody());
        return ask("local.server.port", request, path);
    }

    HttpResponse<String> post(String path) throws IOException, InterruptedException {
        return ask("local.server.port", signed().POST(HttpRequest.BodyPublishers.noBody()), path);
    }

    private HttpRequest.Builder signed() {
        var caller = new Caller("admin", Set.of(Role.ADMIN), null, null);
        return HttpRequest.newBuilder().header("Authorization", "Bearer " + tokens.issue("test-service", caller));
    }

    private HttpResponse<String> ask(String port, HttpRequest.Builder request, String path)
            throws IOException, InterruptedException {
        var address = URI.create("http://127.0.0.1:" + environment.getRequiredProperty(port) + path);
        return HTTP.send(request.uri(address).timeout(PATIENCE).build(), BodyHandlers.ofString());
    }
}
