package vn.congvu.gateway.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import vn.congvu.contracts.Bilingual;
import vn.congvu.platform.problem.Problem;
import vn.congvu.platform.problem.ProblemType;
import vn.congvu.platform.problem.ProblemWriter;
import vn.congvu.platform.problem.Problems;

/** Errors that never reached a controller: a page for people, a problem document for programs. */
@Controller
class ErrorPages implements ErrorController {
    private static final Bilingual LOOK_AGAIN = new Bilingual(
            "Hãy kiểm tra địa chỉ và nội dung rồi thử lại. Xem /docs.",
            "Check the address and the content and try again. See /docs.");

    @RequestMapping("${server.error.path:/error}")
    @PreAuthorize("permitAll()")
    @Nullable
    ModelAndView error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        if (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String uri
                && (uri.startsWith("/api/") || uri.startsWith("/webhooks/") || uri.startsWith("/v3/"))) {
            ProblemWriter.write(new Problem(typeOf(status), LOOK_AGAIN), request, response);
            return null;
        }
        return PageTrouble.show(status, response, request);
    }

    private static ProblemType typeOf(int status) {
        return switch (status) {
            case 401 -> Problems.SIGN_IN;
            case 403 -> Problems.FORBIDDEN;
            case 404 -> Problems.NOT_FOUND;
            case 405 -> Problems.METHOD;
            case 413 -> Problems.TOO_LARGE;
            case 415 -> Problems.MEDIA_TYPE;
            case 503 -> Problems.AWAY;
            default -> status >= 500 ? Problems.FAULT : Problems.MALFORMED;
        };
    }
}
