package vn.congvu.notify.apology;

import vn.congvu.contracts.Bilingual;
import vn.congvu.platform.problem.ProblemType;

/** What may go wrong with requests about apologies. */
final class ApologyProblems {
    static final ProblemType NOT_YOURS = new ProblemType(
            "not-your-apology",
            403,
            new Bilingual("Không phải thư xin lỗi của cơ quan bạn", "Not an apology of your agency"));
    static final ProblemType NO_AGENCY = new ProblemType(
            "no-agency", 403, new Bilingual("Tài khoản không gắn với cơ quan nào", "The account belongs to no agency"));
    static final ProblemType OTHER_BODY = new ProblemType(
            "idempotency-key-reused",
            422,
            new Bilingual("Khóa này đã dùng cho nội dung khác", "This key was used for something else"));

    static final ProblemType GONE_OUT = new ProblemType(
            "apology-gone-out",
            409,
            new Bilingual("Thư xin lỗi đã được công khai", "The apology has gone out already"));
    static final ProblemType SEALED = new ProblemType(
            "sealed-copy-not-for-agencies",
            403,
            new Bilingual("Bản gửi riêng người phản ánh", "The copy for the reporter only"));

    private ApologyProblems() {}
}
