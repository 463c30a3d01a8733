package vn.congvu.cases.casefile;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import vn.congvu.cases.casefile.Dialogue.Part;
import vn.congvu.cases.search.SearchWords;
import vn.congvu.platform.outbox.Aggregates;

/** Opens the case file of a matter that was split off. */
@Component
class Parts {
    private static final Logger LOG = LoggerFactory.getLogger(Parts.class);

    private final Aggregates aggregates;
    private final Reading reading;
    private final Surroundings surroundings;

    Parts(Aggregates aggregates, Reading reading, Surroundings surroundings) {
        this.aggregates = aggregates;
        this.reading = reading;
        this.surroundings = surroundings;
    }

    /** Harmless when it is there already. */
    void open(CaseFile whole, String partId) {
        whole.parts().stream()
                .filter(p -> p.caseId().equals(partId))
                .findFirst()
                .ifPresent(part -> open(whole, part));
    }

    private void open(CaseFile whole, Part part) {
        var report = whole.report().part(part);
        var routing = reading.route(report, false);
        var words = SearchWords.of(List.of(report.reference()), List.of(reading.open(part.text())));
        var now = surroundings.of(whole, Circumstances.SYSTEM);
        var opening = Opening.open(part.caseId(), report, whole.id(), routing, words, true, part.splitAt(), now);
        try {
            aggregates.insert(opening.next(), opening.events());
        } catch (DuplicateKeyException already) {
            LOG.debug("part {} is there already: a crash came before the mark", part.caseId());
        }
    }
}
