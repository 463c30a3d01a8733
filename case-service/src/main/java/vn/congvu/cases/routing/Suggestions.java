package vn.congvu.cases.routing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congvu.contracts.ComplaintKind;
import vn.congvu.contracts.Misconduct;

/**
 * What a text seems to be, for a person to confirm.
 *
 * @param misconducts at most three, the likeliest first
 * @param looksLikeFormalComplaint a <i>khiếu nại</i>, which needs a signed letter or a visit
 * @param looksLikeDenunciation a <i>tố cáo</i>, which needs a signed letter or a visit
 */
public record Suggestions(
        @Nullable ComplaintKind kind,
        List<Misconduct> misconducts,
        boolean looksLikeFormalComplaint,
        boolean looksLikeDenunciation) {
    public Suggestions {
        misconducts = List.copyOf(misconducts);
    }
}
