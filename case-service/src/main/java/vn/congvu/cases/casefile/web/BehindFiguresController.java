package vn.congvu.cases.casefile.web;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
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
import vn.congvu.contracts.Channel;
import vn.congvu.contracts.ComplaintKind;
import vn.congvu.contracts.Misconduct;
import vn.congvu.contracts.Solved;
import vn.congvu.platform.access.Caller;
import vn.congvu.platform.audit.AuditAction;
import vn.congvu.platform.audit.Audited;
import vn.congvu.platform.problem.Problems;

/** The cases behind a figure of the trends: as many as it says, for whoever sees it. */
@RestController
@Tag(name = "Statistics")
class BehindFiguresController {
    private static final int LONGEST_YEARS = 10;

    private final CaseFiles files;
    private final Views views;
    private final WorkCalendars calendars;
    private final Clock clock;

    /** What of a case has to lie in the time that was asked for. */
    private enum Occasion {
        RECEIVED("report.receivedAt", file -> file.report().receivedAt()),
        ANSWERED("lookup.answeredAt", file -> file.lookup().answeredAt()),
        RATED("rating.ratedAt", Occasion::ratedAt);

        private final String field;
        private final Function<CaseFile, @Nullable Instant> at;

        Occasion(String field, Function<CaseFile, @Nullable Instant> at) {
            this.field = field;
            this.at = at;
        }

        private static @Nullable Instant ratedAt(CaseFile file) {
            var rating = file.rating();
            return rating == null ? null : rating.ratedAt();
        }

        Instant of(CaseFile file) {
            var then = at.apply(file);
            return then == null ? file.report().receivedAt() : then;
        }
    }

    BehindFiguresController(CaseFiles files, Views views, WorkCalendars calendars, Clock clock) {
        this.files = files;
        this.views = views;
        this.calendars = calendars;
        this.clock = clock;
    }

    @Audited(AuditAction.CASES_LISTED)
    @GetMapping("/api/v1/overview/cases")
    @PreAuthorize("hasRole('MONITOR')")
    @Operation(
            summary = "The cases behind a figure of the trends, the latest first",
            description =
                    "Received from one day to another, both included (this year without); with misconduct or channel only those. With agency:"
                            + " what that agency answered in the time, as its weeks count it. With solved: the"
                            + " cases whose reporters rated them so in the time.")
    CaseListController.Cases behind(
            Caller caller,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable Misconduct misconduct,
            @RequestParam(required = false) @Nullable Channel channel,
            @RequestParam(required = false) @Nullable String agency,
            @RequestParam(required = false) @Nullable Solved solved,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int size) {
        var by = agency == null || agency.isBlank() ? null : agency;
        var occasion = solved != null ? Occasion.RATED : by != null ? Occasion.ANSWERED : Occasion.RECEIVED;
        var listing = Listing.by(occasion.field, true, size);
        var criteria = new ArrayList<Criteria>(List.of(CaseAccess.cases(caller)));
        if (by != null) {
            criteria.addAll(answeredBy(by));
        }
        if (misconduct != null) {
            criteria.add(where("report.misconducts").is(misconduct));
        }
        if (channel != null) {
            criteria.add(where("report.channel").is(channel));
        }
        if (solved != null) {
            criteria.add(where("rating.solved").is(solved));
        }
        criteria.add(during(listing.field(), from, to));
        listing.after(cursor).ifPresent(criteria::add);
        var found = files.page(criteria, listing.sort(), size + 1);
        var page = listing.page(found, occasion::of, CaseFile::id, file -> views.row(file, caller));
        return new CaseListController.Cases(page.items(), page.next(), null);
    }

    /** What counts as an answer: praise, what was joined to another case and what was handed over do not. */
    private static List<Criteria> answeredBy(String agency) {
        return List.of(
                where("lookup.answeredBy").is(agency),
                where("lookup.mergedInto").is(null),
                where("report.kind").ne(ComplaintKind.PRAISE),
                where("state").ne(CaseState.HANDED_OVER));
    }

    private Criteria during(String field, @Nullable LocalDate asked, @Nullable LocalDate until) {
        var zone = calendars.common().zone();
        var to = until == null ? LocalDate.ofInstant(clock.instant(), zone) : until;
        var from = asked == null ? to.withDayOfYear(1) : asked;
        if (to.isBefore(from) || to.isAfter(from.plusYears(LONGEST_YEARS)) || from.getYear() < 1900) {
            throw Problems.invalid(
                    "from", "Khoảng thời gian không đúng, dài nhất mười năm.", "Not a period of at most ten years.");
        }
        return where(field)
                .gte(from.atStartOfDay(zone).toInstant())
                .lt(to.plusDays(1).atStartOfDay(zone).toInstant());
    }
}
