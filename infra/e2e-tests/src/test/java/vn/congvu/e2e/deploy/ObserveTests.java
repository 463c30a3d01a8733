package vn.congvu.e2e.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.congvu.e2e.deploy.Yaml.at;
import static vn.congvu.e2e.deploy.Yaml.list;
import static vn.congvu.e2e.deploy.Yaml.map;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** That a metric of the list exists is proved by each service, in its {@code MetricsTests}. */
class ObserveTests {
    private static final Path FOLDER = Yaml.INFRA.resolve("observe");
    private static final Pattern NOT_NAMES =
            Pattern.compile("\"[^\"]*\"|\\{[^}]*}|\\[[^]]*]|(?:by|without)\\s*\\([^)]*\\)");
    private static final Pattern WORD = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*(?!\\s*\\(|[a-zA-Z0-9_:])");

    /** Prometheus makes it itself. */
    private static final Set<String> BUILT_IN = Set.of("up");

    private final List<JsonNode> panels = new ArrayList<>();
    private final List<Object> rules = new ArrayList<>();

    ObserveTests() throws IOException {
        var strict = JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        strict.readTree(Files.readString(FOLDER.resolve("dashboard.json")))
                .path("panels")
                .forEach(panels::add);
        var alerts = Yaml.document(FOLDER.resolve("alerts.yaml"));
        assertThat(alerts).containsOnlyKeys("groups");
        for (var group : list(at(alerts, "groups"))) {
            assertThat(map(group)).containsOnlyKeys("name", "rules");
            rules.addAll(list(at(group, "rules")));
        }
    }

    @Test
    void everyMetricThatIsAskedForIsListedAndEveryListedOneAskedFor() throws IOException {
        var asked = new TreeSet<String>();
        rules.forEach(rule -> asked.addAll(metrics((String) at(rule, "expr"))));
        panels.forEach(panel -> panel.path("targets")
                .forEach(target -> asked.addAll(metrics(target.path("expr").asString()))));
        asked.removeAll(BUILT_IN);

        assertThat(asked).isEqualTo(listed());
    }

    @Test
    void everyAlertSaysWhatItIsAndWhereToReadWhatToDo() throws IOException {
        var headings = Files.readAllLines(Yaml.INFRA.resolve("docs/operations.md")).stream()
                .filter(line -> line.startsWith("### "))
                .map(line -> line.substring(4))
                .collect(Collectors.toSet());
        var names = rules.stream().map(rule -> (String) at(rule, "alert")).toList();
        assertThat(names).doesNotHaveDuplicates().allSatisfy(name -> assertThat(headings)
                .contains(name));
        for (var rule : rules) {
            assertThat(map(rule)).containsOnlyKeys("alert", "expr", "for", "labels", "annotations");
            assertThat((String) at(rule, "for")).matches("[0-9]+[smh]");
            assertThat((String) at(rule, "labels", "severity")).isIn("page", "ticket");
            assertThat((String) at(rule, "annotations", "summary")).isNotBlank();
            assertThat(at(rule, "annotations", "runbook"))
                    .isEqualTo("infra/docs/operations.md#" + ((String) at(rule, "alert")).toLowerCase(Locale.ROOT));
        }
    }

    @Test
    void panelsHaveIdsPlacesAndQueriesOfTheirOwn() {
        assertThat(panels).hasSizeGreaterThan(10);
        var ids = new HashSet<Integer>();
        var places = new HashSet<String>();
        for (var panel : panels) {
            assertThat(ids.add(panel.path("id").asInt())).isTrue();
            assertThat(panel.path("title").asString()).isNotBlank();
            var at = panel.path("gridPos");
            assertThat(at.path("x").asInt() + at.path("w").asInt()).isLessThanOrEqualTo(24);
            for (int x = at.path("x").asInt();
                    x < at.path("x").asInt() + at.path("w").asInt();
                    x++) {
                for (int y = at.path("y").asInt();
                        y < at.path("y").asInt() + at.path("h").asInt();
                        y++) {
                    assertThat(places.add(x + "," + y))
                            .as(panel.path("title").asString())
                            .isTrue();
                }
            }
            assertThat(panel.path("targets").size()).isPositive();
        }
    }

    @Test
    void prometheusScrapesTheServicesOfCompose() throws IOException {
        var prometheus = Yaml.document(FOLDER.resolve("prometheus.yaml"));
        assertThat(list(at(prometheus, "rule_files"))).isEqualTo(List.of("alerts.yaml"));
        var scrape = list(at(prometheus, "scrape_configs")).getFirst();
        assertThat(at(scrape, "job_name")).isEqualTo("congvu");
        assertThat(at(scrape, "metrics_path")).isEqualTo("/actuator/prometheus");
        assertThat(list(at(list(at(scrape, "static_configs")).getFirst(), "targets")))
                .isEqualTo(KubernetesTests.OURS.stream()
                        .map(name -> name + ":9090")
                        .toList());
    }

    /** Without the endings of histograms and summaries. */
    private static Set<String> metrics(String expression) {
        var rest = NOT_NAMES.matcher(expression).replaceAll(" ");
        return WORD.matcher(rest)
                .results()
                .map(found -> found.group().replaceFirst("_seconds_(bucket|count|sum|max)$", "_seconds"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> listed() throws IOException {
        var lines = Files.readAllLines(FOLDER.resolve("metrics.csv"));
        var names = lines.stream().skip(1).map(line -> line.split(",")[0]).toList();
        assertThat(names).doesNotHaveDuplicates();
        return new TreeSet<>(names);
    }
}
