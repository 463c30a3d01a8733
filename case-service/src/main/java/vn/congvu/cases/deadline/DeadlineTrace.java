package vn.congvu.cases.deadline;

import java.util.List;
import vn.congvu.contracts.Bilingual;

/** "Why this deadline?", in sentences. */
final class DeadlineTrace {
    private DeadlineTrace() {}

    static List<Bilingual> of(Deadline deadline) {
        return List.of();
    }
}
