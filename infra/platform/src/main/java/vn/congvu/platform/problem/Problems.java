package vn.congvu.platform.problem;

import java.util.List;
import vn.congvu.contracts.Bilingual;

/** The kinds of refusal that every service knows. */
public final class Problems {
    public static final ProblemType MALFORMED =
            type("malformed", 400, "Không đọc được yêu cầu", "Can't read the request");
    public static final ProblemType INVALID =
            type("invalid", 400, "Nội dung chưa hợp lệ", "Something is not valid yet");
    public static final ProblemType SIGN_IN = type("sign-in", 401, "Cần đăng nhập", "Sign in first");
    public static final ProblemType FORBIDDEN = type("forbidden", 403, "Không có quyền", "Not allowed");
    public static final ProblemType NOT_FOUND = type("not-found", 404, "Không tìm thấy", "Not found");
    public static final ProblemType METHOD = type("method", 405, "Không hỗ trợ thao tác này", "Not a way to call this");
    public static final ProblemType STALE = type("stale", 409, "Đã có thay đổi mới", "It has changed meanwhile");
    public static final ProblemType TOO_LARGE = type("too-large", 413, "Quá lớn", "Too large");
    public static final ProblemType MEDIA_TYPE =
            type("media-type", 415, "Không nhận định dạng này", "Not a format we take");
    public static final ProblemType AWAY = type("away", 503, "Tạm thời gián đoạn", "Away for a moment");
    public static final ProblemType FAULT = type("fault", 500, "Có lỗi của hệ thống", "A fault of ours");

    private Problems() {}

    public static Problem notFound(String vi, String en) {
        return new Problem(NOT_FOUND, new Bilingual(vi, en));
    }

    public static Problem invalid(String field, String vi, String en) {
        return new Problem(
                INVALID,
                new Bilingual("Hãy sửa phần được nêu rồi gửi lại.", "Correct what is named and send it again."),
                List.of(new FieldProblem(field, new Bilingual(vi, en))));
    }

    private static ProblemType type(String slug, int status, String vi, String en) {
        return new ProblemType(slug, status, new Bilingual(vi, en));
    }
}
