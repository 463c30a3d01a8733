package vn.congvu.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.congvu.bench.Figures.Figure;
import vn.congvu.bench.Options.Part;
import vn.congvu.bench.Options.Unknown;

/** That everything can be measured; how fast it is, a shared machine does not tell. */
class BenchTests {
    private static final Path PROVINCE = Path.of("../dev-stack/src/main/resources/provinces/tay-ninh");

    @Test
    void everyPartIsMeasuredAndWrittenDown(@TempDir Path out) throws Exception {
        var figures = Bench.run(Options.of(List.of("--quick"), null, out), PROVINCE);

        assertThat(figures.all()).extracting(Figure::what).contains("ten working days", "ten working days, allocated");
        assertThat(valueOf(figures, "of these never announced")).isZero();
        assertThat(valueOf(figures, "of these announced more than once")).isZero();
        assertThat(valueOf(figures, "of these unchanged")).isEqualTo(300);
        assertThat(Files.readString(out.resolve("bench.md"))).contains("| ten working days |", "- Java: 25");
        assertThat(Files.readString(out.resolve("bench.json"))).contains("\"figures\"", "\"machine\"");
    }

    @Test
    void growthIsALineOfAChart(@TempDir Path out) throws Exception {
        var growth = new Growth();
        growth.add("the overview", 100_000, 370);
        assertThat(growth.isLine()).as("one size is no line").isFalse();
        growth.add("the overview", 10_000, 290);
        growth.add("the form", 10_000, 25);
        assertThat(growth.isLine()).isTrue();

        growth.draw(out.resolve("charts/growth.png"));

        var picture = ImageIO.read(out.resolve("charts/growth.png").toFile());
        assertThat(picture.getWidth()).isEqualTo(900);
        assertThat(IntStream.range(0, picture.getWidth() * picture.getHeight())
                        .map(at -> picture.getRGB(at % picture.getWidth(), at / picture.getWidth()))
                        .distinct()
                        .count())
                .as("colours of lines and letters")
                .isGreaterThan(10);
    }

    @Test
    void optionsSayWhatIsWrongWithThem() {
        assertThat(Options.of(List.of("--parts", "engine,import", "--rows", "5"), null, Path.of("."))
                        .parts())
                .containsExactlyInAnyOrder(Part.ENGINE, Part.IMPORT);
        assertThat(Options.of(List.of(), "mongodb://somewhere", Path.of(".")).sizes())
                .endsWith(1_000_000);
        for (var words : List.of(
                List.of("--everything"), List.of("--rows"), List.of("--rows", "0"), List.of("--parts", "sleep"))) {
            assertThatThrownBy(() -> Options.of(words, null, Path.of(".")))
                    .isInstanceOf(Unknown.class)
                    .hasMessageContaining("--help");
        }
    }

    private static double valueOf(Figures figures, String what) {
        return figures.all().stream()
                .filter(figure -> figure.what().equals(what))
                .findFirst()
                .orElseThrow()
                .value();
    }
}
