package vn.congvu.cases.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.congvu.cases.deadline.Limit;
import vn.congvu.cases.deadline.LimitText;
import vn.congvu.cases.policy.PolicyText.ClockText;
import vn.congvu.contracts.ComplaintKind;
import vn.congvu.contracts.Misconduct;
import vn.congvu.contracts.SlaClock;
import vn.congvu.platform.problem.FieldProblem;

class SlaPolicyTests {
    @ParameterizedTest
    @CsvSource({
        "ACKNOWLEDGE,NORMAL,1",
        "ACCEPT,NORMAL,2",
        "FORWARD,HIGH,5",
        "RESOLVE,NORMAL,10",
        "RESOLVE,HIGH,5",
        "RESOLVE,COMPLEX,20",
        "REOPEN_WINDOW,COMPLEX,10"
    })
    void theProductDefaultIsTheTableOfTheDomain(SlaClock clock, Severity severity, int days) {
        for (ComplaintKind kind : ComplaintKind.values()) {
            assertThat(SlaPolicy.productDefault().limit(clock, kind, severity)).contains(new Limit.WorkingDays(days));
        }
    }

    @Test
    void aPromisedDateHasNoLimitOfItsOwn() {
        assertThat(SlaPolicy.productDefault().limit(SlaClock.PROMISE, ComplaintKind.CONDUCT, Severity.NORMAL))
                .isEmpty();
    }

    @Test
    void corruptionIsGrave() {
        assertThat(Severity.of(Set.of(Misconduct.CORRUPTION, Misconduct.DRESS))).isEqualTo(Severity.HIGH);
        assertThat(Severity.of(Set.of(Misconduct.HARASSMENT))).isEqualTo(Severity.NORMAL);
        assertThat(Severity.of(Set.of())).isEqualTo(Severity.NORMAL);
    }

    @Test
    void readsBackAsItWasWritten() {
        SlaPolicy policy = SlaPolicy.productDefault();
        PolicyCheck.Checked read = PolicyCheck.of(policy.id(), PolicyText.of(policy));
        assertThat(read.problems()).isEmpty();
        assertThat(read.policy()).isEqualTo(policy);
    }

    @Test
    void theMoreSpecialLimitDecidesInWhateverOrderTheyAreWritten() {
        List<ClockText> lines = List.of(
                line(SlaClock.RESOLVE, Set.of(), null, 10),
                line(SlaClock.RESOLVE, Set.of(ComplaintKind.LATE_PROCEDURE), null, 7),
                line(SlaClock.RESOLVE, Set.of(ComplaintKind.LATE_PROCEDURE), Severity.HIGH, 3),
                line(SlaClock.ACKNOWLEDGE, Set.of(), null, 1),
                line(SlaClock.ACCEPT, Set.of(), null, 2),
                line(SlaClock.FORWARD, Set.of(), null, 5),
                line(SlaClock.REOPEN_WINDOW, Set.of(), null, 10));
        PolicyCheck.Checked read = PolicyCheck.of("SLA-2", with(lines));
        assertThat(read.problems()).isEmpty();
        assertThat(read.policy().limit(SlaClock.RESOLVE, ComplaintKind.LATE_PROCEDURE, Severity.HIGH))
                .contains(new Limit.WorkingDays(3));
        assertThat(read.policy().limit(SlaClock.RESOLVE, ComplaintKind.LATE_PROCEDURE, Severity.NORMAL))
                .contains(new Limit.WorkingDays(7));
        assertThat(read.policy().limit(SlaClock.RESOLVE, ComplaintKind.CONDUCT, Severity.HIGH))
                .contains(new Limit.WorkingDays(10));
    }

    @Test
    void negativeEmptyDoubleAndMissingLimitsAreNamed() {
        PolicyCheck.Checked read = PolicyCheck.of(
                "SLA-2",
                with(List.of(
                        line(SlaClock.RESOLVE, Set.of(), null, -10),
                        line(SlaClock.ACCEPT, Set.of(), null, 0),
                        line(SlaClock.ACCEPT, Set.of(), null, 2),
                        new ClockText(null, null, null, null),
                        new ClockText(SlaClock.FORWARD, null, null, null))));
        assertThat(read.problems())
                .extracting(FieldProblem::field)
                .contains(
                        "limits[0].limit",
                        "limits[1].limit",
                        "limits[2]",
                        "limits[3].clock",
                        "limits[4].limit",
                        "limits");
        assertThat(read.problems().getFirst().message().en()).isEqualTo("A limit is not negative.");
    }

    @Test
    void aDossierIsRescheduledAtMostOnce() {
        PolicyText twice = new PolicyText(
                null, null, null, null, null, null, null, null, null, new PolicyText.DossierText(-1, 1, 2, "15:00"));
        PolicyCheck.Checked read =
                PolicyCheck.of("SLA-2", twice.over(SlaPolicy.productDefault(), Instant.parse("2026-03-02T02:00:00Z")));
        assertThat(read.problems())
                .extracting(FieldProblem::field)
                .containsExactlyInAnyOrder("dossiers.warnWorkingDaysBefore", "dossiers.maxReschedules");
    }

    private static ClockText line(SlaClock clock, Set<ComplaintKind> kinds, Severity severity, int days) {
        return new ClockText(clock, kinds, severity, new LimitText(days, null, null, null));
    }

    private static PolicyText with(List<ClockText> limits) {
        PolicyText policy = PolicyText.of(SlaPolicy.productDefault());
        return new PolicyText(
                policy.name(),
                policy.effectiveFrom(),
                true,
                limits,
                policy.warningPercents(),
                policy.maxPause(),
                policy.maxPauses(),
                policy.maxExtensions(),
                policy.ladder(),
                policy.dossiers());
    }
}
