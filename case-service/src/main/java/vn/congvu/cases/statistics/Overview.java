package vn.congvu.cases.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congvu.contracts.AgencyRef;
import vn.congvu.contracts.SlaClock;

/**
 * What Home Affairs sees first: what is open, what is due, who is late.
 *
 * @param from first day of the time that answers, apologies and praise are counted for
 */
record Overview(
        Instant asOf, LocalDate from, LocalDate to, Totals totals, List<AgencyLine> agencies, List<Breach> breaches) {
    /** @param triage waiting to be sorted */
    record Totals(
            long open,
            long dueToday,
            long overdue,
            long triage,
            long flagged,
            long answeredInTime,
            long answeredLate,
            long apologies,
            long praise,
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
            long praise,
            long dossiersOverdue) {}

    /** An open case whose time has passed, the longest first. */
    record Breach(
            String caseId,
            String reference,
            @Nullable AgencyRef agency,
            SlaClock clock,
            @Nullable Instant dueAt,
            boolean conflictOfInterest) {}
}
