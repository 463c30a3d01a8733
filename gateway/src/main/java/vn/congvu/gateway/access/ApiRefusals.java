package vn.congvu.gateway.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import vn.congvu.contracts.Bilingual;
import vn.congvu.platform.problem.Problem;
import vn.congvu.platform.problem.ProblemWriter;
import vn.congvu.platform.problem.Problems;

/** What a program is told when it may not come in. */
@Component
class ApiRefusals {
    private static final Bilingual SIGN_IN = new Bilingual(
            "Mã truy cập thiếu, sai hoặc đã hết hạn. Hãy đăng nhập lại bằng POST /api/v1/sign-in.",
            "The token is missing, wrong or has ended. Sign in again with POST /api/v1/sign-in.");
    private static final Bilingual ANOTHER_ROLE = new Bilingual(
            "Tài khoản này không có vai trò cần cho việc đó. Hãy hỏi quản trị hệ thống.",
            "This account does not have the role that this needs. Ask the administrator.");

    void signInNeeded(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        ProblemWriter.write(new Problem(Problems.SIGN_IN, SIGN_IN), request, response);
    }

    void notAllowed(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        ProblemWriter.write(new Problem(Problems.FORBIDDEN, ANOTHER_ROLE), request, response);
    }
}
