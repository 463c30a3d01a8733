package vn.congvu.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * After each class of suite tests: no query so far may be one that no index serves. Allowed scans stand in
 * {@code allowed-scans.txt}, one shape a line, with the reason in a comment above.
 */
final class QueryCatalogueListener implements TestExecutionListener {
    private static final String ALLOWED = "allowed-scans.txt";

    @Override
    public void afterTestClass(TestContext context) {
        if (!context.hasApplicationContext() || !allowedScans().exists()) {
            return;
        }
        context.getApplicationContext().getBeanProvider(QueryCatalogue.class).ifAvailable(catalogue -> {
            var unserved = catalogue.unserved(allowed());
            if (!unserved.isEmpty()) {
                throw new AssertionError("no declared index serves:\n" + String.join("\n", unserved));
            }
        });
    }

    private static ClassPathResource allowedScans() {
        return new ClassPathResource(ALLOWED);
    }

    private static List<String> allowed() {
        try {
            return allowedScans()
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
