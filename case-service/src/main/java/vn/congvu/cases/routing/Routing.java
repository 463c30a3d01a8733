package vn.congvu.cases.routing;

import java.util.List;
import java.util.Set;
import vn.congvu.cases.directory.Agency;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.Office;

/** Where a report goes, with the rules that decided it in the order they did. */
public sealed interface Routing {
    List<Bilingual> reasons();

    /**
     * One agency must answer.
     *
     * @param head the office that answers on that day
     * @param conflictOfInterest the accused is a head or deputy, so the direct superior answers
     * @param hiddenFromAgencies codes of the agencies that must not see the case
     */
    record Assigned(
            Agency agency,
            Office head,
            List<Bilingual> reasons,
            boolean conflictOfInterest,
            Set<String> hiddenFromAgencies)
            implements Routing {
        public Assigned {
            reasons = List.copyOf(reasons);
            hiddenFromAgencies = Set.copyOf(hiddenFromAgencies);
        }
    }

    /**
     * No single agency is certain: a person decides.
     *
     * @param candidates the agencies that could be meant, the likeliest first; may be empty
     * @param hiddenFromAgencies codes of the agencies that must not see the case while it waits either
     */
    record ToTriage(List<Bilingual> reasons, List<Agency> candidates, Set<String> hiddenFromAgencies)
            implements Routing {
        public ToTriage {
            reasons = List.copyOf(reasons);
            candidates = List.copyOf(candidates);
            hiddenFromAgencies = Set.copyOf(hiddenFromAgencies);
        }

        public ToTriage(List<Bilingual> reasons, List<Agency> candidates) {
            this(reasons, candidates, Set.of());
        }
    }

    /** Codes of the agencies that must not see the case. */
    Set<String> hiddenFromAgencies();
}
