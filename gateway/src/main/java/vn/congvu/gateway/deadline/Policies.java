package vn.congvu.gateway.deadline;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import vn.congvu.contracts.Bilingual;

/** The case-service's versions of the policy. */
interface Policies {
    /** @param inForce whether what is received now starts under it */
    record Version(
            String id,
            boolean inForce,
            Instant createdAt,
            String createdBy,
            Bilingual name,
            Instant effectiveFrom,
            boolean appliesToOpenCases,
            List<Line> limits,
            List<Integer> warningPercents,
            Limit maxPause,
            int maxPauses,
            int maxExtensions,
            List<Step> ladder,
            Dossiers dossiers) {}

    /** What a new version says; what is absent stays as it was. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Draft(
            Bilingual name,
            @Nullable Instant effectiveFrom,
            boolean appliesToOpenCases,
            List<Line> limits,
            List<Integer> warningPercents,
            Limit maxPause,
            @Nullable Integer maxPauses,
            @Nullable Integer maxExtensions,
            List<Step> ladder,
            Dossiers dossiers) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            String clock,
            @Nullable List<String> kinds,
            @Nullable String severity,
            Limit limit) {}

    /** One of the three. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Limit(
            @Nullable Integer workingDays,
            @Nullable String workingTime,
            @Nullable Integer calendarDays,
            @Nullable Boolean endsOnWorkingDay) {
        /** Hours of working time as people write them: "2.5". */
        public String hours() {
            return String.valueOf(Amount.of(this).amount());
        }
    }

    record Step(String rung, Limit after) {}

    /** @param lastReceipt HH:MM */
    record Dossiers(
            @Nullable Integer warnWorkingDaysBefore,
            @Nullable Integer apologyDaysBefore,
            @Nullable Integer maxReschedules,
            @Nullable String lastReceipt) {}

    @GetExchange("/api/v1/sla-policies")
    List<Version> all();

    @PostExchange("/api/v1/sla-policies/preview")
    Effects preview(@RequestBody Draft draft);

    @PostExchange("/api/v1/sla-policies")
    Version create(@RequestBody Draft draft);
}
