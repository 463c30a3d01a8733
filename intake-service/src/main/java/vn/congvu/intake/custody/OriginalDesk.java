package vn.congvu.intake.custody;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.congvu.intake.complaint.Complaint;
import vn.congvu.intake.evidence.EvidenceStore;
import vn.congvu.intake.evidence.Original;
import vn.congvu.intake.vault.IdentityRequest;
import vn.congvu.platform.access.Caller;

/** Files as they were sent: they may show who took them and where, so they are opened like an identity, and counted like one. */
@Component
class OriginalDesk {
    private final CustodyDesk custody;
    private final EvidenceStore evidence;

    OriginalDesk(CustodyDesk custody, EvidenceStore evidence) {
        this.custody = custody;
        this.evidence = evidence;
    }

    /** What this caller could open now, by the request. */
    List<Complaint.Attachment> toOpen(Caller caller, IdentityRequest request) {
        return custody.mayOpen(caller, request)
                ? custody.complaint(request).attachments().stream()
                        .filter(evidence::hasOriginal)
                        .toList()
                : List.of();
    }

    /** Written down before it is opened: where the writing fails, nothing is shown. */
    Original open(Caller caller, String id, String attachmentId) {
        var request = custody.granted(caller, id);
        var attachment = custody.complaint(request).attachments().stream()
                .filter(one -> one.attachmentId().equals(attachmentId))
                .findFirst()
                .orElseThrow(CustodyProblems::unknownFile);
        if (!evidence.hasOriginal(attachment)) {
            throw CustodyProblems.originalGone();
        }
        custody.writeDown(caller, request);
        return evidence.original(attachment).orElseThrow(CustodyProblems::originalGone);
    }
}
