package vn.congvu.cases.casefile;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What statistics need of a case, read without its words and without its reporter.
 *
 * @param agency code of the agency whose head answers
 * @param dueAt when an open case must be settled; absent while its clock stands still or nothing is due
 * @param joined to another case, with which its reporter is answered
 * @param apologies when the public apologies for it were made
 */
public record CaseFact(
        Instant receivedAt,
        String kind,
        String channel,
        List<String> misconducts,
        String state,
        boolean open,
        boolean flagged,
        @Nullable String agency,
        @Nullable Instant dueAt,
        Set<String> hiddenFrom,
        boolean joined,
        @Nullable Answered answered,
        @Nullable Rated rated,
        List<Apologised> apologies) {
    public CaseFact {
        misconducts = List.copyOf(misconducts);
        hiddenFrom = Set.copyOf(hiddenFrom);
        apologies = List.copyOf(apologies);
    }

    public record Answered(Instant at, String by, int workingDays, boolean late) {}

    /** @param by code of the agency that apologised; absent where only the present one is known */
    public record Apologised(Instant at, @Nullable String by) {}

    public record Rated(Instant at, String solved, @Nullable Integer score) {}
}
