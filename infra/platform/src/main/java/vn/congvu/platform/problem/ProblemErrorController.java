package vn.congvu.platform.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.congvu.contracts.Bilingual;

/** Errors outside the controllers: refused by the container or a filter. */
@RestController
@PreAuthorize("permitAll()")
class ProblemErrorController implements ErrorController {
    @RequestMapping("${server.error.path:/error}")
    ResponseEntity<ProblemDetail> error(HttpServletRequest request) {
        return ProblemRenderer.render(new Problem(typeOf(request), detail()), request);
    }

    private static ProblemType typeOf(HttpServletRequest request) {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 500;
        return switch (status) {
            case 401 -> Problems.SIGN_IN;
            case 403 -> Problems.FORBIDDEN;
            case 404 -> Problems.NOT_FOUND;
            case 413 -> Problems.TOO_LARGE;
            case 503 -> Problems.AWAY;
            default -> status >= 500 ? Problems.FAULT : new ProblemType("refused", status, Problems.MALFORMED.title());
        };
    }

    private static Bilingual detail() {
        return new Bilingual(
                "Hãy kiểm tra địa chỉ và nội dung rồi thử lại.", "Check the address and the content and try again.");
    }
}
