package vn.congvu.devstack.demo;

import vn.congvu.devstack.play.Gateway.CaseSeen;

/**
 * A complaint that was sent, and where it arrived.
 *
 * @param arrived the case as the rules left it, before anybody touched it
 */
record Told(DemoComplaint complaint, String reference, CaseSeen arrived) {
    /** Where the rules brought it: an agency's code, or triage. */
    String routedTo() {
        return arrived.inTriage() ? DemoComplaint.TRIAGE : arrived.agency();
    }

    boolean routedRight() {
        return routedTo().equals(complaint.expected().agency());
    }

    /** A formal complaint or denunciation goes elsewhere, so no agency is right for it. */
    boolean belongsElsewhere() {
        return complaint.expected().lookalike() != null;
    }
}
