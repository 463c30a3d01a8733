package vn.congvu.notify.notice;

import vn.congvu.contracts.Bilingual;
import vn.congvu.platform.problem.ProblemType;

/** What may go wrong with requests about notices. */
final class NoticeProblems {
    static final ProblemType UNKNOWN =
            new ProblemType("unknown-notice", 404, new Bilingual("Không có tin báo này", "There is no such notice"));
    static final ProblemType NOT_OPEN = new ProblemType(
            "notice-needs-nobody", 409, new Bilingual("Tin báo này không cần xử lý", "This notice needs nobody"));
    static final ProblemType WRONG_CURSOR =
            new ProblemType("wrong-cursor", 400, new Bilingual("Con trỏ trang không đúng", "The cursor is wrong"));
    static final ProblemType UNSIGNED = new ProblemType(
            "unsigned-webhook", 403, new Bilingual("Chữ ký không đúng", "The signature is missing or wrong"));

    private NoticeProblems() {}
}
