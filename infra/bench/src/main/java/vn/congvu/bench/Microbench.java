package vn.congvu.bench;

import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs a benchmark of JMH on one thread, with what it allocates. */
final class Microbench {
    private Microbench() {}

    static Collection<RunResult> of(Class<?> benchmark, Options options) throws RunnerException {
        var jmh = new OptionsBuilder()
                .include(benchmark.getName())
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
        return new Runner(jmh.build()).run();
    }

    /** The name of the method, in words. */
    static String name(RunResult result) {
        var method = result.getParams().getBenchmark();
        return method.substring(method.lastIndexOf('.') + 1)
                .replaceAll("([A-Z])", " $1")
                .toLowerCase(Locale.ROOT);
    }
}
