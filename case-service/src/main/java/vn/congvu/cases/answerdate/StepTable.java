package vn.congvu.cases.answerdate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import vn.congvu.contracts.cases.AnswerDatesPublished.AnswerDate;

/** Turns "received then, due then" into steps: found by halving, since later receipt is never due earlier. Pure. */
final class StepTable {
    private StepTable() {}

    /** @param due by when a report received then is answered; never falls */
    static List<AnswerDate> of(Instant from, Instant until, Function<Instant, Instant> due) {
        var steps = new ArrayList<AnswerDate>();
        var start = from;
        while (start.isBefore(until)) {
            var dueAt = due.apply(start);
            var end = firstWithAnother(start, until, dueAt, due);
            steps.add(new AnswerDate(end, dueAt));
            start = end;
        }
        return steps;
    }

    /** To the second: office hours begin and end on one. */
    private static Instant firstWithAnother(
            Instant start, Instant until, Instant dueAt, Function<Instant, Instant> due) {
        long same = 0;
        long other = Duration.between(start, until).toSeconds();
        if (due.apply(start.plusSeconds(other)).equals(dueAt)) {
            return until;
        }
        while (other - same > 1) {
            long middle = (same + other) / 2;
            if (due.apply(start.plusSeconds(middle)).equals(dueAt)) {
                same = middle;
            } else {
                other = middle;
            }
        }
        return start.plusSeconds(other);
    }
}
