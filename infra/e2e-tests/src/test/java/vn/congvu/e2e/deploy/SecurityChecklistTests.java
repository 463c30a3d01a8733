package vn.congvu.e2e.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The tests that the checklist of {@code security.md} names as proofs are there: a proof that was renamed away proves nothing. */
class SecurityChecklistTests {
    private static final Path ROOT = Path.of("../..");
    private static final Pattern PROOF = Pattern.compile("`([A-Z]\\w+(?:Tests|IT))(?:\\.(\\w+))?`");

    @Test
    void everyProofThatIsNamedExists() throws IOException {
        var sources = testSources();
        var missing = new ArrayList<String>();
        var proofs = PROOF.matcher(Files.readString(ROOT.resolve("infra/docs/security.md")));
        int named = 0;
        while (proofs.find()) {
            named++;
            var source = sources.get(proofs.group(1));
            var claim = proofs.group(2);
            if (source == null || claim != null && !source.contains(" " + claim + "(")) {
                missing.add(proofs.group());
            }
        }

        assertThat(named).isGreaterThan(60);
        assertThat(missing).isEmpty();
    }

    /** By the simple name of the class; classes of one name in several services count as one. */
    private static HashMap<String, String> testSources() throws IOException {
        var sources = new HashMap<String, String>();
        for (var module : new String[] {"gateway", "intake-service", "case-service", "notify-service", "infra"}) {
            try (var files = Files.walk(ROOT.resolve(module))) {
                for (var file : files.filter(path -> path.toString().contains("src/test/java/"))
                        .filter(path -> path.toString().endsWith(".java"))
                        .toList()) {
                    var name = file.getFileName().toString().replace(".java", "");
                    sources.merge(name, Files.readString(file), (one, other) -> one + "\n" + other);
                }
            }
        }
        return sources;
    }
}
