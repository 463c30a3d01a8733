package vn.congvu.intake.datarequest;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.congvu.platform.audit.AuditedReferences;

/** A request by the reference of its report in the audit trail. */
@Component
class AuditedDataRequests implements AuditedReferences {
    private final DataRequests requests;

    AuditedDataRequests(DataRequests requests) {
        this.requests = requests;
    }

    @Override
    public Optional<String> of(String id) {
        return requests.find(id).map(DataRequest::reference);
    }
}
