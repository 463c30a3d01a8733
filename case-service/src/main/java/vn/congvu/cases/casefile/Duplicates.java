package vn.congvu.cases.casefile;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;
import vn.congvu.cases.access.CaseAccess;
import vn.congvu.cases.search.WordCodes;
import vn.congvu.contracts.Bilingual;
import vn.congvu.platform.access.Caller;

/**
 * Cases that may be the same as another one: by the same person, about the same dossier, or about the same agency and place in
 * like words within a fortnight. Suggestions, for a person who decides.
 */
@Component
public class Duplicates {
    private static final Duration FORTNIGHT = Duration.ofDays(14);
    /** Between what different reports to one agency have in common and what retellings of a matter do: WordLikenessTests. */
    private static final double ALIKE = 0.35;

    private static final int MOST_LOOKED_AT = 200;
    private static final int MOST = 5;

    private final CaseFiles files;
    private final WordCodes codes;

    Duplicates(CaseFiles files, WordCodes codes) {
        this.files = files;
        this.codes = codes;
    }

    /**
     * A case that may be the same.
     *
     * @param likeness of the words, from 0 to 1
     */
    public record Duplicate(CaseFile file, List<Bilingual> reasons, double likeness) {}

    /** The likeliest first, within what the caller may see; none for a case that can't be joined to another one. */
    public List<Duplicate> of(CaseFile file, Caller caller) {
        if (!file.state().open() || !file.joined().isEmpty()) {
            return List.of();
        }
        var candidates = new LinkedHashMap<String, CaseFile>();
        for (Criteria question : questions(file)) {
            files.page(
                            List.of(question, CaseAccess.cases(caller)),
                            Sort.by(Sort.Direction.DESC, "report.receivedAt"),
                            MOST_LOOKED_AT)
                    .forEach(found -> candidates.put(found.id(), found));
        }
        return candidates.values().stream()
                .filter(other -> other.state().open() && !isSameReport(file, other))
                .map(other -> compared(file, other))
                .filter(duplicate -> !duplicate.reasons().isEmpty())
                .sorted(Comparator.comparingInt((Duplicate d) -> d.reasons().size())
                        .thenComparingDouble(Duplicate::likeness)
                        .reversed())
                .limit(MOST)
                .toList();
    }

    private static List<Criteria> questions(CaseFile file) {
        var report = file.report();
        var questions = new ArrayList<Criteria>();
        if (report.dossierCode() != null) {
            questions.add(where("report.dossierCode").is(report.dossierCode()));
        }
        if (report.samePersonRef() != null) {
            questions.add(where("report.samePersonRef").is(report.samePersonRef()));
        }
        if (report.communeCode() != null) {
            questions.add(around(where("report.communeCode").is(report.communeCode()), report));
        }
        // without an agency: those that wait for triage as well
        questions.add(around(where("lookup.assignedTo").is(file.lookup().assignedTo()), report));
        return questions;
    }

    private static Criteria around(Criteria question, Report report) {
        return question.and("report.receivedAt")
                .gte(report.receivedAt().minus(FORTNIGHT))
                .lte(report.receivedAt().plus(FORTNIGHT));
    }

    /** Parts of one report are different matters. */
    private static boolean isSameReport(CaseFile file, CaseFile other) {
        return file.report().complaintId().equals(other.report().complaintId());
    }

    private Duplicate compared(CaseFile file, CaseFile other) {
        var one = file.report();
        var two = other.report();
        double likeness = codes.likeness(file.lookup().words(), other.lookup().words());
        var reasons = new ArrayList<Bilingual>();
        if (isSame(one.dossierCode(), two.dossierCode())) {
            reasons.add(new Bilingual(
                    "Cùng hồ sơ " + one.dossierCode() + ".", "The same dossier " + one.dossierCode() + "."));
        }
        if (isSame(one.samePersonRef(), two.samePersonRef()) && isNear(one, two)) {
            reasons.add(new Bilingual("Cùng người gửi.", "The same reporter."));
        }
        if (likeness >= ALIKE && isNear(one, two) && isSamePlace(file, other)) {
            var percent = String.format(Locale.ROOT, "%.0f", likeness * 100);
            reasons.add(new Bilingual(
                    "Cùng cơ quan hoặc cùng nơi, lời lẽ giống nhau " + percent + " %, trong vòng 14 ngày.",
                    "The same agency or place, " + percent + " % like words, within 14 days."));
        }
        return new Duplicate(other, List.copyOf(reasons), likeness);
    }

    private static boolean isNear(Report one, Report two) {
        return Duration.between(one.receivedAt(), two.receivedAt()).abs().compareTo(FORTNIGHT) <= 0;
    }

    /** The same agency, and no two different places. */
    private static boolean isSamePlace(CaseFile file, CaseFile other) {
        var here = file.report().communeCode();
        var there = other.report().communeCode();
        if (here != null && there != null) {
            return here.equals(there);
        }
        var agency = file.lookup().assignedTo();
        var its = other.lookup().assignedTo();
        return agency == null || its == null || agency.equals(its);
    }

    private static boolean isSame(@Nullable String one, @Nullable String two) {
        return one != null && one.equals(two);
    }
}
