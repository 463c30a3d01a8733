package vn.congvu.platform.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import vn.congvu.contracts.Bilingual;

/** A problem in the caller's language: Vietnamese unless English is preferred. */
public final class ProblemRenderer {
    private static final String RETRY_AFTER_SECONDS = "5";

    private ProblemRenderer() {}

    public static ResponseEntity<ProblemDetail> render(Problem problem, HttpServletRequest request) {
        boolean english = english(request);
        var detail = ProblemDetail.forStatusAndDetail(
                HttpStatusCode.valueOf(problem.type().status()), say(problem.detail(), english));
        detail.setType(problem.type().uri());
        detail.setTitle(say(problem.type().title(), english));
        if (!problem.fields().isEmpty()) {
            List<Map<String, String>> errors = problem.fields().stream()
                    .map(field -> Map.of("field", field.field(), "message", say(field.message(), english)))
                    .toList();
            detail.setProperty("errors", errors);
        }
        problem.members().forEach(detail::setProperty);
        var response = ResponseEntity.status(problem.type().status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CONTENT_LANGUAGE, english ? "en" : "vi")
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (problem.type().status() == Problems.AWAY.status()) {
            response.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return response.body(detail);
    }

    private static boolean english(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        if (header == null) {
            return false;
        }
        try {
            var best = Locale.lookupTag(Locale.LanguageRange.parse(header), List.of("vi", "en"));
            return "en".equals(best);
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private static String say(Bilingual text, boolean english) {
        return english ? text.en() : text.vi();
    }
}
