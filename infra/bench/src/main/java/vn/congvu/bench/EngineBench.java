package vn.congvu.bench;

import java.util.Locale;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The deadline engine alone. */
final class EngineBench {
    private EngineBench() {}

    static void run(Options options, Figures figures) throws RunnerException {
        var jmh = new OptionsBuilder()
                .include(DeadlineBenchmark.class.getName())
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT)
                .threads(1);
        if (options.quick()) {
            jmh.forks(0)
                    .warmupIterations(1)
                    .warmupTime(TimeValue.milliseconds(5))
                    .measurementIterations(1)
                    .measurementTime(TimeValue.milliseconds(5));
        }
        for (RunResult result : new Runner(jmh.build()).run()) {
            var name = words(result.getParams().getBenchmark());
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

    private static String words(String benchmark) {
        return benchmark
                .substring(benchmark.lastIndexOf('.') + 1)
                .replaceAll("([A-Z])", " $1")
                .toLowerCase(Locale.ROOT);
    }
}
