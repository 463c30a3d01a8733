package vn.congvu.notify.template;

import com.samskivert.mustache.MustacheException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;
import vn.congvu.contracts.Bilingual;
import vn.congvu.platform.problem.FieldProblem;
import vn.congvu.platform.problem.Problem;

/** The texts in force: the administrator's where there is one, else the default. */
@Component
class Templates {
    /** Characters; longer than any letter, shorter than an attack. */
    private static final int LONGEST_TEXT = 5_000;

    private final MongoTemplate mongo;
    private final Clock clock;
    private final DefaultTexts defaults = new DefaultTexts();

    Templates(MongoTemplate mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    MessageTemplate of(MessageKind kind) {
        var changed = mongo.findById(kind.slug(), MessageTemplate.class);
        return changed == null ? defaults.of(kind) : changed;
    }

    List<MessageTemplate> all() {
        return Arrays.stream(MessageKind.values()).map(this::of).toList();
    }

    /**
     * @param version that the change was made from; absent for the first change of a default
     * @throws Problem if a text is wrong or somebody else changed it meanwhile
     */
    MessageTemplate change(MessageKind kind, MessageText vi, MessageText en, @Nullable Long version, String changedBy) {
        refuseIfWrong(kind, vi, en);
        try {
            return mongo.save(new MessageTemplate(kind.slug(), vi, en, version, changedBy, clock.instant()));
        } catch (OptimisticLockingFailureException | DuplicateKeyException changedMeanwhile) {
            throw new Problem(
                    TemplateProblems.CHANGED_MEANWHILE,
                    new Bilingual(
                            "Mẫu tin này vừa được người khác sửa. Hãy tải lại rồi sửa trên bản mới.",
                            "Somebody else has just changed this text. Load it again and change the new one."));
        }
    }

    static void refuseIfWrong(MessageKind kind, MessageText vi, MessageText en) {
        var wrong = new ArrayList<FieldProblem>();
        check(kind, "vi", vi, wrong);
        check(kind, "en", en, wrong);
        if (!wrong.isEmpty()) {
            throw new Problem(
                    TemplateProblems.WRONG_TEXT,
                    new Bilingual(
                            "Mẫu tin chưa đúng; xem từng ô bên dưới.", "The text has mistakes; see each field below."),
                    wrong);
        }
    }

    private static void check(MessageKind kind, String language, MessageText text, List<FieldProblem> wrong) {
        check(kind, language + ".subject", text.subject(), wrong);
        check(kind, language + ".email", text.email(), wrong);
        switch (kind.audience()) {
            case CITIZEN -> check(kind, language + ".sms", text.sms(), wrong);
            case OFFICE -> {
                if (text.sms() != null) {
                    wrong.add(new FieldProblem(
                            language + ".sms",
                            new Bilingual("Tin gửi cơ quan không có SMS.", "Messages to offices have no SMS.")));
                }
            }
        }
    }

    private static void check(MessageKind kind, String field, @Nullable String text, List<FieldProblem> wrong) {
        if (text == null || text.isBlank()) {
            wrong.add(new FieldProblem(field, new Bilingual("Không được để trống.", "Must not be empty.")));
            return;
        }
        if (text.length() > LONGEST_TEXT) {
            wrong.add(new FieldProblem(
                    field,
                    new Bilingual("Dài nhất " + LONGEST_TEXT + " ký tự.", "At most " + LONGEST_TEXT + " characters.")));
            return;
        }
        try {
            var unknown = new TreeSet<>(Texts.namesIn(text));
            unknown.removeAll(kind.variables());
            if (!unknown.isEmpty()) {
                var names = String.join(", ", kind.variables());
                wrong.add(new FieldProblem(
                        field,
                        new Bilingual(
                                "Không có biến " + String.join(", ", unknown) + ". Dùng được: " + names + ".",
                                "There is no variable " + String.join(", ", unknown) + ". There are: " + names + ".")));
            }
        } catch (MustacheException broken) {
            wrong.add(new FieldProblem(
                    field,
                    new Bilingual(
                            "Dấu ngoặc {{ }} không khớp hoặc đoạn {{#…}} chưa đóng bằng {{/…}}.",
                            "The braces {{ }} don't match, or a section {{#…}} is not closed by {{/…}}.")));
        }
    }
}
