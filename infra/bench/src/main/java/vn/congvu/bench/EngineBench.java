package vn.congvu.bench;

import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.RunnerException;

/** The deadline engine alone. */
final class EngineBench {
    private EngineBench() {}

    static void run(Options options, Figures figures) throws RunnerException {
        for (RunResult result : Microbench.of(DeadlineBenchmark.class, options)) {
            var name = Microbench.name(result);
            boolean aim = name.equals("ten working days");
            figures.add(
                    name,
                    result.getPrimaryResult().getScore(),
                    "deadlines/s",
                    aim ? "at least 200,000 on one core" : "");
            result.getSecondaryResults().entrySet().stream()
                    .filter(each -> each.getKey().endsWith("gc.alloc.rate.norm"))
                    .findFirst()
                    .ifPresent(each -> figures.add(
                            name + ", allocated",
                            each.getValue().getScore(),
                            "bytes each",
                            aim ? "at most 1,024" : ""));
        }
    }
}
