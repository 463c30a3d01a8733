package vn.congvu.cases.casefile;

import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import vn.congvu.cases.casefile.Dialogue.Part;
import vn.congvu.cases.casefile.Opening.Origin;
import vn.congvu.cases.directory.DirectoryView;
import vn.congvu.cases.routing.Answering;
import vn.congvu.cases.routing.Routing;
import vn.congvu.contracts.Bilingual;
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
        var routing = routing(whole, part, reading.route(report, false), surroundings.today());
        var origin = new Origin(
                whole.id(), wasPassedOn(part, routing) ? 1 : 0, whole.lookup().hiddenFrom());
        var words = reading.wordCodes(List.of(report.reference()), List.of(reading.open(part.text())));
        var now = surroundings.of(whole, Circumstances.SYSTEM);
        var opening = Opening.open(part.caseId(), report, origin, routing, words, true, part.splitAt(), now);
        try {
            aggregates.insert(opening.next(), opening.events());
        } catch (DuplicateKeyException already) {
            LOG.debug("part {} is there already: a crash came before the mark", part.caseId());
        }
    }

    /**
     * A part is no detour: neither to an agency that must not see the whole, since both bear one reference, nor past the rule that
     * an agency passes a content on once.
     *
     * @param found where the rules lead with the words of the part alone
     */
    static Routing routing(CaseFile whole, Part part, Routing found, DirectoryView today) {
        var hidden = whole.lookup().hiddenFrom();
        var seen = found instanceof Routing.Assigned to
                        && hidden.contains(to.agency().code())
                ? because(found.reasons(), Answering.on(today).today(to.agency().code(), hidden))
                : found;
        return seen instanceof Routing.Assigned to && whole.transfers() > 0 && wasPassedOn(part, to)
                ? new Routing.ToTriage(List.of(Forwarding.SECOND), List.of(to.agency()), to.hiddenFromAgencies())
                : seen;
    }

    private static boolean wasPassedOn(Part part, Routing routing) {
        return part.from() != null
                && routing instanceof Routing.Assigned to
                && !to.agency().code().equals(part.from());
    }

    private static Routing because(List<Bilingual> first, Routing then) {
        var reasons = Stream.concat(first.stream(), then.reasons().stream()).toList();
        return switch (then) {
            case Routing.Assigned to ->
                new Routing.Assigned(to.agency(), to.head(), reasons, to.conflictOfInterest(), to.hiddenFromAgencies());
            case Routing.ToTriage unclear ->
                new Routing.ToTriage(reasons, unclear.candidates(), unclear.hiddenFromAgencies());
        };
    }
}
