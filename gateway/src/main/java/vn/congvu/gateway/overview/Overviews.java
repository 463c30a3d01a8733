package vn.congvu.gateway.overview;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.service.annotation.GetExchange;
import vn.congvu.contracts.AgencyRef;

/** The case-service's overview. */
interface Overviews {
    record Overview(
            Instant asOf,
            LocalDate from,
            LocalDate to,
            Totals totals,
            @Nullable List<AgencyLine> agencies,
            @Nullable List<Breach> breaches) {}

    record Totals(
            long open,
            long dueToday,
            long overdue,
            long triage,
            long flagged,
            long answeredInTime,
            long answeredLate,
            long apologies,
            long dossiersOverdue) {}

    record AgencyLine(
            String code,
            String name,
            long open,
            long dueToday,
            long overdue,
            long answeredInTime,
            long answeredLate,
            long apologies,
            long dossiersOverdue) {
        boolean anything() {
            return open + overdue + answeredInTime + answeredLate + apologies + dossiersOverdue > 0;
        }
    }

    record Breach(
            String caseId,
            String reference,
            @Nullable AgencyRef agency,
            String clock,
            @Nullable Instant dueAt,
            boolean conflictOfInterest) {}

    @GetExchange("/api/v1/overview")
    Overview now();
}
