package vn.congvu.gateway.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A browser without scripts: keeps cookies, sends forms with their hidden fields, and checks every page it gets. */
public final class Visitor {
    private static final String PART = "HX-Request";

    private final URI address;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private String csrf = "";

    Visitor(URI address) {
        this.address = address;
    }

    public record Answer(int status, HttpHeaders headers, String body) {
        public Document page() {
            return Jsoup.parse(body);
        }

        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        public String text() {
            return page().text();
        }
    }

    public CookieManager cookies() {
        return cookies;
    }

    public Answer get(String path) {
        return send(HttpRequest.newBuilder(address.resolve(path)).GET());
    }

    /** Sends a form with the CSRF token of the page seen last. */
    public Answer post(String path, Map<String, String> fields) {
        var form = new HashMap<>(fields);
        if (!csrf.isEmpty()) {
            form.putIfAbsent("_csrf", csrf);
        }
        var body = form.entrySet().stream()
                .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(address.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Sends a multipart form with one file in it. */
    public Answer postWithFile(String path, Map<String, String> fields, String fileName, byte[] content) {
        var boundary = "a-boundary-of-the-tests";
        List<byte[]> parts = new ArrayList<>();
        fields.forEach((name, value) -> parts.add(
                ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(UTF_8)));
        parts.add(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"files\"; filename=\"" + fileName
                        + "\"\r\nContent-Type: image/png\r\n\r\n")
                .getBytes(UTF_8));
        parts.add(content);
        parts.add(("\r\n--" + boundary + "--\r\n").getBytes(UTF_8));
        return send(HttpRequest.newBuilder(address.resolve(path))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArrays(parts)));
    }

    /** A part of a page, as the script of a page asks for it. */
    public Answer part(String path) {
        return send(HttpRequest.newBuilder(address.resolve(path))
                .header(PART, "true")
                .GET());
    }

    /** As {@link #part(String)}, with what stands in the form. */
    public Answer part(String path, Map<String, String> fields) {
        var body = fields.entrySet().stream()
                .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(address.resolve(path))
                .header(PART, "true")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            var sent = request.build();
            var response = http.send(sent, HttpResponse.BodyHandlers.ofString(UTF_8));
            var answer = new Answer(response.statusCode(), response.headers(), response.body());
            boolean whole = sent.headers().firstValue(PART).isEmpty();
            if (whole && answer.header("Content-Type").startsWith("text/html")) {
                PageCheck.check(response.uri().getPath(), answer.body(), answer.page());
                var token = answer.page().selectFirst("input[name=_csrf]");
                csrf = token == null ? csrf : token.val();
            }
            return answer;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
