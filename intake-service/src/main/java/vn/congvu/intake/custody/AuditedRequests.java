package vn.congvu.intake.custody;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.congvu.intake.vault.IdentityRequest;
import vn.congvu.intake.vault.IdentityRequests;
import vn.congvu.platform.audit.AuditedReferences;

/** A request by the reference of its report in the audit trail. */
@Component
class AuditedRequests implements AuditedReferences {
    private final IdentityRequests requests;

    AuditedRequests(IdentityRequests requests) {
        this.requests = requests;
    }

    @Override
    public Optional<String> of(String id) {
        return requests.find(id).map(IdentityRequest::reference);
    }
}
