package vn.congvu.intake.sms;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.congvu.contracts.Reference;
import vn.congvu.intake.complaint.Complaint;
import vn.congvu.intake.complaint.ComplaintChange;
import vn.congvu.intake.complaint.Complaints;
import vn.congvu.intake.tracking.CaseState;
import vn.congvu.intake.tracking.Progress;
import vn.congvu.intake.tracking.ProgressBook;
import vn.congvu.intake.vault.Vault;

/** Finds the report that a message may belong to: always one of the same phone, by whichever door it came. */
@Component
class SenderReports {
    /** How long several messages make one report while no agency has it. */
    private static final Duration SAME_REPORT = Duration.ofHours(24);

    private final Complaints complaints;
    private final ProgressBook book;
    private final Vault vault;

    SenderReports(Complaints complaints, ProgressBook book, Vault vault) {
        this.complaints = complaints;
        this.book = book;
        this.vault = vault;
    }

    /** Empty for an unknown reference and for somebody else's. */
    Optional<Complaint> own(Reference reference, SmsMessage message) {
        return complaints
                .byReference(reference)
                .filter(complaint -> vault.samePerson(complaint.contactRef(), message.contactRef()));
    }

    /** The one an agency has asked about. */
    Optional<Complaint> asked(SmsMessage message) {
        return latest(message, progress -> progress.state() == CaseState.WAITING_FOR_REPORTER);
    }

    Optional<Complaint> latestAnswered(SmsMessage message) {
        return latest(message, progress -> progress.state() == CaseState.ANSWERED);
    }

    /** Whether what comes now is a further part of it. */
    boolean isBeingWritten(Complaint complaint, Instant now) {
        return isOpen(complaint)
                && !progress(complaint).state().isAssigned()
                && now.isBefore(complaint.receivedAt().plus(SAME_REPORT));
    }

    boolean isWithAnAgency(Complaint complaint) {
        return isOpen(complaint) && progress(complaint).state().isAssigned();
    }

    boolean isOpen(Complaint complaint) {
        return complaint.withdrawal() == null
                && complaint.messages().size() < ComplaintChange.MOST_MESSAGES
                && progress(complaint).state().isOpen();
    }

    Progress progress(Complaint complaint) {
        return book.of(complaint.id(), complaint.reference());
    }

    /** Of the earlier reports of this phone, the one to which something happened last; what this message begins is none. */
    private Optional<Complaint> latest(SmsMessage message, Predicate<Progress> which) {
        var earlier = vault.contactsOf(message.person()).stream()
                .filter(contact -> !contact.equals(message.contactRef()))
                .toList();
        var own = complaints.byContacts(earlier).stream()
                .filter(complaint -> complaint.withdrawal() == null)
                .collect(Collectors.toMap(Complaint::id, complaint -> complaint));
        return book.findAll(List.copyOf(own.keySet())).stream()
                .filter(which)
                .max(Comparator.comparing(Progress::lastHeardAt))
                .map(progress -> own.get(progress.id()));
    }
}
