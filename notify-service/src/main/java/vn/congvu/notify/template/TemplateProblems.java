package vn.congvu.notify.template;

import vn.congvu.contracts.Bilingual;
import vn.congvu.platform.problem.ProblemType;

/** What may go wrong when a text is changed. */
final class TemplateProblems {
    static final ProblemType UNKNOWN = new ProblemType(
            "unknown-template", 404, new Bilingual("Không có mẫu tin này", "There is no such template"));
    static final ProblemType WRONG_TEXT =
            new ProblemType("wrong-template", 422, new Bilingual("Mẫu tin chưa đúng", "The template has mistakes"));
    static final ProblemType CHANGED_MEANWHILE = new ProblemType(
            "template-changed", 409, new Bilingual("Mẫu tin đã được sửa", "The template was changed meanwhile"));

    private TemplateProblems() {}
}
