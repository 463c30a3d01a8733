package vn.congvu.cases.casefile;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.Finding;
import vn.congvu.contracts.Measure;
import vn.congvu.contracts.SealedText;

/**
 * An answer that is not given yet. It belongs to who answers: another agency does not get it.
 *
 * @param finding absent while it is open
 * @param by which office wrote it last
 */
public record Draft(
        SealedText text,
        @Nullable Finding finding,
        List<Measure> measures,
        List<Measure> collective,
        Bilingual by,
        Instant at) {
    public Draft {
        measures = List.copyOf(measures);
        collective = List.copyOf(collective);
    }
}
