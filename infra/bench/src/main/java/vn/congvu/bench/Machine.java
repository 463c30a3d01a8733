package vn.congvu.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.SpringBootVersion;

/** Where figures come from, without which they say nothing. */
public final class Machine {
    private Machine() {}

    /** @param store what keeps the documents */
    public static Map<String, String> describe(String store) throws IOException {
        var machine = new LinkedHashMap<String, String>();
        machine.put("day", LocalDate.now(ZoneOffset.UTC).toString());
        machine.put("processor", processor() + ", " + Runtime.getRuntime().availableProcessors() + " cores");
        machine.put(
                "system",
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"));
        machine.put(
                "Java", Runtime.version() + ", heap " + (Runtime.getRuntime().maxMemory() >> 20) + " MB");
        machine.put("store", store);
        machine.put("Spring Boot", String.valueOf(SpringBootVersion.getVersion()));
        return machine;
    }

    private static String processor() throws IOException {
        var known = Path.of("/proc/cpuinfo");
        if (!Files.isReadable(known)) {
            return System.getProperty("os.arch");
        }
        return Files.readAllLines(known).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse(System.getProperty("os.arch"));
    }
}
