package vn.congvu.cases.routing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.WeakHashMap;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import vn.congvu.cases.directory.Agency;
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
    private static final int HIGHEST = 20;

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
                    case Verdict.Names(var agency, var reasons) -> ofToday(agency, reasons, evidence);
                };
        return question.previousTransfers() > 0 ? notAgain(routing) : routing;
    }

    private static Index index(DirectoryView view) {
        var fieldWords = new Phrases<Field>();
        view.fields().forEach(field -> field.words().forEach(words -> fieldWords.add(Word.of(words), field)));
        return new Index(new Gazetteer(view), fieldWords);
    }

    /** Merged, divided or dissolved: its successor of today (Law on Denunciation 2018, art. 12.4). */
    private static Routing ofToday(Agency named, List<Bilingual> reasons, Evidence evidence) {
        var view = evidence.directory();
        if (view.agency(named.code()).isPresent()) {
            return headOf(named, Set.of(named.code()), reasons, evidence);
        }
        var successors = view.successors(named.code());
        if (successors.size() == 1) {
            var successor = successors.getFirst();
            var why = because(
                    reasons,
                    named.name() + " đã sáp nhập hoặc giải thể; cơ quan kế thừa hiện nay là " + successor.name()
                            + " (Luật Tố cáo 2018, điều 12).",
                    named.name() + " was merged or dissolved; its successor of today is " + successor.name()
                            + " (Law on Denunciation 2018, art. 12).");
            return headOf(successor, Set.of(named.code(), successor.code()), why, evidence);
        }
        var why = successors.isEmpty()
                ? because(
                        reasons,
                        named.name() + " không còn hoạt động và danh bạ không ghi cơ quan kế thừa.",
                        named.name() + " is no more, and the directory names no successor.")
                : because(
                        reasons,
                        named.name() + " nay thuộc nhiều cơ quan; cán bộ phân loại chọn.",
                        named.name() + " now belongs to several agencies; an officer chooses.");
        return new ToTriage(why, successors);
    }

    private static Routing headOf(Agency agency, Set<String> same, List<Bilingual> reasons, Evidence evidence) {
        var view = evidence.directory();
        return evidence.question().accusedIsHead() || evidence.reading().accusesHeadOf(agency)
                ? aboveAccused(agency, same, reasons, view)
                : answering(agency, reasons, false, Set.of(), view);
    }

    /** Nobody judges himself: the head of the direct superior answers (Law on Denunciation 2018, art. 12). */
    private static Routing aboveAccused(
            Agency accused, Set<String> hidden, List<Bilingual> reasons, DirectoryView view) {
        return view.superior(accused.code())
                .map(above -> answering(
                        above,
                        because(
                                reasons,
                                "Người bị phản ánh là người đứng đầu hoặc cấp phó của " + accused.name()
                                        + ", nên người đứng đầu cơ quan cấp trên trực tiếp là " + above.name()
                                        + " giải quyết (Luật Tố cáo 2018, điều 12); " + accused.name()
                                        + " không xem được vụ việc.",
                                "The accused is the head or a deputy of " + accused.name()
                                        + ", so the head of the direct superior agency, " + above.name()
                                        + ", answers (Law on Denunciation 2018, art. 12); " + accused.name()
                                        + " can't see the case."),
                        true,
                        hidden,
                        view))
                .orElseGet(() -> new ToTriage(
                        because(
                                reasons,
                                "Người bị phản ánh là người đứng đầu hoặc cấp phó của " + accused.name()
                                        + " và danh bạ không có cơ quan cấp trên.",
                                "The accused is the head or a deputy of " + accused.name()
                                        + ", and the directory knows no superior agency."),
                        List.of()));
    }

    /** The agency's head of that day; where the office is vacant, the head of the superior agency. */
    private static Routing answering(
            Agency agency, List<Bilingual> reasons, boolean conflict, Set<String> hidden, DirectoryView view) {
        var why = reasons;
        var at = agency;
        for (int level = 0; level < HIGHEST; level++) {
            var head = view.head(at.code());
            if (head.isPresent()) {
                return new Assigned(at, head.get(), why, conflict, new TreeSet<>(hidden));
            }
            var above = view.superior(at.code());
            if (above.isEmpty()) {
                break;
            }
            why = because(
                    why,
                    at.name() + " chưa có người đứng đầu, nên chuyển lên "
                            + above.get().name() + ".",
                    at.name() + " has no head at present, so it goes to "
                            + above.get().name() + ".");
            at = above.get();
        }
        return new ToTriage(
                because(
                        why,
                        "Danh bạ không có người đứng đầu nào cho " + agency.name() + ".",
                        "The directory knows no head for " + agency.name() + "."),
                List.of(agency));
    }

    /** Forwarded once already: a person decides on a second transfer (Decree 20/2008, art. 9). */
    private static Routing notAgain(Routing routing) {
        var candidates =
                switch (routing) {
                    case Assigned assigned -> List.of(assigned.agency());
                    case ToTriage triage -> triage.candidates();
                };
        return new ToTriage(
                because(
                        routing.reasons(),
                        "Nội dung này đã được chuyển một lần; lần nữa do cán bộ phân loại quyết định (NĐ 20/2008, điều 9).",
                        "This content was passed on once before; an officer decides on another time (Decree 20/2008, art. 9)."),
                candidates);
    }

    private static List<Bilingual> because(List<Bilingual> reasons, String vi, String en) {
        var more = new ArrayList<>(reasons);
        more.add(new Bilingual(vi, en));
        return List.copyOf(more);
    }
}
