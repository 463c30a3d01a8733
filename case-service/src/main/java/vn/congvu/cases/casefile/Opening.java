package vn.congvu.cases.casefile;

import static vn.congvu.contracts.SlaClock.ACKNOWLEDGE;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.congvu.cases.casefile.Decision.Accepted;
import vn.congvu.cases.routing.Routing;
import vn.congvu.platform.outbox.Revision;

/** A case begins. */
final class Opening {
    private Opening() {}

    /**
     * Where a part comes from.
     *
     * @param transfers how often agencies have passed its content on
     * @param hiddenFrom whoever must not see the whole must not see a part of it
     */
    record Origin(String caseId, int transfers, Set<String> hiddenFrom) {}

    /**
     * @param origin of a part; absent for a whole report
     * @param words of the report and its reference, folded, for search
     * @param acknowledged whether the reporter holds the reference already
     * @param from when the clocks start: the receipt, or for a part the moment it was split off
     */
    static Accepted open(
            String id,
            Report report,
            @Nullable Origin origin,
            Routing routing,
            List<String> words,
            boolean acknowledged,
            Instant from,
            Circumstances now) {
        var change = new Change(blank(id, report, origin, words, now), now);
        change.note("Tiếp nhận phản ánh.", "Received.");
        change.start(ACKNOWLEDGE, report.receivedAt());
        if (acknowledged) {
            change.stop(report.receivedAt(), ACKNOWLEDGE);
        }
        switch (routing) {
            case Routing.Assigned assigned -> Sorting.assign(change, assigned, from);
            case Routing.ToTriage unclear -> Sorting.sendToTriage(change, unclear, from);
        }
        Corruption.tell(change, List.of());
        return change.done();
    }

    private static CaseFile blank(
            String id, Report report, @Nullable Origin origin, List<String> words, Circumstances now) {
        var lookup = new Lookup(
                true,
                null,
                origin == null ? Set.of() : origin.hiddenFrom(),
                Set.of(),
                false,
                null,
                report.receivedAt(),
                null,
                words,
                false,
                null,
                null,
                null,
                0,
                false,
                true,
                null);
        return new CaseFile(
                id,
                Revision.none(),
                report,
                now.policy().id(),
                CaseState.ASSIGNED,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                origin == null ? null : origin.caseId(),
                List.of(),
                List.of(),
                origin == null ? 0 : origin.transfers(),
                0,
                0,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                lookup);
    }
}
