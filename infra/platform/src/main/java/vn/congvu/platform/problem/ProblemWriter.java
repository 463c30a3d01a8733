package vn.congvu.platform.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

/** Problems from filters, where no message converter is at hand. */
public final class ProblemWriter {
    private static final JsonMapper JSON = new JsonMapper();

    private ProblemWriter() {}

    public static void write(Problem problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var rendered = ProblemRenderer.render(problem, request);
        response.setStatus(problem.type().status());
        rendered.getHeaders().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        var body = rendered.getBody();
        if (body != null) {
            response.getOutputStream().write(JSON.writeValueAsBytes(members(body)));
        }
    }

    private static Map<String, Object> members(ProblemDetail detail) {
        var members = new LinkedHashMap<String, Object>();
        members.put("type", String.valueOf(detail.getType()));
        members.put("title", String.valueOf(detail.getTitle()));
        members.put("status", detail.getStatus());
        members.put("detail", String.valueOf(detail.getDetail()));
        var own = detail.getProperties();
        if (own != null) {
            members.putAll(own);
        }
        return members;
    }
}
