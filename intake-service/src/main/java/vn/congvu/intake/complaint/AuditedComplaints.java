package vn.congvu.intake.complaint;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.congvu.platform.audit.AuditedReferences;

/** A complaint by its reference in the audit trail: files are asked for by its id. */
@Component
class AuditedComplaints implements AuditedReferences {
    private final Complaints complaints;

    AuditedComplaints(Complaints complaints) {
        this.complaints = complaints;
    }

    @Override
    public Optional<String> of(String id) {
        return complaints.byId(id).map(Complaint::reference);
    }
}
