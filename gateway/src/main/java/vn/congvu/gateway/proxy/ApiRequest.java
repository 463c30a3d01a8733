package vn.congvu.gateway.proxy;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A request whose body nobody reads but who passes it on: asking for a parameter would make the container swallow a form, and
 * a provider's signature is over the bytes. Counts them, too, and does not wait for ever.
 */
final class ApiRequest extends HttpServletRequestWrapper {
    private final DataSize limit;
    private final Duration patience;
    private @Nullable Counted body;
    private @Nullable Map<String, String[]> parameters;

    /** @param patience how long the whole body may take to come */
    ApiRequest(HttpServletRequest request, DataSize limit, Duration patience) {
        super(request);
        this.limit = limit;
        this.patience = patience;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (body == null) {
            body = new Counted(super.getInputStream(), limit.toBytes(), System.nanoTime() + patience.toNanos());
        }
        return body;
    }

    /** Those of the query only. */
    @Override
    public Map<String, String[]> getParameterMap() {
        if (parameters == null) {
            parameters = fromQuery(getQueryString());
        }
        return parameters;
    }

    @Override
    public @Nullable String getParameter(String name) {
        var values = getParameterValues(name);
        return values == null ? null : values[0];
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return getParameterMap().get(name);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(getParameterMap().keySet());
    }

    private static Map<String, String[]> fromQuery(@Nullable String query) {
        Map<String, String[]> found = new LinkedHashMap<>();
        if (query != null) {
            UriComponentsBuilder.newInstance()
                    .query(query)
                    .build()
                    .getQueryParams()
                    .forEach((name, values) -> found.put(
                            decode(name),
                            values.stream()
                                    .map(value -> value == null ? "" : decode(value))
                                    .toArray(String[]::new)));
        }
        return Collections.unmodifiableMap(found);
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }

    /** More came than this path takes. */
    static final class TooLarge extends IOException {
        TooLarge() {
            super("the body is larger than this path takes");
        }
    }

    /** Each byte came in time, all of them did not. */
    static final class TooSlow extends IOException {
        TooSlow() {
            super("the body takes longer than this path waits");
        }
    }

    private static final class Counted extends ServletInputStream {
        private final ServletInputStream in;
        private final long deadline;
        private long left;

        Counted(ServletInputStream in, long limit, long deadline) {
            this.in = in;
            this.left = limit;
            this.deadline = deadline;
        }

        @Override
        public int read() throws IOException {
            int read = in.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = in.read(into, from, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int bytes) throws IOException {
            if (System.nanoTime() > deadline) {
                throw new TooSlow();
            }
            left -= bytes;
            if (left < 0) {
                throw new TooLarge();
            }
        }

        @Override
        public boolean isFinished() {
            return in.isFinished();
        }

        @Override
        public boolean isReady() {
            return in.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            in.setReadListener(listener);
        }
    }
}
