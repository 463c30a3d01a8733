package vn.congvu.devstack.replay;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import vn.congvu.devstack.play.Door;
import vn.congvu.devstack.play.Gateway;
import vn.congvu.devstack.play.OutsideWorld;
import vn.congvu.devstack.play.Together;
import vn.congvu.devstack.replay.ReplayOptions.Play;
import vn.congvu.devstack.replay.ReplayOptions.WriteDirectory;

/** {@code infra/replay}: real arrivals through the whole suite, and a reckoning of what became of them. */
final class Replay {
    private static final Duration SETTLED_WITHIN = Duration.ofSeconds(120);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(3);
    private static final int PHONES_AT_ONCE = 4;

    private final PrintStream out;
    private final List<Arrival> arrivals;
    private final Units units = Units.read();
    private final Labels labels = new Labels();

    private Replay(PrintStream out, List<Arrival> arrivals) throws IOException {
        this.out = out;
        this.arrivals = arrivals;
    }

    /** Ends with 0 when every check holds, 1 when one fails, 2 when it could not be played. */
    static void main(String[] arguments) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            var arrivals = Arrivals.all();
            switch (ReplayOptions.parse(List.of(arguments))) {
                case WriteDirectory(var folder) -> {
                    CityDirectory.write(folder, Units.read());
                    out.println(startOf(arrivals));
                    return;
                }
                case Play(var gateway, var world, var limit) -> {
                    var replay = new Replay(out, arrivals.subList(0, Math.min(limit, arrivals.size())));
                    System.exit(replay.play(gateway, world) ? 0 : 1);
                }
            }
        } catch (IllegalArgumentException | Door.Unexpected reason) {
            System.err.println(reason.getMessage());
        } catch (IOException unreadable) {
            System.err.println("Can't replay: " + unreadable.getMessage());
        }
        System.exit(2);
    }

    private static Instant startOf(List<Arrival> arrivals) {
        return arrivals.getFirst().received().atStartOfDay(CityCalendar.ZONE).toInstant();
    }

    private boolean play(URI gatewayUrl, URI worldUrl) {
        var gateway = new Gateway(gatewayUrl);
        var world = new OutsideWorld(worldUrl);
        out.printf(
                "Playing %,d complaints received %s to %s through %s%n",
                arrivals.size(),
                arrivals.getFirst().received(),
                arrivals.getLast().received(),
                gatewayUrl);
        var firstDay = CityCalendar.deskTime(arrivals.getFirst().received());
        if (world.now().isAfter(firstDay)) {
            throw new IllegalArgumentException("The suite's clock stands at " + world.now()
                    + " and only goes forward: start it with --start-at " + startOf(arrivals) + ".");
        }
        long startedAt = System.nanoTime();
        var played = new Player(gateway, world, labels, units, out).play(arrivals);
        var seconds = Duration.ofNanos(System.nanoTime() - startedAt).toSeconds();
        var reckoning = settled(gateway, world, played);
        out.println();
        reckoning.print(out);
        out.println();
        notes(played);
        out.printf(
                "%,d complaints in %d s, %.1f a second, every one with its acceptance and answer.%n%n",
                played.size(), seconds, played.size() / (double) Math.max(1, seconds));
        var checks = reckoning.checks();
        checks.forEach(this::print);
        return checks.stream().allMatch(Reckoning.Check::holds);
    }

    /** The suite's accounts once every check holds, or once it has had time enough to finish what is under way. */
    private Reckoning settled(Gateway gateway, OutsideWorld world, List<Played> played) {
        long until = System.nanoTime() + SETTLED_WITHIN.toNanos();
        var end = world.now();
        while (true) {
            Together.run(
                    PHONES_AT_ONCE,
                    played.stream()
                            .filter(p -> !p.phone.isEmpty())
                            .<Runnable>map(p -> () -> p.messages = world.receivedBy(p.phone))
                            .toList());
            var reckoning = new Reckoning(played, gateway.cases(), gateway.board(), end);
            if (reckoning.checks().stream().allMatch(Reckoning.Check::holds) || System.nanoTime() > until) {
                return reckoning;
            }
            Door.pause(LOOK_AGAIN);
        }
    }

    private void notes(List<Played> played) {
        labels.unknown().forEach((label, times) -> out.printf("Unknown %s, %d times%n", label, times));
        units.unknown().forEach((label, times) -> out.printf("Unknown %s, %d times%n", label, times));
        var unknown = played.stream().filter(p -> p.unknownUnit).count();
        var impossible = played.stream().filter(p -> p.answeredOn == null).count();
        out.printf(
                "%,d complaints name no unit: triage gave them to the %s.%n", unknown, units.name(Units.INVESTIGATOR));
        out.printf("%,d have no possible closing date in the record: they stay open and run out.%n", impossible);
    }

    private void print(Reckoning.Check check) {
        out.printf(
                "%-6s %s%s%n",
                check.holds() ? "ok" : "FAILED",
                check.claim(),
                check.holds() ? "" : " (fails for " + check.failures() + ")");
        check.wrong().forEach(line -> out.println("         " + line));
    }
}
