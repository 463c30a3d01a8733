package vn.congvu.devstack.replay;

import java.net.URI;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for on the command line.
 *
 * @param root of the project
 * @param limit how many complaints are played, from the first
 * @param gateway of a running suite that has the city's directory; absent to start one
 * @param world its outside world
 * @param writeDirectoryOnly whether nothing is played
 */
record ReplayOptions(
        Path root,
        int limit,
        @Nullable URI gateway,
        @Nullable URI world,
        boolean writeDirectoryOnly) {
    static final String HELP = """
            infra/replay [options]   plays 4,482 real complaints about police conduct through the suite

              --limit N              only the first N complaints
              --gateway URL          a running suite instead of one of its own, started with --province
              --world URL            its outside world
              --directory-only       writes the city's directory for --province and ends
            """;

    /** @throws IllegalArgumentException with a line that says what to do */
    static ReplayOptions parse(List<String> arguments) {
        Path root = Path.of("").toAbsolutePath();
        int limit = Integer.MAX_VALUE;
        URI gateway = null;
        URI world = null;
        boolean directoryOnly = false;
        var left = arguments.iterator();
        while (left.hasNext()) {
            var option = left.next();
            switch (option) {
                case "--root" ->
                    root = Path.of(value(option, left)).toAbsolutePath().normalize();
                case "--limit" -> limit = number(option, value(option, left));
                case "--gateway" -> gateway = URI.create(value(option, left));
                case "--world" -> world = URI.create(value(option, left));
                case "--directory-only" -> directoryOnly = true;
                default ->
                    throw new IllegalArgumentException(
                            "I don't know " + option + ": infra/replay --help shows the options.");
            }
        }
        if ((gateway == null) != (world == null)) {
            throw new IllegalArgumentException("--gateway and --world belong together: give both, or neither.");
        }
        return new ReplayOptions(root, limit, gateway, world, directoryOnly);
    }

    /** Where the directory, the run folder and the logs of the replay are. */
    Path folder() {
        return root.resolve("infra/dev-stack/target/replay");
    }

    private static String value(String option, Iterator<String> left) {
        if (!left.hasNext()) {
            throw new IllegalArgumentException(option + " needs a value: infra/replay --help shows the options.");
        }
        return left.next();
    }

    private static int number(String option, String written) {
        try {
            int number = Integer.parseInt(written);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException notOne) {
            // said below, as for a number that is too small
        }
        throw new IllegalArgumentException(option + " needs a number from 1, not " + written + ".");
    }
}
