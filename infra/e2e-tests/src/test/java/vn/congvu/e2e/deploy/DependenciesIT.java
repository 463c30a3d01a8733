package vn.congvu.e2e.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.congvu.e2e.deploy.Advisories.Library;

/**
 * What is shipped against the weaknesses that are known here. The list comes with the project, since no database of them can be
 * asked while building; it is short, it ages, and it says so.
 */
class DependenciesIT {
    private static final Logger log = LoggerFactory.getLogger(DependenciesIT.class);
    private static final Path ROOT = Path.of("../..");
    private static final Path LIST = Path.of("src/test/resources/advisories.csv");
    private static final long OLD_AFTER_DAYS = 60;

    @Test
    void noServiceCarriesALibraryWithAKnownWeakness() throws IOException {
        var advisories = Advisories.read(LIST);
        var found = new ArrayList<String>();
        int libraries = 0;
        for (var service : List.of("gateway", "intake-service", "case-service", "notify-service")) {
            for (var library : shippedWith(service)) {
                libraries++;
                for (var advisory : advisories.of(library)) {
                    found.add(service + " has " + library.artifact() + " " + library.version() + ", " + advisory.id()
                            + ": " + advisory.what() + "; mended in " + advisory.fixed());
                }
            }
        }

        long days = advisories.readOn().until(LocalDate.now(), ChronoUnit.DAYS);
        if (days > OLD_AFTER_DAYS) {
            log.warn("NOT CHECKED AGAINST WHAT WAS PUBLISHED IN THE LAST {} DAYS: bring {} up to date", days, LIST);
        }
        log.info(
                "{} libraries held against {} advisories",
                libraries,
                advisories.all().size());
        assertThat(libraries).as("the packaged services were looked into").isGreaterThan(200);
        assertThat(found).isEmpty();
    }

    @Test
    void anAffectedVersionIsFoundAndAMendedOneIsNot() throws IOException {
        var advisories = Advisories.read(LIST);

        assertThat(advisories.of(library("tomcat-embed-core-11.0.21.jar")))
                .extracting(Advisories.Advisory::id)
                .containsExactly("CVE-2026-43515", "CVE-2026-55276");
        assertThat(advisories.of(library("tomcat-embed-core-11.0.24.jar"))).isEmpty();
        assertThat(advisories.of(library("bcprov-jdk18on-1.82.jar"))).isNotEmpty();
        assertThat(advisories.of(library("thymeleaf-3.1.4.RELEASE.jar")))
                .extracting(Advisories.Advisory::id)
                .containsExactly("CVE-2026-41901");
        assertThat(advisories.of(library("netty-codec-4.2.16.Final.jar"))).hasSize(1);
        assertThat(advisories.of(library("another-1.0.jar"))).isEmpty();
    }

    private static Library library(String file) {
        return Library.of(file).orElseThrow();
    }

    private static List<Library> shippedWith(String service) throws IOException {
        var jar = ROOT.resolve(service).resolve("target/" + service + "-0.1.0-SNAPSHOT.jar");
        try (var zip = new ZipFile(jar.toFile())) {
            return zip.stream()
                    .map(entry -> Path.of(entry.getName()))
                    .filter(path -> path.startsWith("BOOT-INF/lib"))
                    .flatMap(path -> Library.of(path.getFileName().toString()).stream())
                    .toList();
        }
    }
}
