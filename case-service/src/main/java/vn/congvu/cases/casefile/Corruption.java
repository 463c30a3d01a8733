package vn.congvu.cases.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.Misconduct;
import vn.congvu.contracts.Office;
import vn.congvu.contracts.cases.CorruptionReported;

/** Corruption is told to the anti-corruption body besides the head who answers. */
final class Corruption {
    private Corruption() {}

    /** @param before the misconduct the case was about until now; it is told once, when corruption comes in */
    static void tell(Change c, List<Misconduct> before) {
        if (!c.report.misconducts().contains(Misconduct.CORRUPTION) || before.contains(Misconduct.CORRUPTION)) {
            return;
        }
        var offices = offices(c);
        if (offices.isEmpty()) {
            return;
        }
        offices.forEach(office -> c.alsoReadBy.add(office.agencyCode()));
        c.emit(new CorruptionReported(
                c.id(),
                c.complaintId(),
                c.reference(),
                c.handling == null ? null : c.handling.agency(),
                c.now.now(),
                offices));
        var titles = offices.stream().map(Office::title).collect(Collectors.joining(", "));
        c.note(
                new Bilingual(
                        "Có dấu hiệu tham nhũng: đồng thời báo " + titles + ".",
                        "Seems to be corruption: also told to " + titles + "."),
                null);
    }

    /** Never an office of an agency that must not see the case; where the directory names none, those who watch over all. */
    private static List<Office> offices(Change c) {
        var named = visible(c, c.now.directory().antiCorruption());
        return named.isEmpty() ? visible(c, c.now.directory().monitors()) : named;
    }

    private static List<Office> visible(Change c, List<Office> offices) {
        return new ArrayList<>(offices.stream()
                .filter(office -> !c.hiddenFrom.contains(office.agencyCode()))
                .toList());
    }
}
