package vn.congvu.e2e.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static vn.congvu.e2e.deploy.Yaml.at;
import static vn.congvu.e2e.deploy.Yaml.list;
import static vn.congvu.e2e.deploy.Yaml.map;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Ingress;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class KubernetesTests {
    private static final Path BASE = Yaml.INFRA.resolve("k8s/base");
    private static final Path PRODUCTION = Yaml.INFRA.resolve("k8s/overlays/production");
    static final List<String> OURS = List.of("gateway", "intake-service", "case-service", "notify-service");
    private static final String NAME = "app.kubernetes.io/name";

    private final List<Map<String, Object>> all = new ArrayList<>();
    private final Map<String, Object> production = Yaml.document(PRODUCTION.resolve("kustomization.yaml"));

    KubernetesTests() throws IOException {
        for (var folder : List.of(BASE, PRODUCTION)) {
            for (var file : yamlsOf(folder)) {
                all.addAll(Yaml.documents(folder.resolve(file)));
            }
        }
    }

    @Test
    void kubernetesKnowsEveryFieldAndMissesNone() throws IOException {
        for (var document : all) {
            validate(document);
        }
        assertThat(all).hasSize(4 * 5 + 4);
    }

    @Test
    void kustomizeNamesEveryFileAndEveryImage() throws IOException {
        var base = Yaml.document(BASE.resolve("kustomization.yaml"));
        assertThat(new HashSet<>(list(at(base, "resources")))).isEqualTo(yamlsOf(BASE));
        assertThat(new HashSet<>(list(at(production, "resources")))).isEqualTo(with(yamlsOf(PRODUCTION), "../../base"));
        var images = list(at(production, "images")).stream()
                .map(image -> at(image, "name") + ":" + at(image, "newTag"))
                .toList();
        assertThat(images)
                .containsExactlyInAnyOrderElementsOf(OURS.stream()
                        .map(name -> (String) at(container(name), "image"))
                        .toList());
    }

    @Test
    void kustomizeMakesOfItWhatKubernetesKnows() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/kubectl")), "no kubectl here");
        var process = new ProcessBuilder("/usr/bin/kubectl", "kustomize", PRODUCTION.toString()).start();
        var made = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isZero();
        for (var document : Yaml.documents(made, "kustomize")) {
            if (!"ConfigMap".equals(document.get("kind"))) {
                validate(document);
            }
        }
        assertThat(made)
                .contains("registry.example.gov.vn/congvu/gateway:0.1.0")
                .containsPattern("name: place-[a-z0-9]+");
    }

    @ParameterizedTest
    @FieldSource("OURS")
    void everyServiceIsWatchedBoundedAndUnprivileged(String name) {
        var container = container(name);
        for (var probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
            assertThat(at(container, probe, "httpGet", "path"))
                    .isEqualTo(probe.startsWith("readiness") ? "/readyz" : "/livez");
            assertThat(portNames(name)).contains((String) at(container, probe, "httpGet", "port"));
        }
        for (var kind : List.of("cpu", "memory", "ephemeral-storage")) {
            assertThat(at(container, "resources", "requests", kind)).isNotNull();
            assertThat(at(container, "resources", "limits", kind)).isNotNull();
        }
        assertThat(map(at(container, "securityContext")))
                .containsEntry("allowPrivilegeEscalation", false)
                .containsEntry("privileged", false)
                .containsEntry("readOnlyRootFilesystem", true)
                .containsEntry("capabilities", Map.of("drop", List.of("ALL")));
        var pod = pod(name);
        assertThat(map(at(pod, "securityContext")))
                .containsEntry("runAsNonRoot", true)
                .containsEntry("seccompProfile", Map.of("type", "RuntimeDefault"));
        assertThat(pod)
                .containsEntry("automountServiceAccountToken", false)
                .doesNotContainKeys("hostNetwork", "hostPID", "hostIPC");
        assertThat((String) at(container, "image")).matches("congvu/" + name + ":[0-9]+\\.[0-9]+\\.[0-9]+");
    }

    @ParameterizedTest
    @FieldSource("OURS")
    void whatBelongsToAServiceFindsItsPods(String name) {
        var labels = at(one("Deployment", name), "spec", "template", "metadata", "labels");
        assertThat(at(one("Deployment", name), "spec", "selector", "matchLabels"))
                .isEqualTo(labels);
        assertThat(at(one("Service", name), "spec", "selector")).isEqualTo(labels);
        assertThat(at(one("PodDisruptionBudget", name), "spec", "selector", "matchLabels"))
                .isEqualTo(labels);
        assertThat(at(one("NetworkPolicy", name), "spec", "podSelector", "matchLabels"))
                .isEqualTo(labels);
        assertThat(at(one("HorizontalPodAutoscaler", name), "spec", "scaleTargetRef", "name"))
                .isEqualTo(name);
        assertThat((int) at(one("HorizontalPodAutoscaler", name), "spec", "minReplicas"))
                .isGreaterThan(1);
        for (var port : list(at(one("Service", name), "spec", "ports"))) {
            assertThat(portNames(name)).contains((String) at(port, "targetPort"));
            assertThat(at(port, "port")).as("management stays inside").isNotEqualTo(9090);
        }
    }

    @ParameterizedTest
    @FieldSource("OURS")
    void everySettingIsOneOfTheServiceAndComesFromSomewhere(String name) throws IOException {
        var known = KnownSettings.of(name);
        var place = place();
        var mounted = mountedKeys(name);
        for (var variable : list(at(container(name), "env"))) {
            var setting = (String) at(variable, "name");
            assertThat(known.has(setting))
                    .as("%s has a setting %s", name, setting)
                    .isTrue();
            var value = String.valueOf(map(variable).getOrDefault("value", ""));
            if (value.isEmpty()) {
                assertThat(at(variable, "valueFrom", "configMapKeyRef", "name")).isEqualTo("place");
                assertThat(place).contains((String) at(variable, "valueFrom", "configMapKeyRef", "key"));
            } else if (value.startsWith("/run/keys/")) {
                assertThat(mounted).anyMatch(file -> file.equals(value) || file.startsWith(value + "/"));
            }
        }
        assertThat(mounted)
                .contains("/run/keys/tokens/" + name + ".key.pem")
                .filteredOn(file -> file.endsWith(".key.pem"))
                .hasSize(1);
        for (var other : OURS) {
            assertThat(mounted).contains("/run/keys/tokens/" + other + ".pub.pem");
        }
    }

    @ParameterizedTest
    @FieldSource("OURS")
    void everyVolumeIsMountedAndEverySecretExplained(String name) throws IOException {
        var manual = Files.readString(Yaml.INFRA.resolve("docs/operations.md"));
        var volumes = list(at(pod(name), "volumes"));
        var mounts = list(at(container(name), "volumeMounts"));
        assertThat(names(volumes)).isEqualTo(names(mounts));
        assertThat(mounts)
                .filteredOn(mount -> !"/tmp".equals(at(mount, "mountPath")))
                .allSatisfy(mount -> assertThat(map(mount)).containsEntry("readOnly", true));
        assertThat(secrets(name)).hasSize(3).allSatisfy(secret -> assertThat(manual)
                .contains("`" + secret.replace(name, "<service>") + "`"));
    }

    @Test
    void nothingReachesAnythingButWhatIsNamedOnBothSides() {
        var nothingElse = one("NetworkPolicy", "nothing-else");
        assertThat(at(nothingElse, "spec", "podSelector")).isEqualTo(Map.of());
        assertThat(map(at(nothingElse, "spec"))).doesNotContainKeys("ingress", "egress");
        for (var caller : OURS) {
            var asked = list(at(container(caller), "env")).stream()
                    .map(variable -> String.valueOf(map(variable).getOrDefault("value", "")))
                    .filter(value -> value.startsWith("http://"))
                    .map(value -> value.replaceAll("http://|:8080", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
            var allowed = new TreeSet<>(peers(caller, "egress", "to"));
            allowed.retainAll(OURS);
            assertThat(allowed).as("%s may call", caller).isEqualTo(asked);
            for (var other : OURS) {
                assertThat(peers(other, "ingress", "from").contains(caller))
                        .as("%s lets %s in", other, caller)
                        .isEqualTo(asked.contains(other));
            }
        }
        for (var name : OURS) {
            var namespaces = peers(name, "ingress", "from").stream()
                    .filter(peer -> peer.startsWith("namespace "))
                    .toList();
            assertThat(namespaces)
                    .isEqualTo(
                            name.equals("gateway")
                                    ? List.of("namespace ingress", "namespace monitoring")
                                    : List.of("namespace monitoring"));
        }
        assertThat(peers("case-service", "egress", "to")).containsExactlyInAnyOrder("mongodb", "rabbitmq");
    }

    @Test
    void theDoorLeadsToTheGatewayOnlyAndOverTls() {
        var ingress = one("Ingress", "gateway");
        var rule = list(at(ingress, "spec", "rules")).getFirst();
        var backend = at(list(at(rule, "http", "paths")).getFirst(), "backend", "service");
        assertThat(at(backend, "name")).isEqualTo("gateway");
        assertThat(at(backend, "port", "name")).isEqualTo("http");
        assertThat(list(at(list(at(ingress, "spec", "tls")).getFirst(), "hosts")))
                .isEqualTo(List.of(at(rule, "host")));
        assertThat(list(at(ingress, "spec", "rules"))).hasSize(1);
        assertThat(literals()).contains("public-base-url=https://" + at(rule, "host"));
    }

    private static void validate(Map<String, Object> document) throws IOException {
        JsonElement json = new Gson().toJsonTree(document);
        switch ((String) at(document, "kind")) {
            case "Deployment" -> V1Deployment.validateJsonElement(json);
            case "Service" -> V1Service.validateJsonElement(json);
            case "PodDisruptionBudget" -> V1PodDisruptionBudget.validateJsonElement(json);
            case "HorizontalPodAutoscaler" -> V2HorizontalPodAutoscaler.validateJsonElement(json);
            case "NetworkPolicy" -> V1NetworkPolicy.validateJsonElement(json);
            case "Namespace" -> V1Namespace.validateJsonElement(json);
            case "Ingress" -> V1Ingress.validateJsonElement(json);
            default -> throw new AssertionError("what is a " + document.get("kind") + "?");
        }
    }

    private Map<String, Object> one(String kind, String name) {
        var found = all.stream()
                .filter(each -> kind.equals(each.get("kind")) && name.equals(at(each, "metadata", "name")))
                .toList();
        assertThat(found).as(kind + " " + name).hasSize(1);
        return found.getFirst();
    }

    private Map<String, Object> pod(String name) {
        return map(at(one("Deployment", name), "spec", "template", "spec"));
    }

    private Map<String, Object> container(String name) {
        var containers = list(at(pod(name), "containers"));
        assertThat(containers).hasSize(1);
        return map(containers.getFirst());
    }

    private List<String> portNames(String name) {
        return list(at(container(name), "ports")).stream()
                .map(port -> (String) at(port, "name"))
                .toList();
    }

    /** Pods by name, namespaces by theirs. */
    private List<String> peers(String name, String direction, String word) {
        var found = new ArrayList<String>();
        for (var rule : list(at(one("NetworkPolicy", name), "spec", direction))) {
            assertThat(list(at(rule, "ports"))).isNotEmpty();
            for (var peer : list(at(rule, word))) {
                if (map(peer).containsKey("podSelector")) {
                    found.add((String) at(peer, "podSelector", "matchLabels", NAME));
                } else if (map(peer).containsKey("namespaceSelector")) {
                    found.add(
                            "namespace " + at(peer, "namespaceSelector", "matchLabels", "kubernetes.io/metadata.name"));
                } else {
                    assertThat(list(at(peer, "ipBlock", "except"))).hasSizeGreaterThan(3);
                }
            }
        }
        return found;
    }

    private Set<String> mountedKeys(String name) {
        var files = new TreeSet<String>();
        for (var volume : list(at(pod(name), "volumes"))) {
            if (map(volume).containsKey("projected")) {
                for (var source : list(at(volume, "projected", "sources"))) {
                    list(at(source, "secret", "items")).forEach(item -> files.add("/run/keys/" + at(item, "path")));
                }
            }
        }
        return files;
    }

    private Set<String> secrets(String name) {
        var found = new TreeSet<String>();
        for (var volume : list(at(pod(name), "volumes"))) {
            if (map(volume).containsKey("secret")) {
                found.add((String) at(volume, "secret", "secretName"));
            } else if (map(volume).containsKey("projected")) {
                list(at(volume, "projected", "sources"))
                        .forEach(source -> found.add((String) at(source, "secret", "name")));
            }
        }
        return found;
    }

    private Set<String> place() {
        return literals().stream().map(literal -> literal.split("=", 2)[0]).collect(Collectors.toSet());
    }

    private List<String> literals() {
        var generator = list(at(production, "configMapGenerator")).getFirst();
        assertThat(at(generator, "name")).isEqualTo("place");
        return list(at(generator, "literals")).stream().map(String.class::cast).toList();
    }

    private static Set<String> names(List<?> named) {
        return named.stream().map(each -> (String) at(each, "name")).collect(Collectors.toSet());
    }

    private static Set<String> yamlsOf(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".yaml") && !file.equals("kustomization.yaml"))
                    .collect(Collectors.toSet());
        }
    }

    private static Set<String> with(Set<String> some, String more) {
        var all = new HashSet<>(some);
        all.add(more);
        return all;
    }
}
