package vn.congvu.cases.statistics;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.congvu.cases.statistics.Statistics.Period;
import vn.congvu.platform.access.Caller;
import vn.congvu.platform.audit.NotAudited;
import vn.congvu.platform.problem.Problems;

@RestController
@Tag(name = "Statistics")
class StatisticsController {
    private static final int LONGEST = 10 * 366;

    private final Statistics statistics;

    StatisticsController(Statistics statistics) {
        this.statistics = statistics;
    }

    @GetMapping("/api/v1/statistics/agencies")
    @PreAuthorize("permitAll()")
    @Operation(
            summary = "How agencies answer",
            description =
                    "Public. Days as 2026-01-01, both included; this year without them. Agencies with fewer than five"
                            + " answers are named without numbers, and so are months. Praise is counted by itself, in no other"
                            + " figure.")
    LeagueTable agencies(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to) {
        return statistics.league(checked(from, to));
    }

    @NotAudited("figures, no case")
    @GetMapping("/api/v1/overview")
    @PreAuthorize("hasRole('MONITOR')")
    @Operation(summary = "What is open, due and overdue, by agency")
    Overview overview(
            Caller caller,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to) {
        return statistics.overview(checked(from, to), caller);
    }

    @NotAudited("figures, no case")
    @GetMapping("/api/v1/overview/trends")
    @PreAuthorize("hasRole('MONITOR')")
    @Operation(
            summary = "What came in and how it was answered, week by week",
            description = "At most two years at once. By agency, kind of misconduct, channel, and what reporters say.")
    Trends trends(
            Caller caller,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to) {
        var period = checked(from, to);
        if (Trends.tooLong(period.from(), period.to())) {
            throw Problems.invalid("from", "Nhiều nhất hai năm một lần.", "At most two years at once.");
        }
        return statistics.trends(period, caller);
    }

    private Period checked(@Nullable LocalDate from, @Nullable LocalDate to) {
        var period = statistics.period(from, to);
        boolean known = period.from().getYear() >= 1900 && period.to().getYear() < 2200;
        if (!known
                || period.to().isBefore(period.from())
                || ChronoUnit.DAYS.between(period.from(), period.to()) > LONGEST) {
            throw Problems.invalid(
                    "from", "Khoảng thời gian không đúng, dài nhất mười năm.", "Not a period of at most ten years.");
        }
        return period;
    }
}
