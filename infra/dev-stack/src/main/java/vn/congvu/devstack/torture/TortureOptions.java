package vn.congvu.devstack.torture;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;

/**
 * What {@code infra/torture} asks for.
 *
 * @param root of the project
 * @param runDir of its suite
 * @param storm how long reports are sent and processes die
 * @param reports sent in that time, evenly
 * @param seed of everything that is left to chance
 * @param rabbitmq whether a RabbitMQ of its own carries the messages, instead of the embedded broker
 */
record TortureOptions(Path root, Path runDir, Duration storm, int reports, long seed, boolean rabbitmq) {
    private static final Duration USUAL_STORM = Duration.ofMinutes(10);
    private static final int USUAL_REPORTS = 5_000;

    /** @throws IllegalArgumentException with a line that says what to do */
    static TortureOptions parse(List<String> arguments) {
        var root = Path.of("").toAbsolutePath();
        Path runDir = null;
        var storm = USUAL_STORM;
        int reports = USUAL_REPORTS;
        long seed = System.nanoTime();
        boolean rabbitmq = false;
        var left = arguments.iterator();
        while (left.hasNext()) {
            var option = left.next();
            switch (option) {
                case "--root" -> root = Path.of(value(option, left)).toAbsolutePath();
                case "--run-dir" -> runDir = Path.of(value(option, left)).toAbsolutePath();
                case "--seconds" -> storm = Duration.ofSeconds(number(option, left));
                case "--reports" -> reports = (int) number(option, left);
                case "--seed" -> seed = number(option, left);
                case "--rabbitmq" -> rabbitmq = true;
                default ->
                    throw new IllegalArgumentException(
                            "I don't know " + option + ": infra/torture --help shows the options.");
            }
        }
        if (runDir == null) {
            runDir = root.resolve("infra/dev-stack/target/torture");
        }
        return new TortureOptions(root, runDir, storm, reports, seed, rabbitmq);
    }

    private static String value(String option, Iterator<String> left) {
        if (!left.hasNext()) {
            throw new IllegalArgumentException(option + " needs a value: infra/torture --help shows the options.");
        }
        return left.next();
    }

    private static long number(String option, Iterator<String> left) {
        var written = value(option, left);
        try {
            long number = Long.parseLong(written);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            // said below
        }
        throw new IllegalArgumentException(option + " needs a whole number above 0, not " + written + ".");
    }
}
