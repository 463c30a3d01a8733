package vn.congvu.cases.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.congvu.cases.statistics.Tally.What;

class TallySumsTests {
    private final Random random = new Random(11);

    @Test
    void daysThatChangeOneAfterTheOtherAddUpToWhatTheyAddUpToAtOnce() {
        var days = new HashMap<Integer, List<Tally>>();
        var sums = TallySums.NONE;
        for (int i = 0; i < 500; i++) {
            int day = random.nextInt(10);
            var now = some();
            sums = sums.changed(days.getOrDefault(day, List.of()), now);
            days.put(day, now);
            assertThat(all(sums)).isEqualTo(atOnce(days.values().stream().flatMap(List::stream)));
        }
        for (var day : days.values()) {
            sums = sums.changed(day, List.of());
        }
        assertThat(all(sums)).as("nothing is left of what is gone").isEmpty();
    }

    @Test
    void whoLooksKeepsWhatHeSaw() {
        var before = TallySums.NONE.changed(List.of(), List.of(tally("2026-03-02", "SCT", 3)));
        var after = before.changed(List.of(tally("2026-03-02", "SCT", 3)), List.of(tally("2026-03-02", "SCT", 4)));

        assertThat(before.of(What.ANSWERED)).containsExactly(tally("2026-03-02", "SCT", 3));
        assertThat(after.of(What.ANSWERED)).containsExactly(tally("2026-03-02", "SCT", 4));
    }

    @Test
    void aTimeContainsItsFirstAndItsLastDay() {
        var sums = TallySums.NONE.changed(
                List.of(),
                IntStream.rangeClosed(1, 9)
                        .mapToObj(day -> tally("2026-03-0" + day, "SCT", day))
                        .toList());

        assertThat(sums.of(What.ANSWERED, "2026-03-03", "2026-03-05"))
                .extracting(Tally::count)
                .containsExactly(3L, 4L, 5L);
        assertThat(sums.of(What.ANSWERED, "2026-03-05", "2026-03-03")).isEmpty();
        assertThat(sums.of(What.PRAISE, "2026-03-03", "2026-03-05")).isEmpty();
    }

    private List<Tally> some() {
        var some = new HashMap<Tally, Tally>();
        IntStream.range(0, random.nextInt(8)).forEach(_ -> {
            var tally = tally("2026-03-0" + (1 + random.nextInt(3)), "A" + random.nextInt(2), 1 + random.nextInt(3));
            some.put(tally.kind(), tally);
        });
        return new ArrayList<>(some.values());
    }

    private static Set<Tally> atOnce(Stream<Tally> tallies) {
        var sums = new HashMap<Tally, Tally>();
        tallies.forEach(tally -> sums.merge(tally.kind(), tally, Tally::plus));
        return new HashSet<>(sums.values());
    }

    private static Set<Tally> all(TallySums sums) {
        var all = sums.of(What.ANSWERED).toList();
        assertThat(all).doesNotHaveDuplicates();
        return new HashSet<>(all);
    }

    private static Tally tally(String day, String agency, long count) {
        return new Tally(What.ANSWERED, day, agency, null, 2, false, List.of(), count);
    }
}
