package vn.congvu.devstack.torture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** The provider's own record of what it was given. */
record ProviderSaw(Map<String, Integer> sendsByNotice) {
    private static final JsonMapper JSON = new JsonMapper();

    /** A message stands there once for each of its states; its callback names the notice. */
    static ProviderSaw in(Path folder) throws IOException {
        var messages = new HashMap<String, Set<String>>();
        try (var lines = Files.lines(folder.resolve("provider-messages.jsonl"))) {
            lines.map(JSON::readTree)
                    .filter(line -> line.path("statusCallback").isString())
                    .forEach(line -> messages.computeIfAbsent(
                                    line.path("statusCallback").asString(), _ -> new HashSet<>())
                            .add(line.path("sid").asString()));
        }
        return new ProviderSaw(
                messages.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()
                        .size())));
    }
}
