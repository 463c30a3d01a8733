package vn.congvu.cases.casefile.web;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.congvu.cases.access.CaseAccess;
import vn.congvu.cases.casefile.CaseFile;
import vn.congvu.cases.casefile.CaseFiles;
import vn.congvu.cases.casefile.CaseState;
import vn.congvu.cases.search.Listing;
import vn.congvu.contracts.Reference;
import vn.congvu.platform.access.Caller;
import vn.congvu.platform.problem.Problems;

@RestController
@Tag(name = "Cases", description = "Hồ sơ vụ việc: what heads, officers and Home Affairs work on")
class CaseListController {
    private static final Duration SOON = Duration.ofDays(3);
    private static final int COUNTED = 10_000;
    private static final List<String> VIEWS = List.of("inbox", "due-soon", "overdue", "waiting", "closed", "triage");

    private final CaseFiles files;
    private final Views views;
    private final Clock clock;

    CaseListController(CaseFiles files, Views views, Clock clock) {
        this.files = files;
        this.views = views;
        this.clock = clock;
    }

    /** @param counts of each view, no further than ten thousand; only with the first page, and not where a state is asked for */
    record Cases(
            List<CaseRow> items,
            @Nullable String next,
            @Nullable Map<String, Long> counts) {}

    @GetMapping("/api/v1/cases")
    @PreAuthorize("hasAnyRole('AGENCY_HEAD', 'AGENCY_OFFICER', 'TRIAGE', 'MONITOR')")
    @Operation(
            summary = "Cases by what is due first",
            description =
                    "view: inbox (default), due-soon, overdue, waiting, closed, triage. q finds words with and without"
                            + " diacritics, by their beginning, and references as people write them.")
    Cases list(
            Caller caller,
            @RequestParam(defaultValue = "inbox") String view,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String agency,
            @RequestParam(required = false) @Nullable CaseState state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int size) {
        var now = clock.instant();
        var asked = new ArrayList<>(asked(caller, q, agency));
        var listing = Listing.by("lookup.sortAt", view.equals("closed"), size);
        var criteria = new ArrayList<>(asked);
        criteria.add(state == null ? of(view, now) : where("state").is(state));
        listing.after(cursor).ifPresent(criteria::add);
        var found = files.page(criteria, listing.sort(), size + 1);
        var page = listing.page(found, f -> f.lookup().sortAt(), CaseFile::id, f -> views.row(f, caller));
        return new Cases(page.items(), page.next(), cursor == null && state == null ? counts(asked, now) : null);
    }

    private static List<Criteria> asked(Caller caller, @Nullable String q, @Nullable String agency) {
        var criteria = new ArrayList<Criteria>(List.of(CaseAccess.cases(caller)));
        if (agency != null && !agency.isBlank()) {
            criteria.add(where("lookup.assignedTo").is(agency));
        }
        var reference = q == null ? null : Reference.parse(q).orElse(null);
        if (reference != null) {
            criteria.add(where("report.reference").is(reference.value()));
        } else {
            criteria.addAll(Listing.words("lookup.words", q));
        }
        return criteria;
    }

    private static Criteria of(String view, Instant now) {
        return switch (view) {
            case "inbox" -> where("lookup.open").is(true);
            case "due-soon" -> due().and("lookup.sortAt").gte(now).lte(now.plus(SOON));
            case "overdue" -> due().and("lookup.sortAt").lt(now);
            case "waiting" -> where("state").is(CaseState.WAITING);
            case "closed" -> where("lookup.open").is(false);
            case "triage" -> where("state").is(CaseState.TRIAGE);
            default ->
                throw Problems.invalid(
                        "view",
                        "Phải là một trong: " + String.join(", ", VIEWS),
                        "One of: " + String.join(", ", VIEWS));
        };
    }

    /** With a deadline that runs: lists are ordered by it. */
    private static Criteria due() {
        return where("lookup.open").is(true).and("lookup.dueAt").ne(null);
    }

    private Map<String, Long> counts(List<Criteria> asked, Instant now) {
        var counts = new LinkedHashMap<String, Long>();
        for (String view : VIEWS) {
            var criteria = new ArrayList<>(asked);
            criteria.add(of(view, now));
            counts.put(view, files.count(criteria, COUNTED));
        }
        return counts;
    }
}
