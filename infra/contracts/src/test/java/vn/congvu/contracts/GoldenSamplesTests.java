package vn.congvu.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The samples are what yesterday's services have sent: they are added to, never changed. */
class GoldenSamplesTests {
    private static final Path SAMPLES = Path.of("src/test/resources/golden");
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    static Stream<Class<? extends Event>> events() {
        return EventTypes.all().stream();
    }

    @ParameterizedTest
    @MethodSource("events")
    void todaysReaderReadsTheSampleAndLosesNothing(Class<? extends Event> type) throws IOException {
        var sample = JSON.readTree(sampleOf(type));

        var event = JSON.treeToValue(sample, type);

        assertThat(JSON.readTree(JSON.writeValueAsString(event))).isEqualTo(sample);
    }

    @ParameterizedTest
    @MethodSource("events")
    void aReaderLeavesFieldsOfTomorrowAlone(Class<? extends Event> type) throws IOException {
        var sample = (ObjectNode) JSON.readTree(sampleOf(type));
        var today = JSON.treeToValue(sample, type);

        sample.put("addedTomorrow", "x");

        assertThat(JSON.treeToValue(sample, type)).isEqualTo(today);
    }

    /** Samples from before something was added to the event: old services may still send them, kept events may bring them back. */
    @Test
    void todaysReaderReadsWhatYesterdaysServicesSent() throws IOException {
        try (var samples = Files.list(SAMPLES.resolve("yesterday"))) {
            for (var sample : samples.toList()) {
                var type = EventTypes.all().stream()
                        .filter(event -> sample.endsWith(EventTypes.keyOf(event) + ".json"))
                        .findFirst()
                        .orElseThrow();
                var old = (ObjectNode) JSON.readTree(Files.readString(sample));
                var read = (ObjectNode) JSON.readTree(JSON.writeValueAsString(JSON.treeToValue(old, type)));

                var added = new ArrayList<>(read.propertyNames());
                added.removeAll(old.propertyNames());
                assertThat(added).as(sample.toString()).isNotEmpty().allMatch(name -> read.get(name)
                        .isNull());
                assertThat(read.remove(added)).isEqualTo(old);
            }
        }
    }

    @Test
    void everyRoutingKeySaysAggregateAndWhatHappenedAndVersion() {
        assertThat(EventTypes.all())
                .extracting(EventTypes::keyOf)
                .doesNotHaveDuplicates()
                .allMatch(key -> key.matches("[a-z-]+\\.[a-z-]+\\.v\\d+"));
    }

    @Test
    void everyEventRecordIsListed() throws IOException {
        try (var sources = Files.walk(Path.of("src/main/java"))) {
            var annotated = sources.filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> read(path).contains("@EventType(\""))
                    .map(path -> path.getFileName().toString().replace(".java", ""))
                    .toList();
            assertThat(EventTypes.all())
                    .extracting(Class::getSimpleName)
                    .containsExactlyInAnyOrderElementsOf(annotated);
        }
    }

    private static String sampleOf(Class<? extends Event> type) throws IOException {
        return Files.readString(SAMPLES.resolve(EventTypes.keyOf(type) + ".json"));
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
