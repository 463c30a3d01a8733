package vn.congvu.gateway.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import vn.congvu.gateway.services.Refusal;
import vn.congvu.gateway.services.ServiceAway;
import vn.congvu.platform.problem.Problem;

/** Whatever goes wrong behind a page becomes a page that says what happened, that nothing was lost, and what to do. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageTrouble implements HandlerExceptionResolver {
    private static final Logger log = LoggerFactory.getLogger(PageTrouble.class);

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (!isPage(request)) {
            return null;
        }
        if (failure instanceof ServiceAway away) {
            log.warn("{} for {} {}", away.getMessage(), request.getMethod(), request.getRequestURI());
        }
        return show(statusOf(failure, request), response, request);
    }

    static boolean isPage(HttpServletRequest request) {
        var path = request.getRequestURI();
        return !path.startsWith("/api/") && !path.startsWith("/webhooks/") && !path.startsWith("/v3/");
    }

    static ModelAndView show(int status, HttpServletResponse response, HttpServletRequest request) {
        int shown =
                switch (status) {
                    case 400, 403, 404, 413, 503 -> status;
                    default -> status >= 500 ? 500 : 400;
                };
        response.setStatus(status);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (status == 503) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(ServiceAway.TRY_AGAIN.toSeconds()));
        }
        var page = new ModelAndView("error");
        page.addObject("status", shown);
        page.addObject("kept", wasForm(request) && status != 413 ? Kept.words(request) : List.of());
        page.addObject("again", "GET".equals(request.getMethod()));
        return page;
    }

    private static boolean wasForm(HttpServletRequest request) {
        var type = request.getContentType();
        return "POST".equals(request.getMethod())
                && type != null
                && type.startsWith("application/x-www-form-urlencoded");
    }

    private static int statusOf(Exception failure, HttpServletRequest request) {
        return switch (failure) {
            case ServiceAway away -> 503;
            case Refusal refusal -> refusal.status();
            case Problem problem -> problem.type().status();
            case AccessDeniedException denied -> 403;
            case MaxUploadSizeExceededException tooLarge -> 413;
            case DataAccessException away -> {
                log.error("the database failed at {} {}", request.getMethod(), request.getRequestURI(), failure);
                yield 503;
            }
            case ErrorResponse known -> known.getStatusCode().value();
            default -> {
                log.error("{} {} failed", request.getMethod(), request.getRequestURI(), failure);
                yield 500;
            }
        };
    }
}
