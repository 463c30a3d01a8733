package vn.congvu.e2e.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import tools.jackson.databind.json.JsonMapper;

/** Every setting that a service has: its own records and the platform's, and what Spring Boot describes itself. */
final class KnownSettings {
    private static final String ANNOTATION = "Lorg/springframework/boot/context/properties/ConfigurationProperties;";

    /** What the start script and the services' own settings files read. */
    private static final Set<String> NO_SETTINGS = Set.of("SETTINGS_DIR");

    private final Set<String> names = new HashSet<>();
    private final List<String> prefixes = new ArrayList<>();

    private KnownSettings() {}

    static KnownSettings of(String service) throws IOException {
        var known = new KnownSettings();
        var folders = List.of(
                Yaml.INFRA.resolveSibling(service).resolve("target/classes"),
                Yaml.INFRA.resolve("platform/target/classes"));
        var urls = folders.stream().map(KnownSettings::url).toArray(URL[]::new);
        try (var loader = new URLClassLoader(urls, KnownSettings.class.getClassLoader())) {
            for (var folder : folders) {
                known.readRecords(folder, loader);
            }
        }
        if (known.names.isEmpty()) {
            throw new AssertionError(service + " is not compiled");
        }
        known.readBoot();
        return known;
    }

    /** @param name canonical, or as an environment variable */
    boolean has(String name) {
        if (NO_SETTINGS.contains(name)) {
            return true;
        }
        var asked = uniform(name);
        return names.contains(asked) || prefixes.stream().anyMatch(asked::startsWith);
    }

    /** Letters and digits only, as environment variables lose dots and dashes. */
    private static String uniform(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private void readRecords(Path folder, ClassLoader loader) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file :
                    files.filter(each -> each.toString().endsWith(".class")).toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(ANNOTATION)) {
                    var name = folder.relativize(file)
                            .toString()
                            .replace(".class", "")
                            .replace('/', '.');
                    read(Class.forName(name, false, loader));
                }
            }
        } catch (ClassNotFoundException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private void read(Class<?> type) {
        var annotation = type.getAnnotation(ConfigurationProperties.class);
        if (annotation != null) {
            read(annotation.value(), type);
        }
    }

    private void read(String prefix, Class<?> type) {
        for (var component : type.getRecordComponents()) {
            var name = prefix + "." + component.getName();
            if (component.getType().isRecord()) {
                read(name, component.getType());
            } else if (Map.class.isAssignableFrom(component.getType())) {
                prefixes.add(uniform(name));
            } else {
                names.add(uniform(name));
            }
        }
    }

    private void readBoot() throws IOException {
        var json = new JsonMapper();
        for (var url : Collections.list(
                KnownSettings.class.getClassLoader().getResources("META-INF/spring-configuration-metadata.json"))) {
            try (var in = url.openStream()) {
                json.readTree(in)
                        .path("properties")
                        .forEach(property ->
                                names.add(uniform(property.path("name").asString())));
            }
        }
    }

    private static URL url(Path folder) {
        try {
            return folder.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
