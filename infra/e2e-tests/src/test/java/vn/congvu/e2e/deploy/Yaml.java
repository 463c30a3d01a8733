package vn.congvu.e2e.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** YAML 1.2 without duplicate keys. Merge keys, which 1.2 dropped and Compose kept, are resolved as Compose does. */
final class Yaml {
    static final Path INFRA = Path.of("..").toAbsolutePath().normalize();

    private Yaml() {}

    static List<Map<String, Object>> documents(Path file) throws IOException {
        return documents(Files.readString(file), file.toString());
    }

    static List<Map<String, Object>> documents(String text, String label) {
        var settings = LoadSettings.builder()
                .setLabel(label)
                .setAllowDuplicateKeys(false)
                .build();
        var found = new ArrayList<Map<String, Object>>();
        for (var document : new Load(settings).loadAllFromString(text)) {
            found.add(map(merged(document)));
        }
        return found;
    }

    static Map<String, Object> document(Path file) throws IOException {
        var all = documents(file);
        if (all.size() != 1) {
            throw new AssertionError(file + " has " + all.size() + " documents");
        }
        return all.getFirst();
    }

    /** The value at a path, which must be there. */
    static Object at(Object from, String... path) {
        var value = from;
        for (var step : path) {
            value = map(value).get(step);
            if (value == null) {
                throw new AssertionError("no " + String.join(".", path) + " in " + from);
            }
        }
        return value;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw new AssertionError("no map: " + value);
    }

    static List<?> list(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        throw new AssertionError("no list: " + value);
    }

    private static Object merged(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                var all = new LinkedHashMap<String, Object>();
                if (map.get("<<") instanceof Map<?, ?> base) {
                    all.putAll(map(merged(base)));
                }
                map.forEach((key, each) -> {
                    if (!"<<".equals(key)) {
                        all.put(String.valueOf(key), each == null ? Map.of() : merged(each));
                    }
                });
                yield all;
            }
            case List<?> list -> list.stream().map(Yaml::merged).toList();
            default -> value;
        };
    }
}
