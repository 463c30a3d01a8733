package vn.congvu.gateway.statistics;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;

/** The case-service's public figures. */
interface Statistics {
    record LeagueTable(
            LocalDate from,
            LocalDate to,
            List<Line> agencies,
            @Nullable List<Month> months) {}

    /** All agencies together in one month. */
    record Month(
            YearMonth month,
            @Nullable Long answered,
            @Nullable Double onTimePercent,
            boolean suppressed) {}

    /** @param suppressed too few answers: a name without numbers */
    record Line(
            String code,
            String name,
            @Nullable Long answered,
            @Nullable Double onTimePercent,
            @Nullable Double medianWorkingDays,
            @Nullable Integer p90WorkingDays,
            @Nullable Long overdueNow,
            @Nullable Long apologies,
            @Nullable Long praise,
            boolean suppressed) {}

    @GetExchange("/api/v1/statistics/agencies")
    LeagueTable agencies(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to);
}
