package vn.congvu.bench;

import org.openjdk.jmh.runner.RunnerException;

/** What sealing adds to a report. */
final class SealingBench {
    private SealingBench() {}

    static void run(Options options, Figures figures) throws RunnerException {
        for (var result : Microbench.of(SealingBenchmark.class, options)) {
            var name = Microbench.name(result);
            figures.add(
                    "sealing: " + name,
                    result.getPrimaryResult().getScore(),
                    "ms",
                    name.startsWith("a report") ? "under 2 ms" : "");
        }
    }
}
