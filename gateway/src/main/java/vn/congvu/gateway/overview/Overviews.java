package vn.congvu.gateway.overview;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import vn.congvu.contracts.AgencyRef;

/** The case-service's overview. */
interface Overviews {
    /** @param pending changes that the figures do not contain yet */
    record Overview(
            Instant asOf,
            @Nullable Long pending,
            LocalDate from,
            LocalDate to,
            Totals totals,
            @Nullable List<AgencyLine> agencies,
            @Nullable List<Breach> breaches) {
        public boolean complete() {
            return pending == null || pending == 0;
        }
    }

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
            long dossiersOverdue) {
        boolean anything() {
            return open + overdue + answeredInTime + answeredLate + apologies + praise + dossiersOverdue > 0;
        }
    }

    record Breach(
            String caseId,
            String reference,
            @Nullable AgencyRef agency,
            String clock,
            @Nullable Instant dueAt,
            boolean conflictOfInterest,
            @Nullable Climbed told,
            @Nullable Climbed next) {}

    /** Who up the ladder was or will be told of a breach, and when. */
    record Climbed(String rung, Instant at) {}

    record Trends(
            @Nullable List<Week> weeks,
            @Nullable List<AgencyWeeks> agencies,
            @Nullable List<Share> misconducts,
            @Nullable List<Share> channels,
            @Nullable Satisfaction satisfaction) {
        /** Whether anything came in or was answered at all. */
        public boolean anything() {
            return weeks != null && weeks.stream().anyMatch(Week::anything);
        }

        /** Without the weeks before the first in which anything happened: they would only push the others aside. */
        Trends fromTheFirst() {
            int empty = weeks == null
                    ? 0
                    : (int) weeks.stream().takeWhile(week -> !week.anything()).count();
            if (weeks == null || agencies == null || empty == 0) {
                return this;
            }
            return new Trends(
                    weeks.subList(empty, weeks.size()),
                    agencies.stream().map(line -> line.without(empty)).toList(),
                    misconducts,
                    channels,
                    satisfaction);
        }
    }

    record Week(LocalDate monday, long received, long answeredInTime, long answeredLate) {
        /** Of the days that are counted: the first week may be cut off. */
        public LocalDate first(LocalDate from) {
            return monday.isBefore(from) ? from : monday;
        }

        /** Of the days that are counted: the last week may be cut off. */
        public LocalDate last(LocalDate to) {
            var sunday = monday.plusDays(6);
            return sunday.isAfter(to) ? to : sunday;
        }

        boolean anything() {
            return received + answeredInTime + answeredLate > 0;
        }
    }

    record AgencyWeeks(String code, String name, List<Cell> weeks) {
        AgencyWeeks without(int first) {
            return new AgencyWeeks(code, name, weeks.subList(Math.min(first, weeks.size()), weeks.size()));
        }
    }

    record Cell(long inTime, long late) {
        /** A colour of the style sheet: the darker, the more of the week's answers came late. */
        public String heat() {
            long all = inTime + late;
            return all == 0 ? "" : late == 0 ? "heat-0" : "heat-" + (1 + Math.min(2, late * 3 / all));
        }
    }

    record Share(String code, long count) {}

    record Satisfaction(
            long solved,
            long partly,
            long notSolved,
            @Nullable Double averageScore) {}

    @GetExchange("/api/v1/overview")
    Overview during(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to);

    @GetExchange("/api/v1/overview/trends")
    Trends trends(@RequestParam LocalDate from, @RequestParam LocalDate to);
}
