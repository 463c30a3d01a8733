package vn.congvu.cases.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.congvu.cases.deadline.LimitText;
import vn.congvu.cases.policy.SlaPolicy.ClockLimit;
import vn.congvu.cases.policy.SlaPolicy.DossierRules;
import vn.congvu.cases.policy.SlaPolicy.Rung;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.ComplaintKind;
import vn.congvu.contracts.SlaClock;

/** A version of the policy as it is written in JSON and stored. In a request what is absent stays as in the version before. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PolicyText(
        @Nullable Bilingual name,
        @Nullable Instant effectiveFrom,
        @Nullable Boolean appliesToOpenCases,
        @Nullable List<ClockText> limits,
        @Nullable List<Integer> warningPercents,
        @Nullable LimitText maxPause,
        @Nullable Integer maxPauses,
        @Nullable Integer maxExtensions,
        @Nullable List<LadderText> ladder,
        @Nullable DossierText dossiers) {

    record ClockText(
            @Nullable SlaClock clock,
            @Nullable Set<ComplaintKind> kinds,
            @Nullable Severity severity,
            @Nullable LimitText limit) {}

    record LadderText(@Nullable Rung rung, @Nullable LimitText after) {}

    /** @param lastReceipt HH:MM */
    record DossierText(
            @Nullable Integer warnWorkingDaysBefore,
            @Nullable Integer apologyDaysBefore,
            @Nullable Integer maxReschedules,
            @Nullable String lastReceipt) {
        private DossierText over(@Nullable DossierText old) {
            return old == null
                    ? this
                    : new DossierText(
                            or(warnWorkingDaysBefore, old.warnWorkingDaysBefore),
                            or(apologyDaysBefore, old.apologyDaysBefore),
                            or(maxReschedules, old.maxReschedules),
                            or(lastReceipt, old.lastReceipt));
        }
    }

    static PolicyText of(SlaPolicy policy) {
        DossierRules dossiers = policy.dossiers();
        return new PolicyText(
                policy.name(),
                policy.effectiveFrom(),
                policy.appliesToOpenCases(),
                policy.limits().stream().map(PolicyText::text).toList(),
                policy.warningPercents(),
                LimitText.of(policy.maxPause()),
                policy.maxPauses(),
                policy.maxExtensions(),
                policy.ladder().stream()
                        .map(step -> new LadderText(step.rung(), LimitText.of(step.after())))
                        .toList(),
                new DossierText(
                        dossiers.warnWorkingDaysBefore(),
                        dossiers.apologyDaysBefore(),
                        dossiers.maxReschedules(),
                        dossiers.lastReceipt().toString()));
    }

    /** This, and where it says nothing what the version before says. */
    PolicyText over(SlaPolicy before, Instant now) {
        PolicyText old = of(before);
        return new PolicyText(
                or(name, old.name),
                effectiveFrom == null ? now : effectiveFrom,
                appliesToOpenCases != null && appliesToOpenCases,
                or(limits, old.limits),
                or(warningPercents, old.warningPercents),
                or(maxPause, old.maxPause),
                or(maxPauses, old.maxPauses),
                or(maxExtensions, old.maxExtensions),
                or(ladder, old.ladder),
                dossiers == null ? old.dossiers : dossiers.over(old.dossiers));
    }

    private static ClockText text(ClockLimit line) {
        return new ClockText(line.clock(), new TreeSet<>(line.kinds()), line.severity(), LimitText.of(line.limit()));
    }

    private static <T> @Nullable T or(@Nullable T given, @Nullable T before) {
        return given == null ? before : given;
    }
}
