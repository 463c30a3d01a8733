package vn.congvu.cases.policy;

import java.util.Collection;
import vn.congvu.contracts.Misconduct;

/** How grave a case is, which decides its limits. {@code COMPLEX} is only ever set by people. */
public enum Severity {
    NORMAL,
    COMPLEX,
    HIGH;

    /** {@code HIGH} when corruption is reported, otherwise {@code NORMAL}. */
    public static Severity of(Collection<Misconduct> misconduct) {
        return misconduct.contains(Misconduct.CORRUPTION) ? HIGH : NORMAL;
    }
}
