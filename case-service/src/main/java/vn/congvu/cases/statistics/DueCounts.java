package vn.congvu.cases.statistics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;
import vn.congvu.cases.casefile.CaseCounts;

/**
 * What is due today and overdue. It changes with the time of day, so it is counted by minutes; only in the minute that is running
 * the cases themselves are asked, and only when any are due in it.
 */
@Component
class DueCounts {
    private static final String NOBODY = "";

    private final CaseCounts cases;

    DueCounts(CaseCounts cases) {
        this.cases = cases;
    }

    /**
     * Open cases of one agency.
     *
     * @param agency code, absent for what waits for triage
     * @param today due from now to the end of the day
     */
    record Due(@Nullable String agency, long today, long overdue) {
        private Due plus(Due more) {
            return new Due(agency, today + more.today, overdue + more.overdue);
        }
    }

    /**
     * By agency, those without anything due left out.
     *
     * @param seen the counts of what the asker may see
     * @param visible the same for the cases
     */
    List<Due> due(Tallies seen, Criteria visible, Instant now, Instant endOfDay) {
        var running = DueMinute.of(now);
        var counted = seen.dueUpTo(DueMinute.of(endOfDay)).toList();
        var parted = Stream.of(now, endOfDay)
                .filter(at -> DueMinute.lasts(DueMinute.of(at)))
                .filter(at ->
                        counted.stream().anyMatch(tally -> DueMinute.of(at).equals(tally.day())))
                .toList();
        var asked = new TreeSet<>(parted.stream().map(DueMinute::of).toList());
        var due = new TreeMap<String, Due>();
        counted.stream()
                .filter(tally -> !asked.contains(String.valueOf(tally.day())))
                .forEach(tally -> {
                    boolean late = String.valueOf(tally.day()).compareTo(running) < 0;
                    add(due, tally.agency(), late ? 0 : tally.count(), late ? tally.count() : 0);
                });
        parted.stream().map(DueMinute::start).distinct().forEach(minute -> cases.dueBetween(
                        visible, minute, DueMinute.end(minute))
                .forEach(one -> {
                    boolean late = one.dueAt().isBefore(now);
                    boolean today = !late && !one.dueAt().isAfter(endOfDay);
                    add(due, one.agency(), today ? 1 : 0, late ? 1 : 0);
                }));
        return new ArrayList<>(due.values());
    }

    private static void add(Map<String, Due> due, @Nullable String agency, long today, long overdue) {
        if (today + overdue > 0) {
            due.merge(agency == null ? NOBODY : agency, new Due(agency, today, overdue), Due::plus);
        }
    }
}
