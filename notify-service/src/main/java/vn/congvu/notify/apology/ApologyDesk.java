package vn.congvu.notify.apology;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.congvu.contracts.AgencyRef;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.Office;
import vn.congvu.contracts.SlaClock;
import vn.congvu.contracts.cases.CaseAnswered;
import vn.congvu.contracts.cases.CaseExtended;
import vn.congvu.contracts.cases.CaseHandedOver;
import vn.congvu.contracts.cases.CaseMerged;
import vn.congvu.contracts.cases.CaseWithdrawn;
import vn.congvu.contracts.cases.DeadlineBreached;
import vn.congvu.contracts.cases.DossierFinished;
import vn.congvu.contracts.cases.DossierRescheduled;
import vn.congvu.contracts.cases.Subject;
import vn.congvu.contracts.notify.ApologyCause;
import vn.congvu.notify.notice.Telling;
import vn.congvu.notify.site.Site;
import vn.congvu.platform.inbox.Received;
import vn.congvu.platform.outbox.Aggregate;
import vn.congvu.platform.sealing.Sealer;

/** Which events are apologised for, and which say how it ended. Each may be called again for the same event. */
@Component
public class ApologyDesk {
    /** What is published about apologies. */
    public static final Class<? extends Aggregate> AGGREGATE = Apology.class;

    private final Apologies apologies;
    private final Signing signing;
    private final Sealer sealer;
    private final Site site;

    ApologyDesk(Apologies apologies, Signing signing, Sealer sealer, Site site) {
        this.apologies = apologies;
        this.signing = signing;
        this.sealer = sealer;
        this.site = site;
    }

    /**
     * A published apology, for a message.
     *
     * @param letter its public address
     */
    public record Published(String id, String number, String letter) {}

    /** Whether the head of this agency is asked to sign before a miss is apologised for. */
    public boolean isSignedFirst(AgencyRef agency) {
        return signing.isExpectedOf(agency.code());
    }

    /** Automatic, in the agency's name: the limit passed without result or letter. */
    public Published missed(DeadlineBreached breach) {
        return published(draft(breach));
    }

    /**
     * As {@link #missed}, after the head signed, or the time for that is over.
     *
     * @param messages to be told when it goes out
     * @return until when the head may sign
     */
    public Instant missedToSign(DeadlineBreached breach, List<Telling> messages) {
        var held = messages.stream()
                .flatMap(message -> message.to() instanceof Telling.To.Person person
                        ? Stream.of(ToSign.Held.of(message, person))
                        : Stream.of())
                .toList();
        return signing.await(draft(breach), held).signBy();
    }

    private static Draft draft(DeadlineBreached breach) {
        return new Draft(
                ApologyKey.missed(breach.subject(), breach.subjectId(), breach.clock(), breach.miss()),
                breach.subject(),
                breach.subjectId(),
                breach.complaintId(),
                breach.reference(),
                breach.agency(),
                ApologyCause.MISSED_DEADLINE,
                breach.miss(),
                signer(breach.head(), breach.agency()),
                breach.field(),
                breach.procedure(),
                breach.receivedAt(),
                breach.dueAt(),
                null,
                null,
                null,
                null,
                breach.superior());
    }

    /** The head decided it, so the head has signed it. */
    public Published extended(CaseExtended extension) {
        return published(new Draft(
                ApologyKey.postponed(
                        Subject.CASE, extension.caseId(), extension.previousDueAt(), ApologyCause.EXTENSION),
                Subject.CASE,
                extension.caseId(),
                extension.complaintId(),
                extension.reference(),
                extension.agency(),
                ApologyCause.EXTENSION,
                0,
                signer(extension.head(), extension.agency()),
                null,
                null,
                extension.receivedAt(),
                extension.previousDueAt(),
                extension.dueAt(),
                PublicWords.hide(sealer.open(extension.reason())),
                null,
                new Draft.Signed(null, extension.extendedAt()),
                extension.superior()));
    }

    /** NĐ 61/2018/NĐ-CP, art. 19.9: a written apology with the reason and the new date, before the promised one. */
    public Published rescheduled(DossierRescheduled dossier) {
        return published(new Draft(
                ApologyKey.postponed(
                        Subject.DOSSIER, dossier.dossierCode(), dossier.previousDueAt(), ApologyCause.RESCHEDULE),
                Subject.DOSSIER,
                dossier.dossierCode(),
                null,
                dossier.dossierCode(),
                dossier.agency(),
                ApologyCause.RESCHEDULE,
                0,
                signer(dossier.head(), dossier.agency()),
                dossier.field(),
                dossier.procedure(),
                dossier.receivedAt(),
                dossier.previousDueAt(),
                dossier.dueAt(),
                PublicWords.hide(sealer.open(dossier.reason())),
                null,
                new Draft.Signed(null, dossier.rescheduledAt()),
                dossier.superior()));
    }

    public void answered(Received<CaseAnswered> received) {
        var answer = received.event();
        happened(
                Subject.CASE,
                answer.caseId(),
                finished("trả lời", "Answered", answer.answeredAt(), answer.lateSeconds(), answer.lateWorkingDays()),
                received);
    }

    public void finished(Received<DossierFinished> received) {
        var dossier = received.event();
        happened(
                Subject.DOSSIER,
                dossier.dossierCode(),
                finished(
                        "trả kết quả",
                        "Result given",
                        dossier.finishedAt(),
                        dossier.lateSeconds(),
                        dossier.lateWorkingDays()),
                received);
    }

    public void handedOver(Received<CaseHandedOver> received) {
        var event = received.event();
        ended(
                event.caseId(),
                "Đã chuyển đến nơi có thẩm quyền",
                "Handed over to the competent body",
                event.handedOverAt(),
                received);
    }

    public void merged(Received<CaseMerged> received) {
        var event = received.event();
        ended(
                event.caseId(),
                "Được giải quyết chung với phản ánh cùng nội dung",
                "Answered together with a report on the same matter",
                event.mergedAt(),
                received);
    }

    public void withdrawn(Received<CaseWithdrawn> received) {
        var event = received.event();
        ended(event.caseId(), "Đã kết thúc không trả lời", "Ended without an answer", event.withdrawnAt(), received);
    }

    private void ended(String caseId, String vi, String en, Instant at, Received<?> cause) {
        var text = new Bilingual(vi + " ngày " + site.date(at), en + " on " + site.date(at));
        happened(Subject.CASE, caseId, new Apology.Outcome(text, at, 0, null), cause);
    }

    /** First to those that still wait for a signature: who goes out meanwhile finds it there, or is found on the board. */
    private void happened(Subject subject, String subjectId, Apology.Outcome outcome, Received<?> cause) {
        signing.keepOutcome(subject, subjectId, outcome);
        apologies.addOutcome(subject, subjectId, outcome, cause);
    }

    private Apology.Outcome finished(
            String vi, String en, Instant at, long lateSeconds, @Nullable Integer lateWorkingDays) {
        var day = site.date(at);
        var late = Lateness.words(lateSeconds, lateWorkingDays);
        return new Apology.Outcome(
                new Bilingual("Đã " + vi + " ngày " + day + ", " + late.vi(), en + " on " + day + ", " + late.en()),
                at,
                Math.max(0, lateSeconds),
                lateWorkingDays);
    }

    private Published published(Draft draft) {
        var apology = apologies.publish(draft);
        return new Published(apology.id(), apology.number(), site.url(BoardAddresses.letter(apology.id())));
    }

    private static String signer(Office head, AgencyRef agency) {
        return head.title().isBlank() ? "Người đứng đầu " + agency.name() : head.title();
    }

    /** What the clock is called in a message to an office. */
    public static Bilingual nameOf(SlaClock clock) {
        return switch (clock) {
            case ACKNOWLEDGE -> new Bilingual("báo nhận", "acknowledgement");
            case ACCEPT -> new Bilingual("tiếp nhận", "acceptance");
            case FORWARD -> new Bilingual("chuyển đúng thẩm quyền", "forwarding");
            case RESOLVE -> new Bilingual("giải quyết", "answer");
            case REOPEN_WINDOW -> new Bilingual("yêu cầu xem xét lại", "reopening");
            case PROMISE -> new Bilingual("trả kết quả", "result");
        };
    }
}
