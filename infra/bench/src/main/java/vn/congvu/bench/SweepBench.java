package vn.congvu.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What it costs to find that nothing is due, by how much is open.
 *
 * <p>A replica and a database for each size, looked at in turns: in every round each size is swept, the next round in the opposite
 * order. What else the machine does meets all sizes alike, and how they compare is asked within each round, not of their averages.
 */
final class SweepBench {
    private static final String SWEEP = "CaseSweep.sweep";

    private SweepBench() {}

    /** @param sweeps of all rounds, in milliseconds and in their order */
    private record Size(int open, RunningCases cases, List<Double> sweeps) {
        void sweep(int times) {
            for (int i = 0; i < times; i++) {
                long began = System.nanoTime();
                cases.sweep(SWEEP);
                sweeps.add((System.nanoTime() - began) / 1e6);
            }
        }

        /** The median of a round. */
        double of(int round, int times) {
            return at(sweeps.subList(round * times, (round + 1) * times), 0.5);
        }
    }

    static void run(Options options, Path province, Figures figures) throws Exception {
        var sizes = new ArrayList<Size>();
        try {
            for (int open : options.sizes().stream().sorted().toList()) {
                var size = new Size(open, RunningCases.start(options.mongodb(), province), new ArrayList<>());
                sizes.add(size);
                long began = System.nanoTime();
                OpenCases.beginWithOne(size.cases()).grow(open);
                System.out.println("  %,d open cases after %.0f s".formatted(open, (System.nanoTime() - began) / 1e9));
            }
            int rounds = options.quick() ? 3 : 60;
            int times = options.quick() ? 2 : 25;
            sizes.forEach(size -> size.sweep(options.quick() ? 2 : 300));
            sizes.forEach(size -> size.sweeps().clear());
            for (int round = 0; round < rounds; round++) {
                (round % 2 == 0 ? sizes : sizes.reversed()).forEach(size -> size.sweep(times));
            }
            tell(sizes, rounds, times, figures);
        } finally {
            for (Size size : sizes) {
                size.cases().close();
            }
        }
    }

    private static void tell(List<Size> sizes, int rounds, int times, Figures figures) {
        var smallest = sizes.getFirst();
        for (Size size : sizes) {
            figures.add(
                    "idle sweep, %,d open cases, median".formatted(size.open()),
                    at(size.sweeps(), 0.5),
                    "ms",
                    "under 10 ms where the store has indexes");
            figures.add("idle sweep, %,d open cases, p95".formatted(size.open()), at(size.sweeps(), 0.95), "ms", "");
            if (size != smallest) {
                var ratios = Stream.iterate(0, round -> round < rounds, round -> round + 1)
                        .map(round -> size.of(round, times) / smallest.of(round, times))
                        .toList();
                figures.add(
                        "idle sweep, %,d against %,d open cases, median of %d rounds"
                                .formatted(size.open(), smallest.open(), rounds),
                        at(ratios, 0.5),
                        "times",
                        "flat: about 1");
            }
        }
    }

    /** The value below which such a part of all lies. */
    private static double at(List<Double> values, double part) {
        var sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(sorted.length * part) - 1];
    }
}
