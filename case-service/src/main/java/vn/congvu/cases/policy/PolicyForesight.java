package vn.congvu.cases.policy;

import java.time.Duration;
import vn.congvu.cases.calendar.Foresight;

/** Tells which open deadlines a version of the policy would move, before it is made. Whoever keeps deadlines implements it. */
public interface PolicyForesight extends Foresight {
    /**
     * The effect of a policy that applies to open cases.
     *
     * @param patience how long it may look
     */
    Effect ifPolicyWere(SlaPolicy policy, Duration patience);
}
