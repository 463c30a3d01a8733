package vn.congvu.cases.routing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import vn.congvu.cases.directory.Provinces;
import vn.congvu.cases.routing.Routing.Assigned;
import vn.congvu.cases.routing.Routing.ToTriage;
import vn.congvu.contracts.Misconduct;

/**
 * Measures routing and suggestions on the demo complaints; the report is target/routing-report.md. Every third complaint
 * is held out: the word lists were written without looking at it. As it may have been seen since, a second set was written by
 * somebody who had not seen the lists; its first measure stays in the report.
 */
class DemoComplaintTests {
    private static final Path COMPLAINTS = Path.of("../infra/dev-stack/src/main/resources/demo/complaints.json");
    private static final Path SECOND = Path.of("src/test/resources/routing/second-held-out.json");
    /** What the second set gave when it was measured for the first time, before any rule was changed with it in sight. */
    private static final String SECOND_AT_FIRST =
            "| second held-out set, first measured | 54 | 88.9 % | 3.7 % | 7.4 % | 92.6 % | 96.3 % | 100.0 % |";

    private static final LocalDate DAY = LocalDate.of(2026, 11, 16);
    private static final String TRIAGE = "TRIAGE";

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Complaint(
            String id,
            @Nullable String agencyCode,
            @Nullable String communeCode,
            @Nullable String field,
            @Nullable String dossierCode,
            @Nullable Accused accused,
            List<String> texts,
            Expected expected) {
        @JsonIgnoreProperties(ignoreUnknown = true)
        record Accused(boolean head) {}

        @JsonIgnoreProperties(ignoreUnknown = true)
        record Expected(
                String agency,
                List<Misconduct> misconducts,
                @Nullable String kind,
                @Nullable String lookalike) {}

        String text() {
            return String.join("\n", texts);
        }
    }

    record Result(Complaint complaint, String agency, Suggestions suggestions) {
        boolean right() {
            return agency.equals(complaint.expected().agency());
        }

        boolean wrong() {
            return !right() && !agency.equals(TRIAGE);
        }

        boolean misconduct() {
            return suggestions
                    .misconducts()
                    .contains(complaint.expected().misconducts().getFirst());
        }

        boolean kind() {
            var kind = suggestions.kind();
            return String.valueOf(kind).equals(complaint.expected().kind())
                    || kind == null && "CONDUCT".equals(complaint.expected().kind());
        }

        boolean lookalike() {
            var lookalike = complaint.expected().lookalike();
            return suggestions.looksLikeFormalComplaint() == "KHIEU_NAI".equals(lookalike)
                    && suggestions.looksLikeDenunciation() == "TO_CAO".equals(lookalike);
        }
    }

    record Measure(
            String name, int count, double right, double wrong, double misconduct, double kind, double lookalike) {
        static Measure of(String name, List<Result> results) {
            return new Measure(
                    name,
                    results.size(),
                    share(results, Result::right),
                    share(results, Result::wrong),
                    share(results, Result::misconduct),
                    share(results, Result::kind),
                    share(results, Result::lookalike));
        }

        private static double share(List<Result> results, java.util.function.Predicate<Result> what) {
            return 100.0 * results.stream().filter(what).count() / results.size();
        }

        String row() {
            return String.format(
                    Locale.ROOT,
                    "| %s | %d | %.1f %% | %.1f %% | %.1f %% | %.1f %% | %.1f %% | %.1f %% |",
                    name,
                    count,
                    right,
                    wrong,
                    100 - right - wrong,
                    misconduct,
                    kind,
                    lookalike);
        }
    }

    private final Router router = new Router(Provinces.tayNinh());
    private final Suggester suggester = new Suggester();

    @Test
    void findsTheRightAgencyAndMisconduct() throws IOException {
        var results = complaints().stream().map(this::result).toList();
        var heldOut = IntStream.range(0, results.size())
                .filter(i -> i % 3 == 2)
                .mapToObj(results::get)
                .toList();
        var onlyText = complaints().stream()
                .map(DemoComplaintTests::withoutChoices)
                .map(this::result)
                .toList();
        var all = Measure.of("all", results);
        var held = Measure.of("held-out third", heldOut);
        var second = read(SECOND).stream().map(this::result).toList();
        var again = Measure.of("second held-out set, since then", second);
        var everything = new ArrayList<>(results);
        everything.addAll(second);
        report(List.of(all, held, Measure.of("all, by their text alone", onlyText), again), everything);

        for (var measure : List.of(all, held, again)) {
            assertThat(measure.right()).as("right agency, %s", measure.name()).isGreaterThanOrEqualTo(90);
            assertThat(measure.wrong()).as("wrong agency, %s", measure.name()).isLessThanOrEqualTo(2);
            assertThat(measure.misconduct())
                    .as("misconduct, %s", measure.name())
                    .isGreaterThanOrEqualTo(85);
        }
    }

    static List<Complaint> complaints() throws IOException {
        return read(COMPLAINTS);
    }

    private static List<Complaint> read(Path file) throws IOException {
        var mapper = JsonMapper.builder().build();
        return List.of(mapper.readValue(Files.readString(file), Complaint[].class));
    }

    private static Complaint withoutChoices(Complaint c) {
        return new Complaint(c.id(), null, null, null, null, c.accused(), c.texts(), c.expected());
    }

    private Result result(Complaint c) {
        var routing = router.route(new RoutingQuestion(
                c.agencyCode(),
                null,
                null,
                c.dossierCode(),
                c.communeCode(),
                c.field(),
                c.text(),
                c.accused() != null && c.accused().head(),
                DAY,
                0));
        var agency =
                switch (routing) {
                    case Assigned assigned -> assigned.agency().code();
                    case ToTriage triage -> TRIAGE;
                };
        return new Result(c, agency, suggester.suggest(c.text()));
    }

    private static void report(List<Measure> measures, List<Result> results) throws IOException {
        var lines = new ArrayList<String>();
        lines.add(
                "| complaints | count | right agency | wrong agency | to triage | misconduct in first three | kind | khiếu nại, tố cáo |");
        lines.add("|---|---|---|---|---|---|---|---|");
        measures.forEach(m -> lines.add(m.row()));
        lines.add(SECOND_AT_FIRST);
        lines.add("");
        for (int i = 0; i < results.size(); i++) {
            var r = results.get(i);
            if (!r.right() || !r.misconduct() || !r.kind() || !r.lookalike()) {
                var e = r.complaint().expected();
                lines.add("- " + r.complaint().id()
                        + (r.complaint().id().startsWith("d") && i % 3 == 2 ? " (held out)" : "") + ": agency "
                        + r.agency()
                        + " for " + e.agency() + ", " + r.suggestions() + " for " + e.misconducts() + " " + e.kind()
                        + " " + e.lookalike());
            }
        }
        var report = Path.of("target/routing-report.md");
        Files.createDirectories(report.getParent());
        Files.writeString(report, String.join("\n", lines) + "\n");
        System.out.println(String.join("\n", lines));
    }
}
