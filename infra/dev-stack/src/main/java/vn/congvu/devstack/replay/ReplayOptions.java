package vn.congvu.devstack.replay;

import java.net.URI;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/** What {@code infra/replay} asks for. */
sealed interface ReplayOptions {
    /** Writes the city's directory to a folder and says at what time a suite with it must start. */
    record WriteDirectory(Path folder) implements ReplayOptions {}

    /**
     * Plays through a running suite that has the city's directory.
     *
     * @param world its outside world
     * @param limit how many complaints are played, from the first
     */
    record Play(URI gateway, URI world, int limit) implements ReplayOptions {}

    /** @throws IllegalArgumentException with a line that says what to do */
    static ReplayOptions parse(List<String> arguments) {
        int limit = Integer.MAX_VALUE;
        URI gateway = null;
        URI world = null;
        var left = arguments.iterator();
        while (left.hasNext()) {
            var option = left.next();
            switch (option) {
                case "--write-directory" -> {
                    return new WriteDirectory(
                            Path.of(value(option, left)).toAbsolutePath().normalize());
                }
                case "--limit" -> limit = number(option, value(option, left));
                case "--gateway" -> gateway = address(option, value(option, left));
                case "--world" -> world = address(option, value(option, left));
                default ->
                    throw new IllegalArgumentException(
                            "I don't know " + option + ": infra/replay --help shows the options.");
            }
        }
        if (gateway == null || world == null) {
            throw new IllegalArgumentException("--gateway and --world belong together: give both, or neither.");
        }
        return new Play(gateway, world, limit);
    }

    private static String value(String option, Iterator<String> left) {
        if (!left.hasNext()) {
            throw new IllegalArgumentException(option + " needs a value: infra/replay --help shows the options.");
        }
        return left.next();
    }

    private static URI address(String option, String written) {
        var given = written.strip();
        if (!given.startsWith("http://") && !given.startsWith("https://")) {
            throw new IllegalArgumentException(
                    option + " needs an address like http://127.0.0.1:8080, not " + given + ".");
        }
        return URI.create(given);
    }

    private static int number(String option, String written) {
        if (!written.matches("[1-9][0-9]{0,6}")) {
            throw new IllegalArgumentException(option + " needs a number from 1, not " + written + ".");
        }
        return Integer.parseInt(written);
    }
}
