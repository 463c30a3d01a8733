package vn.congvu.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** What dashboards and alerts ask for, as {@code infra/observe/metrics.csv} lists it, looked for in what a service tells Prometheus. */
public final class ScrapedMetrics {
    private static final Path LIST = Path.of("infra", "observe", "metrics.csv");

    private ScrapedMetrics() {}

    /** @throws AssertionError unless the service has each metric that is listed for it, with its type and, if it is one of ours, a description */
    public static void prove(String service, PrometheusMeterRegistry registry) {
        var scraped = registry.scrape();
        var lines = listedFor(service);
        assertThat(lines).as("metrics listed for %s", service).isNotEmpty();
        assertThat(lines).allSatisfy(line -> {
            assertThat(scraped).contains("# TYPE " + line[0] + " " + line[1]);
            if (line[0].startsWith("complaints_")) {
                assertThat(scraped).containsPattern("(?m)^# HELP " + line[0] + " \\S");
            }
            assertThat(scraped)
                    .containsPattern("(?m)^" + line[0] + "(_count)?\\{[^}]*service=\"" + service + "\"[^}]*\\}");
        });
    }

    private static List<String[]> listedFor(String service) {
        var root = Path.of("").toAbsolutePath();
        while (!Files.exists(root.resolve(LIST))) {
            root = root.getParent();
        }
        try (var lines = Files.lines(root.resolve(LIST))) {
            return lines.skip(1)
                    .map(line -> line.split(","))
                    .filter(cells -> Arrays.asList(cells[2].split(";")).contains(service))
                    .toList();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
