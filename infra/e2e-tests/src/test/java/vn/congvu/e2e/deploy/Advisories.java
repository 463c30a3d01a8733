package vn.congvu.e2e.deploy;

import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Known weaknesses of libraries, as far as somebody has written them into {@code advisories.csv}.
 *
 * @param readOn when the list was last held against what is published
 */
record Advisories(LocalDate readOn, List<Advisory> all) {
    private static final Pattern READ_ON = Pattern.compile("# Read on (\\d{4}-\\d\\d-\\d\\d)\\..*");
    private static final Pattern JAR = Pattern.compile("(.+?)-(\\d[\\w.-]*)\\.jar");
    private static final int COLUMNS = 5;

    /** @param fixed the first version without it */
    record Advisory(String id, String artifact, String from, String fixed, String what) {
        boolean concerns(Library library) {
            var version = Version.parse(library.version());
            return artifact.equals(library.artifact())
                    && version.compareTo(Version.parse(from)) >= 0
                    && version.compareTo(Version.parse(fixed)) < 0;
        }
    }

    record Library(String artifact, String version) {
        /** Empty for a file that is not named so. */
        static Optional<Library> of(String file) {
            var matcher = JAR.matcher(file);
            return matcher.matches() ? Optional.of(new Library(matcher.group(1), matcher.group(2))) : Optional.empty();
        }
    }

    static Advisories read(Path file) throws IOException {
        var lines = Files.readAllLines(file);
        var readOn = READ_ON.matcher(lines.getFirst());
        if (!readOn.matches()) {
            throw new IllegalArgumentException("the first line says when the list was read");
        }
        return new Advisories(
                LocalDate.parse(readOn.group(1)),
                lines.stream().skip(2).map(Advisories::advisory).toList());
    }

    private static Advisory advisory(String line) {
        var cells = line.split(",", COLUMNS);
        if (cells.length != COLUMNS) {
            throw new IllegalArgumentException("not an advisory: " + line);
        }
        return new Advisory(cells[0], cells[1], cells[2], cells[3], cells[4]);
    }

    List<Advisory> of(Library library) {
        return all.stream().filter(advisory -> advisory.concerns(library)).toList();
    }
}
