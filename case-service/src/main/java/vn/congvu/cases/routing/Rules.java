package vn.congvu.cases.routing;

import static vn.congvu.cases.routing.RoutingRule.names;
import static vn.congvu.cases.routing.RoutingRule.unsure;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import vn.congvu.cases.directory.Agency;
import vn.congvu.cases.directory.AgencyLevel;
import vn.congvu.cases.directory.DirectoryView;
import vn.congvu.cases.directory.Field;
import vn.congvu.cases.directory.Field.Competence;
import vn.congvu.cases.routing.Mention.Weight;
import vn.congvu.cases.routing.RoutingRule.Verdict;

/** The rules of routing in the order in which they are asked. Reasons name agencies, never repeat what a citizen wrote. */
final class Rules {
    static final List<RoutingRule> IN_ORDER = List.of(
            Rules::namedAgency,
            Rules::agencyOfDossier,
            Rules::communeAndField,
            Rules::wordsOfText,
            Rules::fieldAlone,
            Rules::communeAlone);

    private Rules() {}

    static Optional<Verdict> namedAgency(Evidence evidence) {
        var code = evidence.question().agencyCode();
        var named =
                code == null ? Optional.<Agency>empty() : evidence.directory().known(code);
        if (named.isEmpty()) {
            named = namedInWords(evidence);
        }
        return named.flatMap(agency -> names(
                agency,
                "Người gửi nêu tên cơ quan: " + agency.name() + ".",
                "The reporter named the agency: " + agency.name() + "."));
    }

    private static Optional<Agency> namedInWords(Evidence evidence) {
        var words = evidence.question().agencyWords();
        if (words == null || words.isBlank()) {
            return Optional.empty();
        }
        var mentioned = specific(best(evidence.read(words).mentions()), evidence.directory());
        if (!mentioned.isEmpty()) {
            return mentioned.size() == 1 ? Optional.of(mentioned.getFirst()) : Optional.empty();
        }
        var found = evidence.directory().find(words, 2);
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    static Optional<Verdict> agencyOfDossier(Evidence evidence) {
        var code = evidence.question().dossierAgencyCode();
        return (code == null ? Optional.<Agency>empty() : evidence.directory().known(code))
                .flatMap(agency -> names(
                        agency,
                        "Hồ sơ được nêu do " + agency.name() + " giải quyết.",
                        "The dossier that was named is handled by " + agency.name() + "."));
    }

    static Optional<Verdict> communeAndField(Evidence evidence) {
        var field = evidence.chosenField();
        var communes = evidence.ofChosenCommune();
        if (field.isEmpty() || evidence.question().communeCode() == null) {
            return Optional.empty();
        }
        var department = evidence.department(field.get());
        if (department.isPresent() && !speaksOf(communes, evidence)) {
            return ofField(department.get(), field.get());
        }
        if (department.isEmpty() && field.get().competent() == Competence.DEPARTMENT) {
            return Optional.empty();
        }
        return switch (communes.size()) {
            case 0 -> Optional.empty();
            case 1 ->
                names(
                        communes.getFirst(),
                        "Người gửi chọn nơi và lĩnh vực " + field.get().name() + " do "
                                + communes.getFirst().name() + " phụ trách.",
                        "The reporter chose a place and a field (" + english(field.get()) + ") that "
                                + communes.getFirst().name() + " answers for.");
            default -> divided(communes);
        };
    }

    /** A citizen who chose a commune and complains about that very commune means it, whoever is competent for the field. */
    private static boolean speaksOf(List<Agency> communes, Evidence evidence) {
        return communes.size() == 1
                && evidence.reading().mentions().stream()
                        .anyMatch(m -> m.weight().compareTo(Weight.UNIT) >= 0
                                && m.agencies().equals(communes));
    }

    static Optional<Verdict> wordsOfText(Evidence evidence) {
        var mentions = evidence.reading().mentions();
        var strongest = best(mentions);
        var meant = specific(strongest, evidence.directory());
        if (evidence.namedSomethingUnknown()) {
            return unsure(
                    meant,
                    "Cơ quan được nêu không có trong danh bạ; cán bộ phân loại xem lại.",
                    "The agency that was named is not in the directory; an officer looks at it.");
        }
        if (strongest.isEmpty()) {
            return onlyOtherBodies(mentions);
        }
        if (meant.size() > 1) {
            return chosenAmong(meant, evidence)
                    .or(() -> unsure(
                            meant,
                            "Lời phản ánh có thể nói về nhiều cơ quan: " + listed(meant) + ".",
                            "The words may mean several agencies: " + listed(meant) + "."));
        }
        var agency = meant.getFirst();
        var department = evidence.fieldOfText().flatMap(evidence::department);
        boolean onlyPlace = strongest.getFirst().weight().compareTo(Weight.PLACE) <= 0;
        if (onlyPlace && department.isPresent() && !department.get().equals(agency)) {
            return unsure(
                    List.of(department.get(), agency),
                    "Lời phản ánh nêu một nơi, nhưng lĩnh vực có thể thuộc "
                            + department.get().name() + ".",
                    "The words name a place, but the field may be that of "
                            + department.get().name() + ".");
        }
        var mention = strongest.stream()
                .filter(m -> m.agencies().contains(agency))
                .findFirst()
                .orElse(strongest.getFirst());
        return names(
                agency,
                "Lời phản ánh nhắc đến " + mention.shown() + ".",
                "The words speak of " + mention.shown() + ".");
    }

    private static Optional<Verdict> onlyOtherBodies(List<Mention> mentions) {
        var others = mentions.stream()
                .filter(m -> m.weight() == Weight.OTHER_BODY)
                .flatMap(m -> m.agencies().stream())
                .distinct()
                .toList();
        return others.isEmpty()
                ? Optional.empty()
                : unsure(
                        others,
                        "Lời phản ánh nói về một cơ quan, đơn vị ngoài danh bạ đóng tại địa phương.",
                        "The words speak of a body that is not in the directory.");
    }

    /** What was chosen in the form decides among several agencies that the text may mean. */
    private static Optional<Verdict> chosenAmong(List<Agency> meant, Evidence evidence) {
        var chosen = new LinkedHashSet<Agency>(evidence.ofChosenCommune());
        evidence.chosenField().flatMap(evidence::department).ifPresent(chosen::add);
        var both = meant.stream().filter(chosen::contains).toList();
        return both.size() != 1
                ? Optional.empty()
                : names(
                        both.getFirst(),
                        "Lời phản ánh và mục người gửi chọn cùng chỉ "
                                + both.getFirst().name() + ".",
                        "The words and what the reporter chose both point to "
                                + both.getFirst().name() + ".");
    }

    static Optional<Verdict> fieldAlone(Evidence evidence) {
        return evidence.chosenField()
                .flatMap(field -> evidence.department(field).flatMap(department -> ofField(department, field)));
    }

    private static Optional<Verdict> ofField(Agency department, Field field) {
        return names(
                department,
                "Lĩnh vực " + field.name() + " thuộc thẩm quyền của " + department.name() + ".",
                "The field " + english(field) + " is that of " + department.name() + ".");
    }

    static Optional<Verdict> communeAlone(Evidence evidence) {
        var communes = evidence.ofChosenCommune();
        if (communes.isEmpty()) {
            return Optional.empty();
        }
        if (communes.size() > 1) {
            return divided(communes);
        }
        var commune = communes.getFirst();
        var department = evidence.fieldOfText().flatMap(evidence::department);
        return department.isPresent()
                ? unsure(
                        List.of(department.get(), commune),
                        "Người gửi chọn nơi, nhưng lĩnh vực có thể thuộc "
                                + department.get().name() + ".",
                        "The reporter chose a place, but the field may be that of "
                                + department.get().name() + ".")
                : names(
                        commune,
                        "Người gửi chọn nơi do " + commune.name() + " phụ trách và không nêu cơ quan khác.",
                        "The reporter chose a place of " + commune.name() + " and named no other agency.");
    }

    private static Optional<Verdict> divided(List<Agency> heirs) {
        return unsure(
                heirs,
                "Địa bàn được chọn nay thuộc nhiều nơi: " + listed(heirs) + ".",
                "The place that was chosen now belongs to several: " + listed(heirs) + ".");
    }

    /** The mentions of the greatest weight. */
    private static List<Mention> best(List<Mention> mentions) {
        var weight = mentions.stream()
                .map(Mention::weight)
                .filter(w -> w != Weight.OTHER_BODY)
                .max(Weight::compareTo);
        return weight.map(w -> mentions.stream().filter(m -> m.weight() == w).toList())
                .orElse(List.of());
    }

    /** The agencies of the mentions without those that stand above another of them. */
    private static List<Agency> specific(List<Mention> mentions, DirectoryView directory) {
        var meant =
                mentions.stream().flatMap(m -> m.agencies().stream()).distinct().toList();
        return meant.stream()
                .filter(agency -> meant.stream().noneMatch(other -> isAbove(agency, other, directory)))
                .toList();
    }

    private static boolean isAbove(Agency agency, Agency other, DirectoryView directory) {
        var above = directory.superior(other.code());
        for (int level = 0; above.isPresent() && level < AgencyLevel.values().length; level++) {
            if (above.get().equals(agency)) {
                return true;
            }
            above = directory.superior(above.get().code());
        }
        return false;
    }

    private static String listed(List<Agency> agencies) {
        var names = agencies.stream().map(Agency::name).limit(5).toList();
        return String.join(", ", names) + (agencies.size() > names.size() ? ", …" : "");
    }

    private static String english(Field field) {
        var name = field.nameEn();
        return name == null ? field.name() : name;
    }
}
