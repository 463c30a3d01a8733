package vn.congvu.bench;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What to measure.
 *
 * @param sizes how many cases are open while the sweep finds nothing due
 * @param due how many deadlines fall into the same minute
 * @param rows dossiers in one file
 * @param quick everything once and short, to see that it runs
 * @param mongodb a server instead of the embedded store
 * @param out where the figures go
 */
record Options(
        Set<Part> parts,
        List<Integer> sizes,
        int due,
        int rows,
        boolean quick,
        @Nullable String mongodb,
        Path out) {
    static final String USAGE = """
            infra/bench/run [options]   measures; prints a table, and writes bench.json and bench.md

              --parts NAME,...          of engine, sealing, sweep, minute, import (default: all)
              --sizes N,...             open cases of the idle sweep (10000,50000; with a MongoDB up to 1000000)
              --due N                   deadlines in the same minute (10000)
              --rows N                  dossiers in one file (100000)
              --quick                   small and short, to see that it runs
              --out DIR                 where the figures go (infra/bench/target)
              --help                    this text

            BENCH_MONGODB_URI names a MongoDB server to use instead of the embedded store; a database of its own is made there
            and dropped at the end.
            """;

    /** What can be measured. */
    enum Part {
        /** The deadline engine alone, with JMH. */
        ENGINE,
        /** What sealing costs a report, with JMH. */
        SEALING,
        /** The sweep that finds nothing due. */
        SWEEP,
        /** Many deadlines in the same minute. */
        MINUTE,
        /** A large file of dossiers. */
        IMPORT
    }

    /** A word that is no option, or a value that it can't have. */
    static final class Unknown extends IllegalArgumentException {
        Unknown(String what) {
            super(what);
        }
    }

    static Options of(List<String> words, @Nullable String mongodb, Path out) {
        boolean server = mongodb != null && !mongodb.isBlank();
        var options = new Options(
                EnumSet.allOf(Part.class),
                server ? List.of(10_000, 50_000, 100_000, 1_000_000) : List.of(10_000, 50_000),
                10_000,
                100_000,
                false,
                server ? mongodb : null,
                out);
        var left = words.iterator();
        while (left.hasNext()) {
            var word = left.next();
            if (word.equals("--quick")) {
                options = options.quickly();
                continue;
            }
            if (!Set.of("--parts", "--sizes", "--due", "--rows", "--out").contains(word)) {
                throw new Unknown("I don't know " + word + ": --help shows the options.");
            }
            if (!left.hasNext()) {
                throw new Unknown(word + " needs a value: --help shows the options.");
            }
            options = options.with(word, left.next());
        }
        return options;
    }

    private Options with(String word, String value) {
        try {
            return switch (word) {
                case "--parts" ->
                    new Options(
                            EnumSet.copyOf(Stream.of(value.split(","))
                                    .map(name -> Part.valueOf(name.strip().toUpperCase(Locale.ROOT)))
                                    .toList()),
                            sizes,
                            due,
                            rows,
                            quick,
                            mongodb,
                            out);
                case "--sizes" ->
                    new Options(
                            parts,
                            Stream.of(value.split(",")).map(Options::number).toList(),
                            due,
                            rows,
                            quick,
                            mongodb,
                            out);
                case "--due" -> new Options(parts, sizes, number(value), rows, quick, mongodb, out);
                case "--rows" -> new Options(parts, sizes, due, number(value), quick, mongodb, out);
                default -> new Options(parts, sizes, due, rows, quick, mongodb, Path.of(value));
            };
        } catch (IllegalArgumentException notOne) {
            throw new Unknown(word + " can't be " + value + ": --help shows the options.");
        }
    }

    private Options quickly() {
        return new Options(parts, List.of(200, 400), 30, 300, true, mongodb, out);
    }

    private static Integer number(String text) {
        int number = Integer.parseInt(text.strip());
        if (number < 1) {
            throw new NumberFormatException(text);
        }
        return number;
    }
}
