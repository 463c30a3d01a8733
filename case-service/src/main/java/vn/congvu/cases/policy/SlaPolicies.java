package vn.congvu.cases.policy;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** The versions of the policy. */
@Component
public class SlaPolicies {
    /** The version that cases received at this instant start under. */
    public SlaPolicy inForce(Instant at) {
        throw new UnsupportedOperationException();
    }

    /** A version by its id, as a case keeps it. */
    public SlaPolicy version(String id) {
        throw new UnsupportedOperationException();
    }

    /** All versions, the latest first. */
    public List<SlaPolicy> all() {
        throw new UnsupportedOperationException();
    }
}
