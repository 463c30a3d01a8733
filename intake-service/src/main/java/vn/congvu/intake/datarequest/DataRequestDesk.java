package vn.congvu.intake.datarequest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.congvu.contracts.DataRequestKind;
import vn.congvu.intake.complaint.Complaints;
import vn.congvu.intake.custody.Custodians;
import vn.congvu.intake.vault.Corrections;
import vn.congvu.intake.vault.IdentityOpener;
import vn.congvu.intake.vault.OpenedIdentity;
import vn.congvu.intake.vault.Person;
import vn.congvu.intake.vault.Vault;
import vn.congvu.platform.access.Caller;
import vn.congvu.platform.outbox.Aggregates;
import vn.congvu.platform.outbox.StaleRevisionException;

/** The custodian's side: nobody of an agency complained about sees a request, nobody who decides cases answers one. */
@Component
class DataRequestDesk {
    /** Longer than it takes whoever granted it to carry it out. */
    private static final Duration CARRIED_OUT_WITHIN = Duration.ofMinutes(1);

    private final DataRequests requests;
    private final CarryingOut carryingOut;
    private final Aggregates aggregates;
    private final Complaints complaints;
    private final Custodians custodians;
    private final IdentityOpener opener;
    private final Corrections corrections;
    private final Vault vault;
    private final DataRequestProperties properties;
    private final Clock clock;

    DataRequestDesk(
            DataRequests requests,
            CarryingOut carryingOut,
            Aggregates aggregates,
            Complaints complaints,
            Custodians custodians,
            IdentityOpener opener,
            Corrections corrections,
            Vault vault,
            DataRequestProperties properties,
            Clock clock) {
        this.requests = requests;
        this.carryingOut = carryingOut;
        this.aggregates = aggregates;
        this.complaints = complaints;
        this.custodians = custodians;
        this.opener = opener;
        this.corrections = corrections;
        this.vault = vault;
        this.properties = properties;
        this.clock = clock;
    }

    /** @param right what the reporter says is right, absent unless a correction waits */
    record Opened(DataRequest request, Person now, @Nullable Person right, int openedCount, Instant at) {}

    List<DataRequest> list(Caller caller) {
        return requests.list().stream()
                .filter(request -> Custodians.isOutside(caller, request.agencies()))
                .toList();
    }

    DataRequest get(Caller caller, String id) {
        return requests.find(id)
                .filter(request -> isOutsideNow(caller, request))
                .orElseThrow(DataRequestProblems::unknown);
    }

    /** Who asks, to tell whether it is them or what is to be corrected; counted for the reporter before it is shown. */
    Opened open(Caller caller, String id) {
        Custodians.refuseWhoDecidesCases(caller);
        var request = get(caller, id);
        var identityRef = request.identityRef();
        if (request.state().isOver()) {
            throw DataRequestProblems.answered(DataRequestView.of(request));
        }
        if (identityRef == null || opener.isForgotten(identityRef)) {
            throw DataRequestProblems.nothingKept();
        }
        if (!opener.hasKey()) {
            throw DataRequestProblems.noKey();
        }
        vault.countOpening(identityRef);
        var correction = CarryingOut.sealed(request);
        var right = correction == null
                ? null
                : corrections.open(request.id(), correction).orElse(null);
        return switch (opener.open(identityRef)) {
            case OpenedIdentity.Known(var person) ->
                new Opened(request, person, right, vault.openedCount(identityRef, request.reference()), now());
            case OpenedIdentity.Forgotten() -> throw DataRequestProblems.nothingKept();
        };
    }

    /** Once; what is granted is done at once. */
    DataRequest answer(Caller caller, String id, boolean granted, String text) {
        Custodians.refuseWhoDecidesCases(caller);
        var request = get(caller, id);
        if (request.state() != DataRequest.State.OPEN) {
            throw DataRequestProblems.answered(DataRequestView.of(request));
        }
        if (granted && request.kind() == DataRequestKind.CORRECTION && !opener.hasKey()) {
            throw DataRequestProblems.noKey();
        }
        var now = now();
        var title = caller.title();
        var answer = new DataRequest.Answer(caller.subject(), title == null ? properties.office() : title, text, now);
        try {
            return granted
                    ? carryingOut.carryOut(
                            aggregates.update(request.granted(answer, now.plus(CARRIED_OUT_WITHIN)), List.of()))
                    : carryingOut.refuse(request.refused(answer), request);
        } catch (StaleRevisionException quicker) {
            var present = get(caller, id);
            if (present.state() == DataRequest.State.OPEN) {
                return answer(caller, id, granted, text);
            }
            throw DataRequestProblems.answered(DataRequestView.of(present));
        }
    }

    private boolean isOutsideNow(Caller caller, DataRequest request) {
        return Custodians.isOutside(caller, request.agencies())
                && complaints
                        .byId(request.complaintId())
                        .map(complaint -> Custodians.isOutside(caller, custodians.accused(complaint)))
                        .orElse(false);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
