package vn.congvu.cases.casefile;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congvu.contracts.AgencyRef;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.Office;

/**
 * Who answers.
 *
 * @param agency the agency that answers, as it was called then
 * @param head the office that is personally responsible; with a conflict of interest that of the direct superior
 * @param officer whom the head gave the work to
 * @param draft of the answer, absent while there is none
 * @param reasons the routing rules that matched, in order
 */
public record Handling(
        AgencyRef agency,
        Office head,
        @Nullable Office officer,
        List<Bilingual> reasons,
        boolean conflictOfInterest,
        Instant assignedAt,
        @Nullable Instant acceptedAt,
        @Nullable Draft draft) {
    public Handling {
        reasons = List.copyOf(reasons);
    }

    Handling delegatedTo(Office to) {
        return new Handling(agency, head, to, reasons, conflictOfInterest, assignedAt, acceptedAt, draft);
    }

    Handling acceptedAt(Instant at) {
        return new Handling(agency, head, officer, reasons, conflictOfInterest, assignedAt, at, draft);
    }

    Handling drafted(@Nullable Draft answer) {
        return new Handling(agency, head, officer, reasons, conflictOfInterest, assignedAt, acceptedAt, answer);
    }
}
