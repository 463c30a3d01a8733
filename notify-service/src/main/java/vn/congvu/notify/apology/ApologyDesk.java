package vn.congvu.notify.apology;

import java.time.Instant;
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
import vn.congvu.notify.site.Site;
import vn.congvu.platform.inbox.Received;
import vn.congvu.platform.outbox.Aggregate;
import vn.congvu.platform.sealing.Sealer;
import vn.congvu.platform.text.CleanText;

/** Which events are apologised for, and which say how it ended. Each may be called again for the same event. */
@Component
public class ApologyDesk {
    /** What is published about apologies. */
    public static final Class<? extends Aggregate> AGGREGATE = Apology.class;

    private final Apologies apologies;
    private final Sealer sealer;
    private final Site site;

    ApologyDesk(Apologies apologies, Sealer sealer, Site site) {
        this.apologies = apologies;
        this.sealer = sealer;
        this.site = site;
    }

    /**
     * A published apology, for a message.
     *
     * @param letter its public address
     */
    public record Published(String number, String letter) {}

    /** Automatic, in the agency's name: the limit passed without result or letter. */
    public Published missed(DeadlineBreached breach) {
        return published(new Draft(
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
                null,
                breach.dueAt(),
                null,
                null));
    }

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
                null,
                extension.previousDueAt(),
                extension.dueAt(),
                CleanText.clean(sealer.open(extension.reason()))));
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
                CleanText.clean(sealer.open(dossier.reason()))));
    }

    public void answered(Received<CaseAnswered> received) {
        var answer = received.event();
        apologies.addOutcome(
                Subject.CASE,
                answer.caseId(),
                finished("trả lời", "Answered", answer.answeredAt(), answer.lateSeconds()),
                received);
    }

    public void finished(Received<DossierFinished> received) {
        var dossier = received.event();
        apologies.addOutcome(
                Subject.DOSSIER,
                dossier.dossierCode(),
                finished("trả kết quả", "Result given", dossier.finishedAt(), dossier.lateSeconds()),
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
        apologies.addOutcome(Subject.CASE, caseId, new Apology.Outcome(text, at, 0), cause);
    }

    /** In calendar days, since the event tells calendar seconds. */
    private Apology.Outcome finished(String vi, String en, Instant at, long lateSeconds) {
        var day = site.date(at);
        if (lateSeconds <= 0) {
            return new Apology.Outcome(
                    new Bilingual("Đã " + vi + " ngày " + day + ", đúng hạn", en + " on " + day + ", in time"), at, 0);
        }
        long days = Apology.begunDays(lateSeconds);
        return new Apology.Outcome(
                new Bilingual(
                        "Đã " + vi + " ngày " + day + ", chậm " + days + " ngày",
                        en + " on " + day + ", " + days + (days == 1 ? " day late" : " days late")),
                at,
                lateSeconds);
    }

    private Published published(Draft draft) {
        var apology = apologies.publish(draft);
        return new Published(apology.number(), site.url(BoardAddresses.letter(apology.id())));
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
