package vn.congvu.cases.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.congvu.cases.directory.Agency;
import vn.congvu.cases.directory.DirectoryView;
import vn.congvu.cases.routing.Routing.Assigned;
import vn.congvu.cases.routing.Routing.ToTriage;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.Office;

/** From a named agency to the head who answers for it on a day: successors, nobody his own judge, vacant offices. Pure. */
public final class Answering {
    private static final int HIGHEST = 20;

    private final DirectoryView view;

    private Answering(DirectoryView view) {
        this.view = view;
    }

    public static Answering on(DirectoryView view) {
        return new Answering(view);
    }

    /** @param accusesHeadOf whether the report is about the head, the acting head or a deputy of an agency */
    Routing named(Agency named, List<Bilingual> reasons, Predicate<Agency> accusesHeadOf) {
        boolean old = view.agency(named.code()).isEmpty();
        var heirs = view.heirs(named);
        if (heirs.size() != 1) {
            var hidden = accusesHeadOf.test(named) ? Set.of(named.code()) : Set.<String>of();
            return new ToTriage(noSingleHeir(named, heirs, reasons), heirs, hidden);
        }
        var today = heirs.getFirst();
        var why = old ? tookOver(named, today, reasons) : reasons;
        return accusesHeadOf.test(today) || (old && accusesHeadOf.test(named))
                ? aboveAccused(today, new TreeSet<>(List.of(named.code(), today.code())), why)
                : answering(today, why, false, Set.of());
    }

    /**
     * Where a case goes today that is with an agency already.
     *
     * @param hidden the agencies it is hidden from; those that took one of them over must be among them
     * @return without reasons where nothing but perhaps the head differs
     */
    public Routing today(String agencyCode, Set<String> hidden) {
        var known = view.known(agencyCode);
        if (known.isEmpty()) {
            return new ToTriage(List.of(), List.of(), hidden);
        }
        boolean old = view.agency(agencyCode).isEmpty();
        var heirs = view.heirs(known.get());
        if (heirs.size() != 1) {
            return new ToTriage(
                    noSingleHeir(known.get(), heirs, List.of()),
                    heirs.stream().filter(h -> !hidden.contains(h.code())).toList(),
                    hidden);
        }
        var today = heirs.getFirst();
        List<Bilingual> why = old ? tookOver(known.get(), today, List.of()) : List.of();
        return hidden.contains(today.code()) ? aboveAccused(today, hidden, why) : answering(today, why, false, hidden);
    }

    /** Nobody judges himself: the head of the direct superior answers (Law on Denunciation 2018, art. 12). */
    private Routing aboveAccused(Agency accused, Set<String> hidden, List<Bilingual> reasons) {
        var why = because(
                reasons,
                "Người bị phản ánh là người đứng đầu hoặc cấp phó của " + accused.name()
                        + " nên người đứng đầu cơ quan cấp trên trực tiếp giải quyết (Luật Tố cáo 2018, điều 12); "
                        + accused.name() + " không xem được vụ việc.",
                "The accused is the head or a deputy of " + accused.name()
                        + ", so the head of the direct superior agency answers (Law on Denunciation 2018, art. 12); "
                        + accused.name() + " can't see the case.");
        var accusedLeaders = view.leaders(accused.code());
        var above = view.superior(accused.code());
        for (int level = 0; level < HIGHEST && above.isPresent(); level++) {
            var superior = above.get();
            var judge = view.head(superior.code()).orElse(null);
            if (!hidden.contains(superior.code()) && !isOneOf(judge, accusedLeaders)) {
                return answering(
                        superior,
                        because(
                                why,
                                "Cơ quan cấp trên giải quyết: " + superior.name() + ".",
                                "The superior agency that answers: " + superior.name() + "."),
                        true,
                        hidden);
            }
            if (judge != null && isOneOf(judge, accusedLeaders)) {
                why = because(
                        why,
                        "Người đứng đầu " + superior.name() + " cũng chính là lãnh đạo " + accused.name()
                                + ", nên chuyển lên cấp trên nữa.",
                        "The head of " + superior.name() + " is a leader of " + accused.name()
                                + " as well, so it goes one level higher.");
            }
            above = view.superior(superior.code());
        }
        return new ToTriage(
                because(
                        why,
                        "Danh bạ không có cơ quan cấp trên nào giải quyết được; cán bộ phân loại chọn.",
                        "The directory knows no superior agency that could answer; an officer chooses."),
                List.of(),
                hidden);
    }

    /** The same mailbox is the same person: who leads both agencies can't judge himself from the other chair. */
    private static boolean isOneOf(@Nullable Office judge, List<Office> accused) {
        var mailbox = judge == null ? Optional.<String>empty() : mailbox(judge);
        return mailbox.isPresent() && accused.stream().anyMatch(a -> mailbox(a).equals(mailbox));
    }

    private static Optional<String> mailbox(Office office) {
        var email = office.email();
        return email == null || email.isBlank()
                ? Optional.empty()
                : Optional.of(email.strip().toLowerCase(Locale.ROOT));
    }

    /** The agency's head of that day; where the office is vacant, the head of the superior agency. */
    private Routing answering(Agency agency, List<Bilingual> reasons, boolean conflict, Set<String> hidden) {
        var why = reasons;
        var at = agency;
        for (int level = 0; level < HIGHEST; level++) {
            var head = view.head(at.code());
            if (head.isPresent() && !hidden.contains(at.code())) {
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
                List.of(agency),
                hidden);
    }

    private static List<Bilingual> tookOver(Agency former, Agency today, List<Bilingual> reasons) {
        return because(
                reasons,
                former.name() + " đã sáp nhập hoặc giải thể; cơ quan kế thừa hiện nay là " + today.name()
                        + " (Luật Tố cáo 2018, điều 12).",
                former.name() + " was merged or dissolved; its successor of today is " + today.name()
                        + " (Law on Denunciation 2018, art. 12).");
    }

    private static List<Bilingual> noSingleHeir(Agency former, List<Agency> heirs, List<Bilingual> reasons) {
        return heirs.isEmpty()
                ? because(
                        reasons,
                        former.name() + " không còn hoạt động và danh bạ không ghi cơ quan kế thừa.",
                        former.name() + " is no more, and the directory names no successor.")
                : because(
                        reasons,
                        former.name() + " nay thuộc nhiều cơ quan; cán bộ phân loại chọn.",
                        former.name() + " now belongs to several agencies; an officer chooses.");
    }

    static List<Bilingual> because(List<Bilingual> reasons, String vi, String en) {
        var more = new ArrayList<>(reasons);
        more.add(new Bilingual(vi, en));
        return List.copyOf(more);
    }
}
