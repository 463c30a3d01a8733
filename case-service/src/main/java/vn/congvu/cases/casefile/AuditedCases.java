package vn.congvu.cases.casefile;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.congvu.platform.audit.AuditedReferences;

/** A case by its reference in the audit trail, also where it was refused. */
@Component
class AuditedCases implements AuditedReferences {
    private final CaseFiles files;

    AuditedCases(CaseFiles files) {
        this.files = files;
    }

    @Override
    public Optional<String> of(String id) {
        return files.find(id).map(CaseFile::reference);
    }
}
