package vn.congvu.intake.complaint;

import vn.congvu.contracts.Bilingual;
import vn.congvu.platform.problem.ProblemType;

/** Why a report, or something about one, is refused. */
public final class ComplaintProblems {
    public static final ProblemType INVALID_SUBMISSION = new ProblemType(
            "invalid-submission", 422, new Bilingual("Nội dung gửi cần sửa lại", "What was sent needs correcting"));
    public static final ProblemType KEY_REUSED = new ProblemType(
            "idempotency-key-reused",
            422,
            new Bilingual("Khóa gửi lại đã dùng cho nội dung khác", "The idempotency key was used for something else"));
    public static final ProblemType BAD_KEY = new ProblemType(
            "bad-idempotency-key", 400, new Bilingual("Khóa gửi lại không hợp lệ", "The idempotency key is not valid"));
    public static final ProblemType UNKNOWN_REFERENCE_OR_CODE = new ProblemType(
            "unknown-reference-or-code",
            404,
            new Bilingual("Không mở được phản ánh", "The report could not be opened"));
    public static final ProblemType TOO_MANY_GUESSES = new ProblemType(
            "too-many-guesses", 429, new Bilingual("Nhập sai mã nhiều lần", "The code was wrong too often"));
    public static final ProblemType NOT_POSSIBLE_NOW = new ProblemType(
            "not-possible-now",
            409,
            new Bilingual("Chưa hoặc không còn làm được việc này", "Not possible at this point"));

    private ComplaintProblems() {}
}
