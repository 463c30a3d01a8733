package vn.congvu.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What looks for the canaries finds them: a search that is blind would call everything clean. */
class CanariesTests {
    private final Canaries canaries = new Canaries(List.of("Hoàng Yến", "0938271946"));

    @Test
    void aWordIsFoundInEachEncoding(@TempDir Path folder) throws Exception {
        for (var charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            var file = Files.write(folder.resolve(charset.name()), "tên: Hoàng Yến.".getBytes(charset));
            assertThat(canaries.in(file)).as(charset.name()).hasSize(1).allMatch(name -> name.startsWith("Hoàng Yến"));
        }
    }

    @Test
    void aWordIsFoundInsideBase64WhereverItBegins() {
        for (var before : List.of("", "a", "ab", "abc")) {
            for (var behind : List.of("", "x", "xy")) {
                var encoded = Base64.getUrlEncoder()
                        .encodeToString((before + "0938271946" + behind).getBytes(StandardCharsets.UTF_8));
                assertThat(canaries.in("{\"token\": \"" + encoded + "\"}"))
                        .as(before + "…" + behind)
                        .contains("0938271946 (base64)");
            }
        }
    }

    @Test
    void nothingElseIsFound() {
        assertThat(canaries.in("Hoàng Yêń 093827194 Hoang Yen")).isEmpty();
    }
}
