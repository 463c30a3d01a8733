package vn.congvu.e2e.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.congvu.e2e.deploy.Yaml.at;
import static vn.congvu.e2e.deploy.Yaml.list;
import static vn.congvu.e2e.deploy.Yaml.map;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComposeTests {
    private static final Path FOLDER = Yaml.INFRA.resolve("compose");
    private static final Set<String> OURS = Set.of("gateway", "intake-service", "case-service", "notify-service");

    /** Of the Compose Specification what we use; a misspelt one is none of these. */
    private static final Set<String> KEYS = Set.of(
            "image",
            "restart",
            "read_only",
            "user",
            "cap_drop",
            "security_opt",
            "tmpfs",
            "mem_limit",
            "cpus",
            "pids_limit",
            "stop_grace_period",
            "logging",
            "healthcheck",
            "ports",
            "networks",
            "depends_on",
            "environment",
            "secrets",
            "command",
            "volumes",
            "hostname");

    private static final Set<String> HEALTH = Set.of("test", "interval", "timeout", "retries", "start_period");

    private final Map<String, Object> compose = Yaml.document(FOLDER.resolve("compose.yaml"));
    private final Map<String, Object> services = map(at(compose, "services"));

    ComposeTests() throws IOException {}

    @Test
    void startsOurServicesAndTheirServersWithWordsThatComposeKnows() {
        assertThat(compose.keySet().stream().filter(key -> !key.startsWith("x-")))
                .containsExactlyInAnyOrder("name", "services", "networks", "volumes", "secrets");
        assertThat(services.keySet())
                .containsAll(OURS)
                .contains("mongodb", "rabbitmq")
                .hasSize(6);
        services.forEach((name, service) -> {
            assertThat(map(service).keySet()).as(name).isSubsetOf(KEYS);
            assertThat(map(at(service, "healthcheck")).keySet()).as(name).isEqualTo(HEALTH);
        });
    }

    @Test
    void everyProcessIsBoundedUnprivilegedAndOfOneVersion() {
        services.forEach((name, service) -> {
            assertThat((String) at(service, "image")).as(name).matches("[a-z/-]+:[0-9]+\\.[0-9]+\\.[0-9]+");
            assertThat(map(service)).as(name).containsEntry("read_only", true).doesNotContainKey("privileged");
            assertThat((String) at(service, "user")).as(name).doesNotMatch("0(:.*)?|root.*");
            assertThat(list(at(service, "cap_drop"))).as(name).isEqualTo(List.of("ALL"));
            assertThat(list(at(service, "security_opt"))).as(name).isEqualTo(List.of("no-new-privileges:true"));
            assertThat(map(service)).as(name).containsKeys("mem_limit", "cpus", "pids_limit", "stop_grace_period");
            assertThat(at(service, "restart")).isEqualTo("unless-stopped");
        });
    }

    @Test
    void onlyTheGatewayIsReachableAndOnlyFromThisHost() {
        services.forEach((name, service) -> {
            if (name.equals("gateway")) {
                assertThat(list(at(service, "ports"))).isEqualTo(List.of("127.0.0.1:8080:8080"));
            } else {
                assertThat(map(service)).as(name).doesNotContainKey("ports");
                assertThat(list(at(service, "networks")).contains("edge"))
                        .as(name)
                        .isFalse();
            }
        });
        assertThat(at(compose, "networks", "inside", "internal")).isEqualTo(true);
        assertThat(list(at(services, "mongodb", "networks"))).isEqualTo(List.of("inside"));
        assertThat(list(at(services, "rabbitmq", "networks"))).isEqualTo(List.of("inside"));
        assertThat(list(at(services, "case-service", "networks"))).isEqualTo(List.of("inside"));
    }

    @Test
    void everyNameIsDeclaredAndEveryDeclarationUsed() {
        var networks = new HashSet<String>();
        var secrets = new HashSet<String>();
        var volumes = new HashSet<String>();
        services.forEach((name, service) -> {
            list(at(service, "networks")).forEach(each -> networks.add((String) each));
            list(at(service, "secrets")).forEach(each -> secrets.add(source(each)));
            map(service).getOrDefault("depends_on", Map.of());
            map(map(service).getOrDefault("depends_on", Map.of()))
                    .keySet()
                    .forEach(other -> assertThat(services).as(name).containsKey(other));
            for (var volume : list(map(service).getOrDefault("volumes", List.of()))) {
                var from = ((String) volume).split(":")[0];
                if (from.startsWith("./")) {
                    assertThat(FOLDER.resolve(from)).as(name).exists();
                } else {
                    volumes.add(from);
                }
            }
        });
        assertThat(map(at(compose, "networks")).keySet()).isEqualTo(networks);
        assertThat(map(at(compose, "secrets")).keySet()).isEqualTo(secrets);
        assertThat(map(at(compose, "volumes")).keySet()).isEqualTo(volumes);
    }

    @Test
    void secretsAreFilesThatAreNotHereAndEachIsExplained() throws IOException {
        var manual = Files.readString(Yaml.INFRA.resolve("docs/operations.md"));
        map(at(compose, "secrets")).forEach((name, secret) -> {
            var file = (String) at(secret, "file");
            assertThat(map(secret).keySet()).as(name).containsExactly("file");
            assertThat(file).startsWith("./secrets/");
            assertThat(FOLDER.resolve(file)).doesNotExist();
            var word = file.substring("./secrets/".length()).replaceFirst("^tokens/[a-z-]+", "tokens/<service>");
            assertThat(manual)
                    .as("infra/docs/operations.md")
                    .contains("`" + word.replaceFirst("^(gateway|intake|case|notify)([-.])", "<service>$2") + "`");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"gateway", "intake-service", "case-service", "notify-service"})
    void everySettingIsOneOfTheServiceAndEveryKeyFileIsMounted(String name) throws IOException {
        var known = KnownSettings.of(name);
        var service = map(services.get(name));
        var mounted = new TreeSet<String>();
        for (var secret : list(at(service, "secrets"))) {
            mounted.add((String) at(secret, "target"));
        }
        map(at(service, "environment")).forEach((variable, value) -> {
            assertThat(known.has(variable))
                    .as("%s has a setting %s", name, variable)
                    .isTrue();
            var text = String.valueOf(value);
            if (text.startsWith("/run/keys/")) {
                assertThat(mounted).anyMatch(file -> file.equals(text) || file.startsWith(text + "/"));
            }
            if (text.startsWith("http://")) {
                assertThat(text).matches("http://[a-z-]+:8080");
                assertThat(services).containsKey(text.replaceAll("http://|:8080", ""));
            }
        });
        assertThat(mounted).allMatch(file -> file.startsWith("/run/keys/") || file.startsWith("/run/settings/"));
        mounted.stream()
                .filter(file -> file.startsWith("/run/settings/"))
                .map(file -> file.substring("/run/settings/".length()))
                .forEach(setting -> assertThat(known.has(setting))
                        .as("%s has a setting %s", name, setting)
                        .isTrue());
        assertThat(mounted)
                .contains("/run/settings/spring.mongodb.uri", "/run/keys/tokens/" + name + ".key.pem")
                .containsAll(OURS.stream()
                        .map(other -> "/run/keys/tokens/" + other + ".pub.pem")
                        .toList())
                .filteredOn(file -> file.endsWith(".key.pem"))
                .hasSize(1);
    }

    @Test
    void whatDiffersFromPlaceToPlaceIsInTheExample() throws IOException {
        var used = Pattern.compile("\\$\\{([A-Z_]+)")
                .matcher(Files.readString(FOLDER.resolve("compose.yaml")))
                .results()
                .map(found -> found.group(1))
                .toList();
        var example = Files.readAllLines(FOLDER.resolve("env.example")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("=", 2)[0])
                .toList();

        assertThat(example).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(new HashSet<>(used));
    }

    private static String source(Object secret) {
        return secret instanceof String name ? name : (String) at(secret, "source");
    }
}
