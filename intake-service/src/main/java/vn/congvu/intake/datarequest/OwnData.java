package vn.congvu.intake.datarequest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import vn.congvu.contracts.DataRequestKind;
import vn.congvu.contracts.intake.DataRequestReceived;
import vn.congvu.intake.complaint.AnswerDates;
import vn.congvu.intake.complaint.Complaint;
import vn.congvu.intake.custody.Custodians;
import vn.congvu.intake.vault.Corrections;
import vn.congvu.intake.vault.IdentityOpener;
import vn.congvu.intake.vault.OpenedIdentity;
import vn.congvu.intake.vault.Person;
import vn.congvu.platform.outbox.Aggregates;
import vn.congvu.platform.outbox.Revision;

/** The reporter's side: asking, and seeing the copy of the own data. Whoever has the code of the report is the reporter. */
@Component
class OwnData {
    private static final Logger log = LoggerFactory.getLogger(OwnData.class);
    private static final int MOST_OF_ONE_REPORT = 30;
    /** Where no calendar is known yet: never later than 2 working days. */
    private static final Duration WITHOUT_CALENDAR = Duration.ofDays(2);

    private final DataRequests requests;
    private final Aggregates aggregates;
    private final Corrections corrections;
    private final IdentityOpener opener;
    private final Custodians custodians;
    private final AnswerDates dates;
    private final DataRequestProperties properties;
    private final Clock clock;

    OwnData(
            DataRequests requests,
            Aggregates aggregates,
            Corrections corrections,
            IdentityOpener opener,
            Custodians custodians,
            AnswerDates dates,
            DataRequestProperties properties,
            Clock clock) {
        this.requests = requests;
        this.aggregates = aggregates;
        this.corrections = corrections;
        this.opener = opener;
        this.custodians = custodians;
        this.dates = dates;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * @param words of the reporter, absent when there is nothing to add
     * @param correction what is right, of a correction
     */
    record Asked(
            DataRequestKind kind,
            @Nullable String words,
            @Nullable Person correction) {}

    List<DataRequest> of(Complaint complaint) {
        return requests.of(complaint.id());
    }

    /** While one of the same kind waits, that is the request. */
    DataRequest ask(Complaint complaint, Asked asked) {
        var earlier = requests.of(complaint.id());
        var same = earlier.stream()
                .filter(request -> request.kind() == asked.kind())
                .toList();
        if (!same.isEmpty() && !same.getLast().state().isOver()) {
            return same.getLast();
        }
        if (earlier.size() >= MOST_OF_ONE_REPORT) {
            throw DataRequestProblems.tooMany();
        }
        if (asked.kind() != DataRequestKind.ACCESS && !isKept(complaint)) {
            throw DataRequestProblems.nothingKept();
        }
        var id = complaint.id() + "-" + asked.kind() + "-" + (same.size() + 1);
        try {
            return store(id, complaint, asked);
        } catch (DuplicateKeyException sentTwice) {
            log.debug("request {} was sent twice", id);
            return requests.find(id).orElseThrow();
        }
    }

    private DataRequest store(String id, Complaint complaint, Asked asked) {
        var now = now();
        var dueAt = dates.dataRequestDue(now).orElse(now.plus(WITHOUT_CALENDAR));
        var request = new DataRequest(
                id,
                Revision.none(),
                complaint.id(),
                complaint.reference(),
                complaint.identityRef(),
                custodians.accused(complaint),
                asked.kind(),
                asked.words(),
                sealed(id, asked.correction()),
                now,
                dueAt,
                DataRequest.State.OPEN,
                dueAt,
                null,
                null,
                null);
        var stored = aggregates.insert(
                request,
                List.of(new DataRequestReceived(
                        id, complaint.id(), complaint.reference(), asked.kind(), properties.tell(), now, dueAt)));
        log.info("request {} about the data of {}", asked.kind(), complaint.reference());
        return stored;
    }

    private DataRequest.@Nullable Correction sealed(String id, @Nullable Person correction) {
        if (correction == null) {
            return null;
        }
        var sealed = corrections.seal(id, correction);
        return new DataRequest.Correction(sealed.keyId(), sealed.sealed());
    }

    /** The identity, for the reporter's own eyes, while a granted request for access lasts; nobody for an anonymous one. */
    Person copy(Complaint complaint) {
        var now = now();
        boolean granted = requests.of(complaint.id()).stream()
                .map(DataRequest::copyUntil)
                .anyMatch(until -> until != null && now.isBefore(until));
        if (!granted) {
            throw DataRequestProblems.noCopy();
        }
        var identityRef = complaint.identityRef();
        if (identityRef == null) {
            return Person.anonymous();
        }
        if (!opener.hasKey()) {
            throw DataRequestProblems.noKey();
        }
        return switch (opener.open(identityRef)) {
            case OpenedIdentity.Known(var person) -> person;
            case OpenedIdentity.Forgotten() -> Person.anonymous();
        };
    }

    /** Whether it is kept who the reporter is. */
    boolean isKept(Complaint complaint) {
        var identityRef = complaint.identityRef();
        return identityRef != null && !opener.isForgotten(identityRef);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
