package vn.congvu.load;

/** When a suite is warm: three rounds in a row were no faster than the best before, since one or two may be slow by chance. */
final class Warming {
    /** How much faster than the best before a round must be to count as progress. */
    private static final double PROGRESS = 1.08;

    private static final int ROUNDS_WITHOUT = 3;

    private final int mostRounds;
    private double best;
    private int without;
    private int rounds;

    Warming(int mostRounds) {
        this.mostRounds = mostRounds;
    }

    boolean goesOn() {
        return rounds < mostRounds && without < ROUNDS_WITHOUT;
    }

    void round(double perSecond) {
        without = perSecond > best * PROGRESS ? 0 : without + 1;
        best = Math.max(best, perSecond);
        rounds++;
    }

    double best() {
        return best;
    }

    int rounds() {
        return rounds;
    }
}
