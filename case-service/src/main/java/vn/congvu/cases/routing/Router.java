package vn.congvu.cases.routing;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import vn.congvu.cases.directory.Directory;
import vn.congvu.cases.directory.DirectoryView;
import vn.congvu.cases.directory.Field;
import vn.congvu.cases.directory.Word;
import vn.congvu.cases.routing.Routing.Assigned;
import vn.congvu.cases.routing.Routing.ToTriage;
import vn.congvu.cases.routing.RoutingRule.Verdict;
import vn.congvu.contracts.Bilingual;

/** Finds the head who must answer, and says why. Pure but for the directory it asks. */
@Component
public class Router {
    private record Index(Gazetteer names, Phrases<Field> fieldWords) {}

    private final Directory directory;
    private final Contexts contexts;
    private final Map<DirectoryView, Index> indexes = Collections.synchronizedMap(new WeakHashMap<>());

    @Autowired
    Router(Directory directory, WordLists lists) {
        this.directory = directory;
        this.contexts = new Contexts(lists);
    }

    /** With the word lists that come with the service. */
    public Router(Directory directory) {
        this(directory, WordLists.shipped());
    }

    public Routing route(RoutingQuestion question) {
        var view = directory.on(question.date());
        var index = indexes.computeIfAbsent(view, Router::index);
        var evidence = new Evidence(question, view, index.names(), index.fieldWords(), contexts);
        var verdict = Rules.IN_ORDER.stream()
                .map(rule -> rule.ask(evidence))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> new Verdict.Unsure(
                        List.of(new Bilingual(
                                "Chưa đủ thông tin để biết cơ quan nào phải trả lời.",
                                "Too little is known to say which agency must answer.")),
                        List.of()));
        var routing =
                switch (verdict) {
                    case Verdict.Unsure(var reasons, var candidates) -> new ToTriage(reasons, candidates);
                    case Verdict.Names(var agency, var reasons) ->
                        Answering.on(view).named(agency, reasons, evidence::accusesHeadOf);
                };
        return question.previousTransfers() > 0 ? notAgain(routing) : routing;
    }

    private static Index index(DirectoryView view) {
        var fieldWords = new Phrases<Field>();
        view.fields().forEach(field -> field.words().forEach(words -> fieldWords.add(Word.of(words), field)));
        return new Index(new Gazetteer(view), fieldWords);
    }

    /** Forwarded once already: a person decides on a second transfer (Decree 20/2008, art. 9). */
    private static Routing notAgain(Routing routing) {
        var candidates =
                switch (routing) {
                    case Assigned assigned -> List.of(assigned.agency());
                    case ToTriage triage -> triage.candidates();
                };
        return new ToTriage(
                Answering.because(
                        routing.reasons(),
                        "Nội dung này đã được chuyển một lần; lần nữa do cán bộ phân loại quyết định (NĐ 20/2008, điều 9).",
                        "This content was passed on once before; an officer decides on another time (Decree 20/2008, art. 9)."),
                candidates,
                routing.hiddenFromAgencies());
    }
}
