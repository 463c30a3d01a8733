package vn.congvu.bench;

import java.util.Arrays;

/** What it costs to find that nothing is due, by how much is open. */
final class SweepBench {
    private static final String SWEEP = "CaseSweep.sweep";

    private SweepBench() {}

    static void run(Options options, RunningCases cases, OpenCases open, Figures figures) {
        for (int size : options.sizes()) {
            open.grow(size);
            times(cases, options.quick() ? 2 : 50);
            var nanos = times(cases, options.quick() ? 3 : 200);
            figures.add(
                    "idle sweep, %,d open cases, median".formatted(size),
                    nanos[nanos.length / 2] / 1e6,
                    "ms",
                    "under 10 ms and flat where the store has indexes");
            figures.add(
                    "idle sweep, %,d open cases, p99".formatted(size),
                    nanos[(int) Math.ceil(nanos.length * 0.99) - 1] / 1e6,
                    "ms",
                    "");
        }
    }

    private static long[] times(RunningCases cases, int times) {
        var nanos = new long[times];
        for (int i = 0; i < times; i++) {
            long began = System.nanoTime();
            cases.sweep(SWEEP);
            nanos[i] = System.nanoTime() - began;
        }
        Arrays.sort(nanos);
        return nanos;
    }
}
