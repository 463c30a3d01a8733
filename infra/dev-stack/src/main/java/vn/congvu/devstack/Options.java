package vn.congvu.devstack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.congvu.devstack.suite.CannotStart;
import vn.congvu.devstack.suite.Part;

/**
 * What was asked for on the command line.
 *
 * @param root of the project
 * @param runDir of this suite: its lock, logs and settings
 * @param data where everything is kept, or null when nothing is
 * @param mongodb of a real server, or null for the embedded one
 * @param rabbitmq of a real broker, or null for the embedded one
 * @param province folder with a directory, or null for Tây Ninh
 * @param startAt the suite's time at the start, or null for now
 * @param freePorts whether ports that nobody uses are taken instead of the usual ones
 * @param ports chosen one by one
 * @param mfa whether staff need a second factor, as in production
 * @param demo whether the authored complaints are played in after the start
 */
record Options(
        Path root,
        Path runDir,
        @Nullable Path data,
        @Nullable String mongodb,
        @Nullable String rabbitmq,
        @Nullable Path province,
        @Nullable Instant startAt,
        boolean freePorts,
        Map<Part, Integer> ports,
        boolean mfa,
        boolean demo) {

    static Options parse(List<String> arguments) {
        Path root = Path.of("").toAbsolutePath();
        Path runDir = null;
        Path data = null;
        String mongodb = null;
        String rabbitmq = null;
        Path province = null;
        Instant startAt = null;
        var freePorts = false;
        var mfa = false;
        var demo = false;
        var ports = new EnumMap<Part, Integer>(Part.class);
        var left = arguments.iterator();
        while (left.hasNext()) {
            var option = left.next();
            switch (option) {
                case "--root" -> root = path(option, left);
                case "--run-dir" -> runDir = path(option, left);
                case "--data" -> data = path(option, left);
                case "--mongodb" -> mongodb = uri(option, left, "mongodb://", "mongodb+srv://");
                case "--rabbitmq" -> rabbitmq = uri(option, left, "amqp://", "amqps://");
                case "--province" -> province = folder(option, left);
                case "--start-at" -> startAt = instant(option, left);
                case "--free-ports" -> freePorts = true;
                case "--mfa" -> mfa = true;
                case "--demo" -> demo = true;
                case "--ports" -> ports.putAll(ports(value(option, left)));
                default -> throw new CannotStart("I don't know " + option + ": infra/up --help shows the options.");
            }
        }
        if (mfa && demo) {
            throw new CannotStart("--demo signs in without a second factor, which --mfa asks for: choose one of them.");
        }
        return new Options(
                root,
                runDir == null ? root.resolve("infra/dev-stack/target/run") : runDir,
                data,
                mongodb,
                rabbitmq,
                province,
                startAt,
                freePorts,
                ports,
                mfa,
                demo);
    }

    private static String value(String option, Iterator<String> left) {
        if (!left.hasNext()) {
            throw new CannotStart(option + " needs a value: infra/up --help shows the options.");
        }
        return left.next();
    }

    private static Path path(String option, Iterator<String> left) {
        return Path.of(value(option, left)).toAbsolutePath().normalize();
    }

    private static Path folder(String option, Iterator<String> left) {
        var folder = path(option, left);
        if (!Files.isRegularFile(folder.resolve("agencies.csv"))) {
            throw new CannotStart(option + " needs a folder with an agencies.csv, and " + folder + " has none.");
        }
        return folder;
    }

    private static String uri(String option, Iterator<String> left, String... schemes) {
        var uri = value(option, left);
        if (Stream.of(schemes).noneMatch(uri::startsWith)) {
            throw new CannotStart(option + " needs a URI that starts with " + String.join(" or ", schemes) + ".");
        }
        return uri;
    }

    private static Instant instant(String option, Iterator<String> left) {
        var written = value(option, left);
        try {
            return OffsetDateTime.parse(written).toInstant();
        } catch (DateTimeException unreadable) {
            throw new CannotStart(option + " needs a time like 2026-03-02T07:30:00+07:00, not " + written + ".");
        }
    }

    /** {@code gateway=9080,intake=9081} */
    private static Map<Part, Integer> ports(String written) {
        var ports = new EnumMap<Part, Integer>(Part.class);
        for (var pair : written.split(",")) {
            var sides = pair.split("=", 2);
            var part = Part.of(sides[0].strip())
                    .orElseThrow(() -> new CannotStart("--ports knows no part called " + sides[0] + ": the parts are "
                            + Stream.of(Part.values()).map(Part::word).collect(Collectors.joining(", ")) + "."));
            if (sides.length < 2 || !sides[1].strip().matches("[0-9]{1,5}") || !isPort(sides[1].strip())) {
                throw new CannotStart(
                        "--ports needs numbers from 1 to 65535, like " + part.word() + "=" + part.usualPort() + ".");
            }
            ports.put(part, Integer.parseInt(sides[1].strip()));
        }
        return ports;
    }

    private static boolean isPort(String digits) {
        var number = Integer.parseInt(digits);
        return number > 0 && number < 65_536;
    }
}
