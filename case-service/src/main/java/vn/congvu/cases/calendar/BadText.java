package vn.congvu.cases.calendar;

import vn.congvu.contracts.Bilingual;

/** What somebody wrote is no day or no office hours, and why. */
final class BadText extends RuntimeException {
    private final transient Bilingual reason;

    BadText(String vi, String en) {
        super(en);
        this.reason = new Bilingual(vi, en);
    }

    Bilingual reason() {
        return reason;
    }
}
