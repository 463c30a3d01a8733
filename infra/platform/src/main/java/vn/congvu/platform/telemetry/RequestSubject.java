package vn.congvu.platform.telemetry;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** The log lines of a request about one matter carry its reference or id, taken from the address. */
final class RequestSubject implements HandlerInterceptor {
    private static final String SUBJECT = RequestSubject.class.getName();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables) {
            Stream.of("reference", "id", "code")
                    .map(variables::get)
                    .filter(RequestSubject::isAName)
                    .findFirst()
                    .ifPresent(name -> request.setAttribute(SUBJECT, LogSubject.is(String.valueOf(name))));
        }
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (request.getAttribute(SUBJECT) instanceof LogSubject subject) {
            subject.close();
            request.removeAttribute(SUBJECT);
        }
    }

    /** What somebody put into an address by mistake, such as a telephone number, is not written into logs. */
    private static boolean isAName(@Nullable Object value) {
        return value instanceof String name
                && name.length() <= 64
                && name.matches("[A-Za-z0-9][A-Za-z0-9.-]*")
                && !name.matches("\\d[\\d.-]*");
    }
}
