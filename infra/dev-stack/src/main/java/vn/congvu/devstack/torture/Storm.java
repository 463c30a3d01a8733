package vn.congvu.devstack.torture;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.congvu.devstack.play.Door;
import vn.congvu.devstack.play.OutsideWorld;

/**
 * Two hands that break things at the same time until the time is over: one kills processes and makes them stand still, each of them
 * at least once; the other one meddles with deliveries, the provider and the clock. The same seed breaks the same things in the
 * same order.
 */
final class Storm {
    private static final Duration SHORTEST_CALM = Duration.ofMillis(300);
    private static final Duration LONGEST_CALM = Duration.ofMillis(2_500);
    private static final Duration LONGEST_ABSENCE = Duration.ofSeconds(3);
    private static final Duration LONGEST_STANDSTILL = Duration.ofSeconds(7);
    private static final int MOST_DOUBLED = 60;

    private final Rig rig;
    private final Meddler meddler;
    private final Door world;
    private final OutsideWorld clock;
    private final Consumer<String> said;
    private final Map<Blow, Integer> struck = new EnumMap<>(Blow.class);

    /** What can be done to the suite and its surroundings. */
    enum Blow {
        KILL("killed"),
        STANDSTILL("stood still"),
        DOUBLE("deliveries doubled and reordered"),
        PROVIDER("provider slow, failing or away"),
        CLOCK("clock moved");

        private final String word;

        Blow(String word) {
            this.word = word;
        }
    }

    private record Act(Target target, Blow blow) {}

    Storm(Rig rig, Meddler meddler, Consumer<String> said) {
        this.rig = rig;
        this.meddler = meddler;
        this.world = new Door(rig.world());
        this.clock = new OutsideWorld(rig.world());
        this.said = said;
    }

    /** Returns when the time is over and both hands rest; what was killed is started again, what stood still goes on. */
    void rage(Duration time, long seed) throws Exception {
        long end = System.nanoTime() + time.toNanos();
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            var processes = hands.submit(() -> processes(end, new Random(seed)));
            var surroundings = hands.submit(() -> surroundings(end, new Random(~seed)));
            finish(processes);
            finish(surroundings);
        }
        provider("ok", Duration.ZERO);
    }

    private static void finish(Future<?> hand) throws Exception {
        try {
            hand.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Exception cause ? cause : failed;
        }
    }

    private Void processes(long end, Random chance) throws Exception {
        var due = new ArrayList<Act>();
        while (System.nanoTime() < end) {
            if (due.isEmpty()) {
                due.addAll(everything(chance));
            }
            strike(due.removeLast(), chance);
            calm(chance);
        }
        return null;
    }

    private static List<Act> everything(Random chance) {
        var acts = Stream.of(Target.values())
                .flatMap(target -> Stream.of(new Act(target, Blow.KILL), new Act(target, Blow.STANDSTILL)))
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(acts, chance);
        return acts;
    }

    private void strike(Act act, Random chance) throws Exception {
        var target = act.target();
        if (act.blow() == Blow.KILL) {
            var absence = upTo(LONGEST_ABSENCE, chance);
            tell("kill -9 " + target.word + ", back after " + absence.toMillis() + " ms");
            rig.kill(target);
            Door.pause(absence);
            rig.startAgain(target);
        } else {
            var time = upTo(LONGEST_STANDSTILL, chance);
            tell(target.word + " stands still for " + time.toMillis() + " ms");
            rig.standStill(target);
            Door.pause(time);
            rig.goOn(target);
        }
        count(act.blow());
    }

    private Void surroundings(long end, Random chance) throws Exception {
        List<Callable<Void>> acts = List.of(
                () -> doubled(chance),
                () -> doubled(chance),
                () -> moved(chance),
                () -> provided("slow", chance),
                () -> provided("error", chance),
                () -> provided("down", chance));
        var due = new ArrayList<Callable<Void>>();
        while (System.nanoTime() < end) {
            if (due.isEmpty()) {
                due.addAll(acts);
                Collections.shuffle(due, chance);
            }
            due.removeLast().call();
            calm(chance);
        }
        return null;
    }

    private Void doubled(Random chance) {
        int events = meddler.meddle(chance, 1 + chance.nextInt(MOST_DOUBLED));
        tell(events + " events are delivered once more, in any order");
        count(Blow.DOUBLE);
        return null;
    }

    private Void moved(Random chance) {
        var by = Duration.ofMinutes(1 + chance.nextInt(180));
        tell("the clock jumps by " + by.toMinutes() + " minutes");
        clock.advance(by);
        count(Blow.CLOCK);
        return null;
    }

    private Void provided(String mode, Random chance) {
        var time = upTo(LONGEST_STANDSTILL, chance);
        tell("the SMS provider is " + mode + " for " + time.toMillis() + " ms");
        provider(mode, Duration.ofSeconds(4 + chance.nextInt(20)));
        Door.pause(time);
        provider("ok", Duration.ZERO);
        count(Blow.PROVIDER);
        return null;
    }

    private void provider(String mode, Duration delay) {
        world.post("/provider", Map.of("mode", mode, "delay", delay.toString()), null)
                .expected("changing the provider");
    }

    private static Duration upTo(Duration longest, Random chance) {
        return Duration.ofMillis(chance.nextLong(longest.toMillis()));
    }

    private static void calm(Random chance) {
        Door.pause(SHORTEST_CALM.plusMillis(
                chance.nextLong(LONGEST_CALM.minus(SHORTEST_CALM).toMillis())));
    }

    private void tell(String line) {
        said.accept(line);
    }

    private synchronized void count(Blow blow) {
        struck.merge(blow, 1, Integer::sum);
    }

    /** What was done, in one line. */
    synchronized String summary() {
        return struck.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey().word)
                .collect(Collectors.joining(", "));
    }
}
