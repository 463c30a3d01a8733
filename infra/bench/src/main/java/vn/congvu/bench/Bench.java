package vn.congvu.bench;

import java.nio.file.Path;
import java.util.List;
import org.openjdk.jmh.runner.BenchmarkList;
import vn.congvu.bench.Options.Part;
import vn.congvu.bench.Options.Unknown;

/** Measures what is asked for, prints a table and writes it down. */
final class Bench {
    private Bench() {}

    static void main(String[] words) throws Exception {
        if (List.of(words).contains("--help")) {
            System.out.print(Options.USAGE);
            return;
        }
        var root = Path.of(System.getProperty("bench.root", "."));
        try {
            var options =
                    Options.of(List.of(words), System.getenv("BENCH_MONGODB_URI"), root.resolve("infra/bench/target"));
            var figures = run(options, root.resolve("infra/dev-stack/src/main/resources/provinces/tay-ninh"));
            System.out.println("Written to " + options.out().resolve("bench.md") + " and bench.json, "
                    + figures.all().size() + " figures.");
        } catch (Unknown unknown) {
            System.err.println(unknown.getMessage());
            System.exit(2);
        }
        System.exit(0);
    }

    static Figures run(Options options, Path province) throws Exception {
        var figures = new Figures();
        var store = "none";
        if (options.parts().contains(Part.ENGINE)) {
            System.out.println("The engine");
            EngineBench.run(options, figures);
        }
        if (options.parts().contains(Part.SEALING)) {
            System.out.println("Sealing");
            SealingBench.run(options, figures);
        }
        if (options.parts().stream().anyMatch(part -> part != Part.ENGINE && part != Part.SEALING)) {
            try (var cases = RunningCases.start(options.mongodb(), province)) {
                store = cases.store();
                service(options, cases, province, figures);
            }
        }
        var machine = Machine.describe(store);
        machine.put("JMH", String.valueOf(BenchmarkList.class.getPackage().getImplementationVersion()));
        figures.write(options.out(), machine);
        System.out.println();
        System.out.print(figures.table(machine));
        return figures;
    }

    private static void service(Options options, RunningCases cases, Path province, Figures figures) throws Exception {
        if (options.parts().contains(Part.IMPORT)) {
            System.out.println("A large file");
            ImportBench.run(options, cases, figures);
        }
        if (options.parts().contains(Part.MINUTE)) {
            System.out.println("Deadlines in the same minute");
            MinuteBench.run(options, cases, OpenCases.beginWithOne(cases), figures);
        }
        if (options.parts().contains(Part.SWEEP)) {
            System.out.println("The idle sweep");
            SweepBench.run(options, province, figures);
        }
    }
}
