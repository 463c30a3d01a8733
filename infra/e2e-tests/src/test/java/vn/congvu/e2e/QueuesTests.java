package vn.congvu.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is declared for everybody is read by somebody: a queue without a worker would only fill. */
class QueuesTests {
    private static final Path ROOT = Path.of("../..");
    private static final Path DECLARED = ROOT.resolve("infra/contracts/src/main/java/vn/congvu/contracts/Queues.java");
    private static final Pattern QUEUE = Pattern.compile("\\(\"([a-z]+\\.[a-z-]+)\", Exchanges\\.");

    @Test
    void everyQueueHasAWorker() throws IOException {
        var declared = QUEUE.matcher(Files.readString(DECLARED))
                .results()
                .map(found -> found.group(1))
                .toList();
        var services = Stream.of("intake-service", "case-service", "notify-service")
                .map(service -> sources(ROOT.resolve(service).resolve("src/main/java")))
                .collect(Collectors.joining("\n"));

        assertThat(declared).hasSizeGreaterThan(5).allSatisfy(queue -> assertThat(services)
                .as("a Subscription on " + queue)
                .containsAnyOf(
                        "\"" + queue + "\"",
                        "Queues." + queue.toUpperCase().replace('.', '_').replace('-', '_')));
    }

    private static String sources(Path folder) {
        try (var files = Files.walk(folder)) {
            var text = new StringBuilder();
            for (var file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                text.append(Files.readString(file));
            }
            return text.toString();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
