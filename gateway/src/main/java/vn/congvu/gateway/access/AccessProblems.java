package vn.congvu.gateway.access;

import vn.congvu.contracts.Bilingual;
import vn.congvu.platform.problem.ProblemType;

/** The problems of signing in and of accounts. */
final class AccessProblems {
    static final ProblemType SIGN_IN_FAILED =
            new ProblemType("sign-in-failed", 401, new Bilingual("Không đăng nhập được", "Sign-in failed"));
    static final ProblemType NAME_TAKEN =
            new ProblemType("account-name-taken", 409, new Bilingual("Tên đã có người dùng", "The name is taken"));
    static final ProblemType NO_SUCH_ACCOUNT =
            new ProblemType("no-such-account", 404, new Bilingual("Không có tài khoản này", "No such account"));
    static final ProblemType ACCOUNT_REFUSED =
            new ProblemType("account-refused", 400, new Bilingual("Tài khoản chưa hợp lệ", "The account is not valid"));

    static final ProblemType CODE_NEEDED = new ProblemType(
            "second-factor-needed", 401, new Bilingual("Cần xác thực hai bước", "A second factor is needed"));
    static final ProblemType TOO_MANY_TRIES =
            new ProblemType("too-many-tries", 429, new Bilingual("Thử quá nhiều lần", "Too many tries"));

    static final ProblemType TOKEN_REFUSED = new ProblemType(
            "api-token-refused", 400, new Bilingual("Mã API chưa hợp lệ", "The API token is not valid"));
    static final ProblemType NO_SUCH_TOKEN =
            new ProblemType("no-such-api-token", 404, new Bilingual("Không có mã API này", "No such API token"));

    private AccessProblems() {}
}
