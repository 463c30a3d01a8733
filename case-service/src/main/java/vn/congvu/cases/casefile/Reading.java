package vn.congvu.cases.casefile;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.congvu.cases.dossier.DossierAgencies;
import vn.congvu.cases.routing.Router;
import vn.congvu.cases.routing.Routing;
import vn.congvu.cases.routing.RoutingQuestion;
import vn.congvu.cases.routing.Suggester;
import vn.congvu.cases.routing.Suggestions;
import vn.congvu.cases.search.SearchWords;
import vn.congvu.cases.search.WordCodes;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.SealedText;
import vn.congvu.platform.sealing.Sealer;

/** Opens the words of a report to find out whose it is. They are sealed again before they are stored. */
@Component
class Reading {
    private final Sealer sealer;
    private final Router router;
    private final Suggester suggester;
    private final DossierAgencies dossiers;
    private final Surroundings surroundings;
    private final WordCodes codes;

    Reading(
            Sealer sealer,
            Router router,
            Suggester suggester,
            DossierAgencies dossiers,
            Surroundings surroundings,
            WordCodes codes) {
        this.sealer = sealer;
        this.router = router;
        this.suggester = suggester;
        this.dossiers = dossiers;
        this.surroundings = surroundings;
        this.codes = codes;
    }

    String text(Report report) {
        return String.join("\n", report.texts().stream().map(sealer::open).toList());
    }

    String open(SealedText sealed) {
        return sealer.open(sealed);
    }

    /** The words of a report, for looking for it: as codes, and never in clear. */
    List<String> wordCodes(List<String> names, List<String> texts) {
        return codes.of(SearchWords.of(names, texts));
    }

    Suggestions suggest(String text) {
        return suggester.suggest(text);
    }

    /** Where the rules lead with everything that is known; what only a person may decide goes to triage. */
    Routing route(Report report, boolean suspect) {
        var text = text(report);
        var doubts = new ArrayList<Bilingual>();
        var seems = suggester.suggest(text);
        if (suspect) {
            doubts.add(new Bilingual(
                    "Nhiều phản ánh bất thường cùng lúc: cần người xem.",
                    "Many reports at once: a person looks at it."));
        }
        if (seems.looksLikeDenunciation()) {
            doubts.add(new Bilingual(
                    "Nội dung có dấu hiệu tố cáo: cần đơn có chữ ký hoặc trực tiếp đến tố cáo.",
                    "Seems to be a denunciation, which needs a signed letter or a visit."));
        }
        if (seems.looksLikeFormalComplaint()) {
            doubts.add(new Bilingual(
                    "Nội dung có dấu hiệu khiếu nại: cần đơn có chữ ký hoặc trực tiếp đến khiếu nại.",
                    "Seems to be a formal complaint, which needs a signed letter or a visit."));
        }
        var routing = router.route(question(report, text, report.accusesHead(), 0));
        return doubts.isEmpty() ? routing : inTriage(routing, doubts);
    }

    /** Where a named agency leads: its head, or the superior where the accused is its head. */
    Routing routeTo(String agencyCode, Report report, boolean accusedIsHead, int transfers) {
        return router.route(new RoutingQuestion(
                agencyCode, null, null, null, null, null, text(report), accusedIsHead, surroundings.date(), transfers));
    }

    private RoutingQuestion question(Report report, String text, boolean accusedIsHead, int transfers) {
        var code = report.dossierCode();
        return new RoutingQuestion(
                report.agencyCode(),
                opened(report.agencyWords()),
                code == null ? null : dossiers.agencyOf(code).orElse(null),
                code,
                report.communeCode(),
                report.field(),
                text,
                accusedIsHead,
                surroundings.date(),
                transfers);
    }

    private @Nullable String opened(@Nullable SealedText sealed) {
        return sealed == null ? null : sealer.open(sealed);
    }

    private static Routing inTriage(Routing routing, List<Bilingual> doubts) {
        var reasons = new ArrayList<>(doubts);
        reasons.addAll(routing.reasons());
        return switch (routing) {
            case Routing.Assigned assigned ->
                new Routing.ToTriage(reasons, List.of(assigned.agency()), assigned.hiddenFromAgencies());
            case Routing.ToTriage unclear ->
                new Routing.ToTriage(reasons, unclear.candidates(), unclear.hiddenFromAgencies());
        };
    }
}
