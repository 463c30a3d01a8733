package vn.congvu.intake.datarequest;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.congvu.contracts.DataRequestKind;
import vn.congvu.contracts.Reporter;
import vn.congvu.contracts.intake.DataRequestAnswered;
import vn.congvu.contracts.intake.DataRequestOverdue;
import vn.congvu.intake.complaint.Complaint;
import vn.congvu.intake.complaint.Complaints;
import vn.congvu.intake.vault.Corrections;
import vn.congvu.intake.vault.Forgetting;
import vn.congvu.intake.vault.IdentityOpener;
import vn.congvu.intake.vault.OriginalSeals;
import vn.congvu.platform.outbox.Aggregates;
import vn.congvu.platform.outbox.StaleRevisionException;

/**
 * Does what was granted, and says when something is overdue. Each can be done again: what a crash has left is done by the sweep.
 */
@Component
class CarryingOut {
    private static final Logger log = LoggerFactory.getLogger(CarryingOut.class);

    private final DataRequests requests;
    private final Aggregates aggregates;
    private final Complaints complaints;
    private final Forgetting forgetting;
    private final OriginalSeals originals;
    private final Corrections corrections;
    private final IdentityOpener opener;
    private final DataRequestProperties properties;
    private final Clock clock;

    CarryingOut(
            DataRequests requests,
            Aggregates aggregates,
            Complaints complaints,
            Forgetting forgetting,
            OriginalSeals originals,
            Corrections corrections,
            IdentityOpener opener,
            DataRequestProperties properties,
            Clock clock) {
        this.requests = requests;
        this.aggregates = aggregates;
        this.complaints = complaints;
        this.forgetting = forgetting;
        this.originals = originals;
        this.corrections = corrections;
        this.opener = opener;
        this.properties = properties;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${complaints.intake.data-requests.sweep-every:PT30S}")
    void sweep() {
        for (var request : requests.toLookAt(clock.instant())) {
            try {
                if (request.state() == DataRequest.State.GRANTED) {
                    carryOut(request);
                } else {
                    sayOverdue(request);
                }
            } catch (StaleRevisionException quicker) {
                log.debug("another replica looked at {}", request.id());
            }
        }
    }

    private void sayOverdue(DataRequest request) {
        var now = now();
        aggregates.update(
                request.overdue(now),
                List.of(new DataRequestOverdue(
                        request.id(),
                        request.complaintId(),
                        request.reference(),
                        request.kind(),
                        properties.tell(),
                        request.dueAt(),
                        now)));
        log.warn("request {} about the data of {} is overdue", request.kind(), request.reference());
    }

    /** @return as stored when it is done; as it was where the custodian's key is away, and the sweep comes back to it */
    DataRequest carryOut(DataRequest granted) {
        var complaint = complaints.byId(granted.complaintId()).orElseThrow();
        switch (granted.kind()) {
            case ACCESS -> log.debug("the copy is made when it is looked at");
            case ERASURE -> {
                originals.forgetAll(complaint.id());
                if (granted.identityRef() != null) {
                    forgetting.forget(granted.identityRef());
                }
            }
            case CORRECTION -> {
                if (!opener.hasKey()) {
                    log.warn("the correction of {} waits for the custodian's key", granted.reference());
                    return granted;
                }
                correct(granted);
            }
        }
        var until = granted.kind() == DataRequestKind.ACCESS ? now().plus(properties.copy()) : null;
        return end(granted, granted.done(until), complaint, true);
    }

    private void correct(DataRequest granted) {
        var correction = sealed(granted);
        var identityRef = granted.identityRef();
        if (correction != null && identityRef != null) {
            corrections.open(granted.id(), correction).ifPresent(right -> corrections.apply(identityRef, right));
        }
    }

    DataRequest refuse(DataRequest refused, DataRequest before) {
        return end(before, refused, complaints.byId(before.complaintId()).orElseThrow(), false);
    }

    private DataRequest end(DataRequest before, DataRequest after, Complaint complaint, boolean granted) {
        boolean isErased = granted && before.kind() == DataRequestKind.ERASURE;
        var reporter =
                new Reporter(isErased ? null : complaint.contactRef(), complaint.reachedBy(), complaint.language());
        var stored = aggregates.update(
                after,
                List.of(new DataRequestAnswered(
                        before.id(),
                        before.complaintId(),
                        before.reference(),
                        before.kind(),
                        granted,
                        reporter,
                        now())));
        var correction = sealed(before);
        if (correction != null) {
            corrections.forget(correction);
        }
        log.info("request {} about the data of {} is {}", before.kind(), before.reference(), stored.state());
        return stored;
    }

    static Corrections.@Nullable Sealed sealed(DataRequest request) {
        var kept = request.correction();
        return kept == null ? null : new Corrections.Sealed(kept.keyId(), kept.sealed());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
