package vn.congvu.cases.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.congvu.cases.directory.Agency;
import vn.congvu.cases.routing.Routing;
import vn.congvu.contracts.Bilingual;

/** Why a case waits to be sorted, and which agencies could be meant: asked of the rules as they are today. */
@Component
public class TriageHints {
    private static final int MOST = 5;

    private final Reading reading;

    TriageHints(Reading reading) {
        this.reading = reading;
    }

    /** The reasons of a case in triage, none for any other. */
    public List<Bilingual> of(CaseFile file) {
        if (file.state() != CaseState.TRIAGE) {
            return List.of();
        }
        var routing = reading.route(file.report(), false);
        var hints = new ArrayList<>(routing.reasons());
        var candidates =
                switch (routing) {
                    case Routing.ToTriage unclear -> unclear.candidates();
                    case Routing.Assigned assigned -> List.of(assigned.agency());
                };
        if (!candidates.isEmpty()) {
            var names = candidates.stream().limit(MOST).map(TriageHints::named).collect(Collectors.joining("; "));
            hints.add(new Bilingual("Có thể là: " + names + ".", "It may be: " + names + "."));
        }
        return hints;
    }

    private static String named(Agency agency) {
        return agency.name() + " (" + agency.code() + ")";
    }
}
