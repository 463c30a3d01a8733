package vn.congvu.intake.tracking;

import vn.congvu.contracts.Solved;

/** What a bare number says. */
public final class Scores {
    private Scores() {}

    /** @param score 1 (bad) to 5 (good) */
    public static Solved verdict(int score) {
        if (score >= 4) {
            return Solved.SOLVED;
        }
        return score == 3 ? Solved.PARTLY : Solved.NOT_SOLVED;
    }
}
