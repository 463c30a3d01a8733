package vn.congvu.platform.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.congvu.contracts.Bilingual;

/** A refusal that tells the caller what is wrong and what to do next; rendered as RFC 9457 problem details. */
public class Problem extends RuntimeException {
    private final transient ProblemType type;
    private final transient Bilingual detail;
    private final transient List<FieldProblem> fields;
    private final transient Map<String, Object> members = new LinkedHashMap<>();

    public Problem(ProblemType type, Bilingual detail) {
        this(type, detail, List.of());
    }

    public Problem(ProblemType type, Bilingual detail, List<FieldProblem> fields) {
        super(type.slug() + ": " + detail.en());
        this.type = type;
        this.detail = detail;
        this.fields = List.copyOf(fields);
    }

    /** Adds a member of its own, such as the present state of what was stale. */
    public Problem with(String member, Object value) {
        members.put(member, value);
        return this;
    }

    public ProblemType type() {
        return type;
    }

    public Bilingual detail() {
        return detail;
    }

    public List<FieldProblem> fields() {
        return fields;
    }

    public Map<String, Object> members() {
        return Map.copyOf(members);
    }
}
