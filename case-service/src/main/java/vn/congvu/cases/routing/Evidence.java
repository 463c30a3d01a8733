package vn.congvu.cases.routing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.congvu.cases.directory.Agency;
import vn.congvu.cases.directory.DirectoryView;
import vn.congvu.cases.directory.Field;
import vn.congvu.cases.directory.Field.Competence;
import vn.congvu.cases.directory.Word;

/** A question with what the directory knows about it; the text is read once, when a rule first asks. */
final class Evidence {
    private final RoutingQuestion question;
    private final DirectoryView directory;
    private final Gazetteer gazetteer;
    private final Phrases<Field> fieldWords;
    private final Contexts contexts;
    private @Nullable List<Word> words;
    private @Nullable Reading reading;

    Evidence(
            RoutingQuestion question,
            DirectoryView directory,
            Gazetteer gazetteer,
            Phrases<Field> fieldWords,
            Contexts contexts) {
        this.question = question;
        this.directory = directory;
        this.gazetteer = gazetteer;
        this.fieldWords = fieldWords;
        this.contexts = contexts;
    }

    RoutingQuestion question() {
        return question;
    }

    DirectoryView directory() {
        return directory;
    }

    Reading reading() {
        var known = reading;
        if (known == null) {
            known = Reading.of(words(), gazetteer, contexts);
            reading = known;
        }
        return known;
    }

    /** Whether the report is about the head, the acting head or a deputy of the agency. */
    boolean accusesHeadOf(Agency agency) {
        return question.accusedIsHead() || reading().accusesHeadOf(agency);
    }

    /** Somebody else's words than the text, such as the agency's name in a form. */
    Reading read(String other) {
        return Reading.of(Excerpt.of(other), gazetteer, contexts);
    }

    private List<Word> words() {
        var known = words;
        if (known == null) {
            known = Excerpt.of(question.text());
            words = known;
        }
        return known;
    }

    Optional<Field> chosenField() {
        var code = question.field();
        return code == null ? Optional.empty() : directory.field(code);
    }

    /** The one field that the text speaks of most. */
    Optional<Field> fieldOfText() {
        var counts = new HashMap<Field, Integer>();
        fieldWords.longest(words()).forEach(m -> m.meanings().forEach(f -> counts.merge(f, 1, Integer::sum)));
        int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        var fields = counts.entrySet().stream()
                .filter(count -> count.getValue() == most)
                .map(Map.Entry::getKey)
                .toList();
        return fields.size() == 1 ? Optional.of(fields.getFirst()) : Optional.empty();
    }

    /** The department that answers for the field, where no commune does. */
    Optional<Agency> department(Field field) {
        return field.competent() == Competence.DEPARTMENT ? agencyOf(field.agency()) : Optional.empty();
    }

    /** The agencies of the commune that was chosen; several where it was divided. */
    List<Agency> ofChosenCommune() {
        var code = question.communeCode();
        return code == null ? List.of() : directory.agenciesOfCommune(code);
    }

    private Optional<Agency> agencyOf(@Nullable String code) {
        return code == null ? Optional.empty() : directory.known(code);
    }

    /** Something was named that is no agency of the directory. */
    boolean namedSomethingUnknown() {
        var code = question.agencyCode();
        var words = question.agencyWords();
        return code != null && !code.isBlank() && directory.known(code).isEmpty() || words != null && !words.isBlank();
    }
}
