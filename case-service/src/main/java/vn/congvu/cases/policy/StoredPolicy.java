package vn.congvu.cases.policy;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A version of the policy in the database; never changed once it is there.
 *
 * @param version 1, 2, 3, ...
 */
@Document("sla_policies")
@TypeAlias("sla-policy")
record StoredPolicy(@Id Long version, Instant createdAt, String createdBy, PolicyText policy) {
    static final String PREFIX = "SLA-";

    String policyId() {
        return PREFIX + version;
    }

    SlaPolicy read() {
        return PolicyCheck.of(policyId(), policy).policy();
    }
}
