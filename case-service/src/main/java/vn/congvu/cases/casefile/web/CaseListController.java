package vn.congvu.cases.casefile.web;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.congvu.cases.access.CaseAccess;
import vn.congvu.cases.calendar.WorkCalendars;
import vn.congvu.cases.casefile.CaseFile;
import vn.congvu.cases.casefile.CaseFiles;
import vn.congvu.cases.casefile.CaseState;
import vn.congvu.cases.search.Listing;
import vn.congvu.cases.search.WordCodes;
import vn.congvu.contracts.Reference;
import vn.congvu.platform.access.Caller;
import vn.congvu.platform.audit.AuditAction;
import vn.congvu.platform.audit.AuditEntry.Outcome;
import vn.congvu.platform.audit.AuditTrail;
import vn.congvu.platform.audit.Audited;
import vn.congvu.platform.audit.AuditedAnswer;
import vn.congvu.platform.paging.Page;
import vn.congvu.platform.problem.Problems;

@RestController
@Tag(name = "Cases", description = "Hồ sơ vụ việc: what heads, officers and Home Affairs work on")
class CaseListController {
    private static final Duration SOON = Duration.ofDays(3);
    private static final int COUNTED = 10_000;
    private static final int EXPORT_PAGE = 200;
    private static final Page<CaseRow> LAST = new Page<>(List.of(), null);
    private static final List<String> VIEWS = List.of(
            "inbox", "new", "due-today", "due-soon", "overdue", "waiting", "drafts", "closed", "triage", "unsolved");
    /** The latest first. */
    private static final List<String> ENDED = List.of("closed", "unsolved");

    private final CaseFiles files;
    private final ViewCounts counts;
    private final CaseExport export;
    private final Views views;
    private final WorkCalendars calendars;
    private final WordCodes words;
    private final AuditTrail trail;
    private final Clock clock;

    CaseListController(
            CaseFiles files,
            ViewCounts counts,
            CaseExport export,
            Views views,
            WorkCalendars calendars,
            WordCodes words,
            AuditTrail trail,
            Clock clock) {
        this.files = files;
        this.counts = counts;
        this.export = export;
        this.views = views;
        this.calendars = calendars;
        this.words = words;
        this.trail = trail;
        this.clock = clock;
    }

    /** @param counts of each view, no further than ten thousand; only with the first page, and not where a state is asked for */
    record Cases(
            List<CaseRow> items,
            @Nullable String next,
            @Nullable Map<String, Long> counts) implements AuditedAnswer {}

    @Audited(AuditAction.CASES_LISTED)
    @GetMapping("/api/v1/cases")
    @PreAuthorize("hasAnyRole('AGENCY_HEAD', 'AGENCY_OFFICER', 'TRIAGE', 'MONITOR')")
    @Operation(
            summary = "Cases by what is due first",
            description =
                    "view: inbox (default), new, due-today, due-soon, overdue, waiting, drafts, closed, triage, unsolved. q finds words with and without"
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
        var listing = Listing.by("lookup.sortAt", ENDED.contains(view), size);
        var criteria = new ArrayList<>(asked);
        criteria.add(state == null ? of(view, now) : where("state").is(state));
        listing.after(cursor).ifPresent(criteria::add);
        var found = files.page(criteria, listing.sort(), size + 1);
        var page = listing.page(found, f -> f.lookup().sortAt(), CaseFile::id, f -> views.row(f, caller));
        return new Cases(page.items(), page.next(), cursor == null && state == null ? counts(asked, now) : null);
    }

    @Audited(AuditAction.CASES_EXPORTED)
    @GetMapping("/api/v1/cases/export.csv")
    @PreAuthorize("hasAnyRole('AGENCY_HEAD', 'AGENCY_OFFICER', 'TRIAGE', 'MONITOR')")
    @Operation(summary = "A view as CSV", description = "All its cases, without the reporters' words.")
    void csv(
            Caller caller,
            @RequestParam(defaultValue = "inbox") String view,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String agency,
            HttpServletResponse response)
            throws IOException {
        var all = all(caller, view, q, agency);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=cases.csv");
        export.csv(all, response.getOutputStream());
    }

    @Audited(AuditAction.CASES_EXPORTED)
    @GetMapping("/api/v1/cases/export.xlsx")
    @PreAuthorize("hasAnyRole('AGENCY_HEAD', 'AGENCY_OFFICER', 'TRIAGE', 'MONITOR')")
    @Operation(summary = "A view as a spreadsheet", description = "All its cases, without the reporters' words.")
    void xlsx(
            Caller caller,
            @RequestParam(defaultValue = "inbox") String view,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String agency,
            HttpServletResponse response)
            throws IOException {
        var all = all(caller, view, q, agency);
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader("Content-Disposition", "attachment; filename=cases.xlsx");
        export.xlsx(all, response.getOutputStream());
    }

    /** Page after page, so that never more than one is in memory. */
    private Stream<CaseRow> all(Caller caller, String view, @Nullable String q, @Nullable String agency) {
        var asked = asked(caller, q, agency);
        asked.add(of(view, clock.instant()));
        var listing = Listing.by("lookup.sortAt", ENDED.contains(view), EXPORT_PAGE);
        return Stream.iterate(page(caller, asked, listing, null), page -> page != LAST, page -> {
                    var next = page.next();
                    return next == null ? LAST : page(caller, asked, listing, next);
                })
                .peek(page -> writeDown(caller, page))
                .flatMap(page -> page.items().stream());
    }

    /** Whose cases leave with this page, before it leaves: a breach report names each. */
    private void writeDown(Caller caller, Page<CaseRow> page) {
        var references = page.items().stream().map(CaseRow::reference).toList();
        trail.record(caller, AuditAction.CASES_EXPORTED, Outcome.DONE, references, "rows = " + references.size());
    }

    private Page<CaseRow> page(Caller caller, List<Criteria> asked, Listing listing, @Nullable String cursor) {
        var criteria = new ArrayList<>(asked);
        listing.after(cursor).ifPresent(criteria::add);
        var found = files.page(criteria, listing.sort(), EXPORT_PAGE + 1);
        return listing.page(found, f -> f.lookup().sortAt(), CaseFile::id, f -> views.row(f, caller));
    }

    private List<Criteria> asked(Caller caller, @Nullable String q, @Nullable String agency) {
        var criteria = new ArrayList<Criteria>(List.of(CaseAccess.cases(caller)));
        if (agency != null && !agency.isBlank()) {
            criteria.add(where("lookup.assignedTo").is(agency));
        }
        var reference = q == null ? null : Reference.parse(q).orElse(null);
        if (reference != null) {
            criteria.add(where("report.reference").is(reference.value()));
        } else {
            criteria.addAll(words.asked("lookup.words", q));
        }
        return criteria;
    }

    private Criteria of(String view, Instant now) {
        return switch (view) {
            case "inbox" -> where("lookup.open").is(true);
            case "new" -> where("state").is(CaseState.ASSIGNED);
            case "due-today" -> due().and("lookup.sortAt").gte(now).lt(endOfDay(now));
            case "due-soon" -> due().and("lookup.sortAt").gte(now).lte(now.plus(SOON));
            case "overdue" -> due().and("lookup.sortAt").lt(now);
            case "waiting" -> where("state").is(CaseState.WAITING);
            case "drafts" -> where("lookup.drafted").is(true);
            case "closed" -> where("lookup.open").is(false);
            case "triage" -> where("state").is(CaseState.TRIAGE);
            case "unsolved" -> where("lookup.flagged").is(true).and("state").ne(CaseState.CLOSED);
            default ->
                throw Problems.invalid(
                        "view",
                        "Phải là một trong: " + String.join(", ", VIEWS),
                        "One of: " + String.join(", ", VIEWS));
        };
    }

    private Instant endOfDay(Instant now) {
        var zone = calendars.common().zone();
        return now.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** With a deadline that runs: lists are ordered by it. */
    private static Criteria due() {
        return where("lookup.open").is(true).and("lookup.dueAt").ne(null);
    }

    private Map<String, Long> counts(List<Criteria> asked, Instant now) {
        return counts.of(asked, of("closed", now), now, endOfDay(now), now.plus(SOON), COUNTED);
    }
}
