package vn.congvu.cases.casefile;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What lists, sweeps and statistics ask for, worked out at every change, so that each question is one index.
 *
 * @param assignedTo code of the agency whose head answers
 * @param hiddenFrom codes of agencies that must not see the case
 * @param alsoReadBy codes of agencies that hear of it besides: the anti-corruption body
 * @param delegated whether an officer works on it
 * @param dueAt when it must be settled; absent while the clock stands still or when nothing is due
 * @param sortAt the place in lists: the due time, or the nearest thing to it
 * @param nextDueAt the next moment at which anything must happen
 * @param words codes of the distinct folded words of the report and its reference, for search
 * @param flagged the reporter says that it was not solved
 * @param answeredBy code of the agency that answered
 * @param drafted an answer is drafted and not given; absent where none is
 * @param uncounted the statistics have not counted this state yet; absent once they have
 */
public record Lookup(
        boolean open,
        @Nullable String assignedTo,
        Set<String> hiddenFrom,
        @Nullable Set<String> alsoReadBy,
        boolean delegated,
        @Nullable Instant dueAt,
        Instant sortAt,
        @Nullable Instant nextDueAt,
        List<String> words,
        boolean flagged,
        @Nullable String mergedInto,
        @Nullable Instant answeredAt,
        @Nullable String answeredBy,
        int workingDays,
        boolean late,
        @Nullable Boolean uncounted,
        @Nullable Boolean drafted) {
    public Lookup {
        hiddenFrom = Set.copyOf(hiddenFrom);
        alsoReadBy = alsoReadBy == null ? Set.of() : Set.copyOf(alsoReadBy);
        words = List.copyOf(words);
    }

    /** Absent in cases stored before there was such a thing. */
    @Override
    public Set<String> alsoReadBy() {
        return alsoReadBy == null ? Set.of() : alsoReadBy;
    }
}
