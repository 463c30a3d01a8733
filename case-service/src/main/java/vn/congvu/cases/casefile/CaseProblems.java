package vn.congvu.cases.casefile;

import vn.congvu.contracts.Bilingual;
import vn.congvu.platform.problem.Problem;
import vn.congvu.platform.problem.ProblemType;
import vn.congvu.platform.problem.Problems;

/** What can be wrong with a command on a case. */
public final class CaseProblems {
    private static final ProblemType REFUSED =
            new ProblemType("command-refused", 422, new Bilingual("Không thực hiện được", "This can't be done"));

    private CaseProblems() {}

    /** Unknown, or not for this caller: the same answer. */
    public static Problem notFound() {
        return Problems.notFound(
                "Không có vụ việc này trong phạm vi của bạn.", "There is no such case within what you may see.");
    }

    static Problem refused(Decision.Refusal why) {
        return new Problem(REFUSED, why.detail()).with("reason", why.name());
    }

    /** @param present what it is like now, as the caller may see it */
    public static Problem stale(Object present) {
        return new Problem(
                        Problems.STALE,
                        new Bilingual(
                                "Vụ việc vừa thay đổi. Xem trạng thái hiện tại rồi thực hiện lại.",
                                "The case changed meanwhile. See how it is now and repeat."))
                .with("present", present);
    }
}
