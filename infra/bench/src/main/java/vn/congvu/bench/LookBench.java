package vn.congvu.bench;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * How long people wait for a page: through the gateway of a whole suite, each part a process of its own, on this machine. The
 * cases are put into the store of that suite.
 */
final class LookBench {
    private static final String HEAD = "head.sxd";
    private static final String MONITOR = "monitor";
    private static final String INBOX_GOAL = "p95 under 300 ms";
    private static final String USAGE = "RUN-DIR [--quick] [--lean] [--cases N,N,...]";
    private static final String OVERVIEW_GOAL = "p95 under 500 ms";

    private final Asked asked;
    private final Figures figures = new Figures();
    private final Growth growth = new Growth();

    private LookBench(Asked asked) {
        this.asked = asked;
    }

    /**
     * What to measure.
     *
     * @param runDir of the running suite
     * @param inbox open cases of one head
     * @param sizes how many cases are in the store, one after the other, those of the head counted
     * @param people who look at the same time
     * @param times each page is looked at
     * @param lean closed cases are put in without their words and what happened to them, so that more fit into memory; only what
     *     counts or lists open ones is looked at then
     * @param database a server's address instead of the suite's embedded store, or empty
     */
    record Asked(
            Path runDir,
            int inbox,
            List<Integer> sizes,
            int people,
            int times,
            boolean lean,
            String database,
            Path out) {
        static Asked of(List<String> words, String server, Path out) {
            if (words.isEmpty()) {
                throw new IllegalArgumentException(USAGE);
            }
            var options = new ArrayList<>(words.subList(1, words.size()));
            var quick = options.remove("--quick");
            var lean = options.remove("--lean");
            var sizes = List.of(quick ? 300 : server.isEmpty() ? 50_000 : 1_000_000);
            int named = options.indexOf("--cases");
            if (named >= 0 && named + 1 < options.size()) {
                sizes = Arrays.stream(options.remove(named + 1).split(","))
                        .map(Integer::valueOf)
                        .toList();
                options.remove(named);
            }
            if (!options.isEmpty()) {
                throw new IllegalArgumentException("I don't know " + options.getFirst() + ": " + USAGE);
            }
            return new Asked(
                    Path.of(words.getFirst()),
                    quick ? 100 : 10_000,
                    sizes,
                    quick ? 2 : 4,
                    quick ? 8 : 400,
                    lean,
                    server,
                    out);
        }
    }

    static void main(String[] words) throws Exception {
        var server = System.getenv().getOrDefault("BENCH_MONGODB_URI", "");
        var out = Path.of(System.getProperty("bench.root", ".")).resolve("infra/bench/target/look-figures");
        var bench = new LookBench(Asked.of(List.of(words), server, out));
        bench.run();
        System.exit(0);
    }

    private void run() throws Exception {
        var ports = new Properties();
        try (var in = Files.newInputStream(asked.runDir().resolve("ports.properties"))) {
            ports.load(in);
        }
        var gateway = URI.create("http://127.0.0.1:" + ports.getProperty("gateway"));
        var database =
                asked.database().isEmpty() ? "mongodb://127.0.0.1:" + ports.getProperty("mongodb") : asked.database();
        var citizen = new Looker(gateway);
        var receipt = citizen.report("Cán bộ Sở Xây dựng tiếp dân nói năng thô lỗ, bắt người dân chờ cả buổi sáng.");
        var head = new Looker(gateway).signIn(HEAD);
        var monitor = new Looker(gateway).signIn(MONITOR);
        try (var store = StoredCases.like(database, receipt.reference(), asked.lean())) {
            store.fillInbox(asked.inbox());
            System.out.printf("  %,d open cases of one head%n", asked.inbox());
            if (!asked.lean()) {
                inbox(head, citizen, receipt, store);
            }
            for (int size : asked.sizes()) {
                long filling = System.nanoTime();
                store.fillEverywhere(size);
                long began = System.nanoTime();
                System.out.printf(
                        "  %,d cases of all agencies, put in in %d s%n", size, (began - filling) / 1_000_000_000);
                whileCounting(size, monitor);
                store.awaitCounted();
                monitor.awaitText("/staff/overview", store.openAsShown());
                figures.add(
                        "%,d cases in the store: until the overview counts each".formatted(size),
                        (System.nanoTime() - began) / 1e9,
                        "s",
                        "");
                everywhere(size, head, monitor, citizen);
            }
        }
        var machine =
                Machine.describe(asked.database().isEmpty() ? "embedded, in a process of its own" : "a MongoDB server");
        figures.write(asked.out(), machine);
        if (growth.isLine()) {
            growth.draw(asked.out().resolve("growth.png"));
        }
        System.out.println();
        System.out.print(figures.table(machine));
    }

    private void inbox(Looker head, Looker citizen, Looker.Receipt receipt, StoredCases store) throws Exception {
        var of = " of %,d open cases".formatted(asked.inbox());
        measure("a head's inbox" + of, INBOX_GOAL, () -> head.get("/staff/cases", "rows"));
        measure("the same, overdue" + of, INBOX_GOAL, () -> head.get("/staff/cases?view=overdue", "rows"));
        measure(
                "the same, searched for two words that all have" + of,
                "",
                () -> head.get("/staff/cases?q=tho+lo", "rows"));
        measure("its counts alone, as the page asks for them", "", () -> head.get("/staff/cases/counts", "views"));
        var one = "/staff/cases/" + store.someCase();
        measure("a case", "", () -> head.get(one, "timeline"));
        measure("a citizen's tracking, the code checked", "", () -> citizen.track(receipt));
    }

    private void everywhere(int size, Looker head, Looker monitor, Looker citizen) throws Exception {
        measure("the overview of Home Affairs", size, OVERVIEW_GOAL, () -> monitor.get("/staff/overview", "tiles"));
        measure("the inbox of Home Affairs", size, INBOX_GOAL, () -> monitor.get("/staff/cases", "rows"));
        measure("the public league table", size, OVERVIEW_GOAL, () -> citizen.get("/thong-ke", "league"));
        if (asked.lean()) {
            return;
        }
        measure("a head's inbox", size, INBOX_GOAL, () -> head.get("/staff/cases", "rows"));
        measure("the public board", size, "", () -> citizen.get("/xin-loi", "<main"));
        measure("the form", size, "", () -> citizen.get("/phan-anh", "report"));
    }

    private void measure(String page, int size, String goal, Callable<Integer> look) throws Exception {
        growth.add(page, size, measure(page + " over %,d cases".formatted(size), goal, look));
    }

    /** Right after so many came in at once, before they are counted. */
    private void whileCounting(int size, Looker monitor) throws Exception {
        long began = System.nanoTime();
        monitor.get("/staff/overview", "tiles");
        figures.add(
                "the overview over %,d cases, the first look after they came in".formatted(size),
                (System.nanoTime() - began) / 1e6,
                "ms",
                "");
    }

    /**
     * Each of some people looks again and again; what was cold before is warm by then.
     *
     * @return the 95th percentile in milliseconds
     */
    private double measure(String what, String goal, Callable<Integer> look) throws Exception {
        int bytes = look.call();
        times(look, Math.max(1, asked.times() / 4));
        var nanos = times(look, asked.times());
        figures.add(what + ", p50", at(nanos, 0.5), "ms", "");
        figures.add(what + ", p95", at(nanos, 0.95), "ms", goal);
        figures.add(what + ", p99", at(nanos, 0.99), "ms", "");
        figures.add(what + ", size", bytes / 1024.0, "KiB", "");
        return at(nanos, 0.95);
    }

    private long[] times(Callable<Integer> look, int times) throws Exception {
        var people = new ArrayList<Future<long[]>>();
        try (var rooms = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int person = 0; person < asked.people(); person++) {
                people.add(rooms.submit(() -> {
                    var nanos = new long[Math.max(1, times / asked.people())];
                    for (int i = 0; i < nanos.length; i++) {
                        long began = System.nanoTime();
                        look.call();
                        nanos[i] = System.nanoTime() - began;
                    }
                    return nanos;
                }));
            }
        }
        var all = new ArrayList<long[]>();
        for (var one : people) {
            all.add(one.get());
        }
        return all.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    }

    private static double at(long[] sorted, double share) {
        return sorted[(int) Math.ceil(sorted.length * share) - 1] / 1e6;
    }
}
