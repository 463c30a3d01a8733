package vn.congvu.cases.casefile;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.congvu.cases.casefile.CaseCommand.CountApology;
import vn.congvu.cases.casefile.CaseCommand.ReporterAcknowledged;
import vn.congvu.cases.dossier.DossierDesk;
import vn.congvu.contracts.Exchanges;
import vn.congvu.contracts.cases.Subject;
import vn.congvu.contracts.notify.ApologyPublished;
import vn.congvu.contracts.notify.NoticeSent;
import vn.congvu.platform.inbox.Received;
import vn.congvu.platform.inbox.RetryLater;
import vn.congvu.platform.inbox.Subscription;

/** What citizens were told and what agencies apologised for, as the notify service tells it. */
@Configuration(proxyBeanMethods = false)
class FollowNotices {
    /** The message that tells a reporter the reference. */
    private static final String ACKNOWLEDGEMENT = "complaint-received";

    private final CaseDesk desk;
    private final CaseFiles files;
    private final DossierDesk dossiers;

    FollowNotices(CaseDesk desk, CaseFiles files, DossierDesk dossiers) {
        this.desk = desk;
        this.files = files;
        this.dossiers = dossiers;
    }

    @Bean
    Subscription notices() {
        return Subscription.to(Exchanges.NOTIFY, "cases.follow-notices")
                .on(ApologyPublished.class, this::apologised)
                .on(NoticeSent.class, this::sent)
                .build();
    }

    private void apologised(Received<ApologyPublished> cause) {
        var event = cause.event();
        if (event.subject() == Subject.DOSSIER) {
            dossiers.countApology(event.subjectId(), event.number(), event.publishedAt(), cause);
            return;
        }
        var file = files.find(event.subjectId())
                .orElseThrow(() -> new IllegalStateException("no case " + event.subjectId()));
        desk.follow(
                file,
                cause,
                Circumstances.SYSTEM,
                new CountApology(
                        event.number(), event.publishedAt(), event.agency().code()));
    }

    private void sent(Received<NoticeSent> cause) {
        var event = cause.event();
        var complaintId = event.complaintId();
        if (!event.template().equals(ACKNOWLEDGEMENT) || complaintId == null) {
            return;
        }
        // the two services speak on their own: the message may be out before the case is open
        var file = files.find(complaintId)
                .orElseThrow(() -> new RetryLater("the case of complaint " + complaintId + " is not open yet"));
        desk.follow(file, cause, Circumstances.SYSTEM, new ReporterAcknowledged(event.sentAt()));
    }
}
