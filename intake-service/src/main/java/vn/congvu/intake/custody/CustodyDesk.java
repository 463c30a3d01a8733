package vn.congvu.intake.custody;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.congvu.contracts.Ids;
import vn.congvu.contracts.Reference;
import vn.congvu.contracts.Role;
import vn.congvu.intake.complaint.Complaint;
import vn.congvu.intake.complaint.Complaints;
import vn.congvu.intake.evidence.EvidenceStore;
import vn.congvu.intake.vault.IdentityOpener;
import vn.congvu.intake.vault.IdentityRequest;
import vn.congvu.intake.vault.IdentityRequest.Staff;
import vn.congvu.intake.vault.IdentityRequest.State;
import vn.congvu.intake.vault.IdentityRequests;
import vn.congvu.intake.vault.OpenedIdentity;
import vn.congvu.intake.vault.Person;
import vn.congvu.platform.access.Caller;

/**
 * The rules of asking who reported: a custodian decides and looks, never on the own request, nobody of the agency complained about,
 * nobody who decides cases.
 */
@Component
class CustodyDesk {
    private final IdentityRequests requests;
    private final IdentityOpener opener;
    private final Complaints complaints;
    private final Custodians custodians;
    private final EvidenceStore evidence;
    private final CustodyProperties properties;
    private final Clock clock;

    CustodyDesk(
            IdentityRequests requests,
            IdentityOpener opener,
            Complaints complaints,
            Custodians custodians,
            EvidenceStore evidence,
            CustodyProperties properties,
            Clock clock) {
        this.requests = requests;
        this.opener = opener;
        this.complaints = complaints;
        this.custodians = custodians;
        this.evidence = evidence;
        this.properties = properties;
        this.clock = clock;
    }

    record Opened(IdentityRequest request, Person person, Instant at) {}

    IdentityRequest ask(Caller caller, Reference reference, String reason) {
        Custodians.refuseWhoDecidesCases(caller);
        var complaint = complaints
                .byReference(reference)
                .filter(found -> Custodians.isOutside(caller, custodians.accused(found)))
                .orElseThrow(CustodyProblems::unknownReport);
        var identityRef = complaint.identityRef();
        boolean nobody = identityRef == null || opener.isForgotten(identityRef);
        if (nobody && complaint.attachments().stream().noneMatch(evidence::hasOriginal)) {
            throw CustodyProblems.anonymous();
        }
        var request = new IdentityRequest(
                Ids.next(),
                complaint.reference(),
                identityRef,
                custodians.accused(complaint),
                staff(caller),
                reason,
                now(),
                State.REQUESTED,
                null,
                null,
                List.of());
        requests.add(request);
        return request;
    }

    /** A custodian sees all but what concerns the own agency, everybody else what they asked for. */
    List<IdentityRequest> list(Caller caller) {
        return (caller.has(Role.CUSTODIAN) ? requests.newest() : requests.newestOf(caller.subject()))
                .stream()
                        .filter(request -> Custodians.isOutside(caller, request.agencies()))
                        .toList();
    }

    IdentityRequest get(Caller caller, String id) {
        return requests.find(id)
                .filter(request -> caller.has(Role.CUSTODIAN) || request.isAskedBy(caller.subject()))
                .filter(request -> isOutsideNow(caller, request))
                .orElseThrow(CustodyProblems::unknownRequest);
    }

    IdentityRequest decide(Caller caller, String id, boolean approved, String reason) {
        var request = get(caller, id);
        if (request.isAskedBy(caller.subject())) {
            throw CustodyProblems.ownRequest();
        }
        Custodians.refuseWhoDecidesCases(caller);
        var now = now();
        var decision = new IdentityRequest.Decision(staff(caller), reason, now);
        var until = approved ? Optional.of(now.plus(properties.grant())) : Optional.<Instant>empty();
        if (!requests.decide(id, decision, until)) {
            throw CustodyProblems.decided(IdentityRequestView.of(get(caller, id), now, caller));
        }
        return get(caller, id);
    }

    /**
     * By a custodian, and not by one who asked for it. Written down before it is opened: where the writing fails, nothing is
     * shown.
     */
    Opened open(Caller caller, String id) {
        var request = granted(caller, id);
        var identityRef = request.identityRef();
        if (identityRef == null || opener.isForgotten(identityRef)) {
            throw CustodyProblems.anonymous();
        }
        var opened = writeDown(caller, request);
        return switch (opener.open(identityRef)) {
            case OpenedIdentity.Known(var person) -> new Opened(opened, person, now());
            case OpenedIdentity.Forgotten() -> throw CustodyProblems.anonymous();
        };
    }

    /** @throws Problem unless this caller may open something by this request now, and the custodian's key is here */
    IdentityRequest granted(Caller caller, String id) {
        var request = get(caller, id);
        if (!caller.has(Role.CUSTODIAN)) {
            throw CustodyProblems.onlyTheCustodian();
        }
        if (request.isAskedBy(caller.subject())) {
            throw CustodyProblems.askedByOneself();
        }
        Custodians.refuseWhoDecidesCases(caller);
        if (request.state() != State.APPROVED) {
            throw CustodyProblems.notGranted();
        }
        if (!opener.hasKey()) {
            throw CustodyProblems.noKey();
        }
        return request;
    }

    /** An opening, for the reporter's count; the grant is looked at once more in the same write. */
    IdentityRequest writeDown(Caller caller, IdentityRequest request) {
        return requests.opened(request.id(), caller.subject(), now()).orElseThrow(CustodyProblems::grantOver);
    }

    /** Whether this caller may open something by this request now. */
    boolean mayOpen(Caller caller, IdentityRequest request) {
        var until = request.grantedUntil();
        return caller.has(Role.CUSTODIAN)
                && !request.isAskedBy(caller.subject())
                && until != null
                && now().isBefore(until);
    }

    Complaint complaint(IdentityRequest request) {
        return complaints.byReference(new Reference(request.reference())).orElseThrow(CustodyProblems::unknownReport);
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** The case may have moved since it was asked for. */
    private boolean isOutsideNow(Caller caller, IdentityRequest request) {
        return Custodians.isOutside(caller, request.agencies())
                && complaints
                        .byReference(new Reference(request.reference()))
                        .map(complaint -> Custodians.isOutside(caller, custodians.accused(complaint)))
                        .orElse(false);
    }

    private static Staff staff(Caller caller) {
        return new Staff(caller.subject(), caller.title());
    }
}
