package vn.congvu.bench;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.congvu.contracts.Role;
import vn.congvu.platform.access.Caller;

/** A file of dossiers from its first byte to its last row, then the same file again. */
final class ImportBench {
    private static final Caller ONE_STOP = new Caller("one-stop", Set.of(Role.PROGRAM), null, null);
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String[] AGENCIES = {"SXD", "SYT", "STP", "SCT", "SNNMT"};

    private ImportBench() {}

    static void run(Options options, RunningCases cases, Figures figures) throws Exception {
        var file = file(options.rows(), LocalDate.ofInstant(cases.now(), ZoneOffset.UTC));
        var rows = "%,d dossiers in one file".formatted(options.rows());
        var first = take(cases, file, options.rows());
        figures.add(rows + ", stored and answered", first.answered(), "s", "");
        figures.add(rows + ", all taken", first.taken(), "s", "under 60 s");
        figures.add(
                "of these refused with their reasons",
                first.end().path("rejected").asInt(),
                "",
                "one in 1,000 is wrong");
        var again = take(cases, file, options.rows());
        figures.add(rows + ", the same again", again.taken(), "s", "");
        figures.add("of these unchanged", again.end().path("unchanged").asInt(), "", "");
    }

    private record Taken(double answered, double taken, JsonNode end) {}

    private static Taken take(RunningCases cases, String file, int rows) throws Exception {
        long began = System.nanoTime();
        var answer = cases.post("/api/v1/dossiers/import", ONE_STOP, "text/csv;charset=UTF-8", file);
        if (answer.statusCode() != 202) {
            throw new IllegalStateException("the file was answered with " + answer.statusCode() + ": " + answer.body());
        }
        double answered = seconds(began);
        var address = answer.headers().firstValue("Location").orElseThrow();
        while (System.nanoTime() - began < PATIENCE.toNanos()) {
            var seen = JsonMapper.shared().readTree(cases.get(address, ONE_STOP).body());
            if (seen.path("state").asString().equals("DONE")) {
                return new Taken(answered, seconds(began), seen);
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException(rows + " rows were not taken within " + PATIENCE);
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    private static String file(int rows, LocalDate today) {
        var file = new StringBuilder(
                "code,procedure,field,agency_code,received_at,due_on,state,online,paid_online,applicant_name,applicant_phone\n");
        for (int row = 0; row < rows; row++) {
            file.append(row % 1000 == 999 ? "wrong code " : "H80.01-").append(row);
            file.append(",Cấp giấy phép xây dựng nhà ở riêng lẻ,xay-dung,");
            file.append(AGENCIES[row % AGENCIES.length]).append(',');
            file.append(today.minusDays(row % 5)).append("T09:15:00+07:00,");
            file.append(today.plusDays(7 + row % 40)).append(",received,true,");
            file.append(row % 2 == 0).append(",Người nộp hồ sơ ").append(row);
            file.append(",09").append("%08d".formatted(row)).append('\n');
        }
        return file.toString();
    }
}
