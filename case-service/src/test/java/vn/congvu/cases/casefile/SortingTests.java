package vn.congvu.cases.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.congvu.cases.casefile.Situations.WORDS;
import static vn.congvu.cases.casefile.Situations.accept;
import static vn.congvu.cases.casefile.Situations.answer;
import static vn.congvu.cases.casefile.Situations.at;
import static vn.congvu.cases.casefile.Situations.day;
import static vn.congvu.cases.casefile.Situations.refuse;
import static vn.congvu.cases.casefile.Situations.report;
import static vn.congvu.cases.casefile.Situations.to;
import static vn.congvu.contracts.SlaClock.FORWARD;
import static vn.congvu.contracts.SlaClock.RESOLVE;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.congvu.cases.casefile.CaseCommand.AnswerWithTarget;
import vn.congvu.cases.casefile.CaseCommand.ForwardCase;
import vn.congvu.cases.casefile.CaseCommand.HandOverCase;
import vn.congvu.cases.casefile.CaseCommand.JoinCase;
import vn.congvu.cases.casefile.CaseCommand.MergeCase;
import vn.congvu.cases.casefile.CaseCommand.SplitCase;
import vn.congvu.cases.casefile.Decision.Refusal;
import vn.congvu.cases.policy.Severity;
import vn.congvu.cases.routing.Routing;
import vn.congvu.cases.watch.Watch;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.ComplaintKind;
import vn.congvu.contracts.Misconduct;
import vn.congvu.contracts.cases.CaseAnswered;
import vn.congvu.contracts.cases.CaseAssigned;
import vn.congvu.contracts.cases.CaseForwarded;
import vn.congvu.contracts.cases.CaseHandedOver;
import vn.congvu.contracts.cases.CaseMerged;
import vn.congvu.contracts.cases.CaseSentToTriage;
import vn.congvu.contracts.cases.CaseSplit;

class SortingTests {
    private static final Instant WEDNESDAY = day(4, 9);

    @Test
    void theAccusedHeadsCaseGoesToTheSuperiorAndIsHiddenFromTheAgency() {
        var file = Situations.opened(report(ComplaintKind.CONDUCT), Situations.aboveBuilding(), true);

        assertThat(file.lookup().assignedTo()).isEqualTo("UBT");
        assertThat(file.lookup().hiddenFrom()).containsExactly("SXD");
        assertThat(file.history()).extracting(e -> e.what().vi()).anyMatch(line -> line.contains("người đứng đầu"));
    }

    @Test
    void whatNoRuleFoundWaitsForHomeAffairsWithinTheForwardingLimit() {
        var file = Situations.inTriage();

        assertThat(file.state()).isEqualTo(CaseState.TRIAGE);
        assertThat(file.lookup().dueAt()).isEqualTo(day(9, 17));
        assertThat(file.watch(RESOLVE)).isEmpty();
    }

    @Test
    void triageAssignsWithoutUsingUpTheAgencysTransfer() {
        var sorted = accept(
                Situations.inTriage(),
                new ForwardCase(to("SYT").agency().ref(), to("SYT"), WORDS, null, List.of(), null),
                WEDNESDAY);

        assertThat(sorted.next().transfers()).isZero();
        assertThat(sorted.next().lookup().assignedTo()).isEqualTo("SYT");
        assertThat(sorted.events()).hasExactlyElementsOfTypes(CaseAssigned.class);
        assertThat(sorted.next().watch(RESOLVE)).map(Watch::startedAt).contains(WEDNESDAY);
        assertThat(sorted.next().watch(FORWARD)).map(Watch::stopped).contains(true);
    }

    @Test
    void triageSaysHowGraveItIs() {
        var sorted = accept(
                Situations.inTriage(),
                new ForwardCase(to("SYT").agency().ref(), to("SYT"), WORDS, null, List.of(Misconduct.CORRUPTION), null),
                WEDNESDAY);

        assertThat(sorted.next().report().severity()).isEqualTo(Severity.HIGH);
        assertThat(sorted.next().lookup().dueAt()).isEqualTo(day(11, 17));
    }

    @Test
    void anAgencyPassesItOnOnce() {
        var passed = forward(Situations.assigned(), "SYT");

        assertThat(passed.events()).hasExactlyElementsOfTypes(CaseForwarded.class, CaseAssigned.class);
        assertThat(passed.next().transfers()).isEqualTo(1);
        assertThat(passed.next().lookup().assignedTo()).isEqualTo("SYT");
    }

    @Test
    void aSecondTransferGoesToTriage() {
        var once = forward(Situations.assigned(), "SYT").next();
        var twice = accept(
                once,
                new ForwardCase(to("SCT").agency().ref(), Situations.unclear(), WORDS, null, List.of(), null),
                day(5, 9));

        assertThat(twice.next().state()).isEqualTo(CaseState.TRIAGE);
        assertThat(twice.next().handling()).isNull();
        assertThat(twice.events()).hasExactlyElementsOfTypes(CaseSentToTriage.class);
        assertThat(twice.next().lookup().dueAt()).isEqualTo(day(12, 17));
    }

    @Test
    void anAgencyDoesNotPassItToItself() {
        assertThat(refuse(Situations.assigned(), forwardTo("SXD", to("SXD")), WEDNESDAY))
                .isEqualTo(Refusal.SAME_AGENCY);
    }

    @Test
    void aDuplicateEndsAndIsAnsweredWithTheOther() {
        var merged = accept(Situations.inTriage(), new MergeCase("other", "OTHER"), WEDNESDAY);
        assertThat(merged.next().state()).isEqualTo(CaseState.MERGED);
        assertThat(merged.next().lookup().open()).isFalse();
        assertThat(merged.events()).hasExactlyElementsOfTypes(CaseMerged.class);

        var answer = Situations.answered().answer().orElseThrow();
        var told = accept(merged.next(), new AnswerWithTarget(answer), day(9, 9));
        assertThat(told.events()).hasExactlyElementsOfTypes(CaseAnswered.class);
        assertThat(refuse(told.next(), new AnswerWithTarget(answer), day(9, 10)))
                .isEqualTo(Refusal.NOTHING_TO_DO);
    }

    @Test
    void nothingIsJoinedToAnEndedCase() {
        assertThat(refuse(Situations.answered(), new JoinCase("other", "OTHER", Set.of()), WEDNESDAY))
                .isEqualTo(Refusal.TARGET_NOT_OPEN);
    }

    @Test
    void whomAReportAccusesDoesNotAnswerItByWayOfAnotherCase() {
        var aboutTheHead = new JoinCase("other", "OTHER", Set.of("SXD"));

        assertThat(refuse(Situations.accepted(), aboutTheHead, WEDNESDAY)).isEqualTo(Refusal.ACCUSED_WOULD_ANSWER);
        var elsewhere = accept(forward(Situations.assigned(), "SYT").next(), aboutTheHead, WEDNESDAY)
                .next();
        assertThat(elsewhere.lookup().hiddenFrom())
                .as("nor is the case that stays passed on to them")
                .contains("SXD");
    }

    @Test
    void aCaseThatTookDuplicatesIsNotJoinedItself() {
        var joined = accept(Situations.accepted(), new JoinCase("other", "OTHER", Set.of()), WEDNESDAY)
                .next();

        assertThat(refuse(joined, new MergeCase("third", "THIRD"), WEDNESDAY)).isEqualTo(Refusal.HAS_JOINED_CASES);
        assertThat(accept(joined, answer(), WEDNESDAY).next().todo()).hasSize(1);
    }

    @Test
    void aSecondMatterGetsACaseOfItsOwn() {
        var split =
                accept(Situations.accepted(), new SplitCase(WORDS, "SYT", ComplaintKind.SUGGESTION, false), WEDNESDAY);

        assertThat(split.next().parts()).singleElement().satisfies(part -> assertThat(part.caseId())
                .isEqualTo("complaint-1-2"));
        assertThat(split.next().lookup().nextDueAt()).isEqualTo(WEDNESDAY);
        assertThat(split.events()).hasExactlyElementsOfTypes(CaseSplit.class);
    }

    @Test
    void whatBelongsElsewhereIsHandedOverAndNotCountedAsAnswered() {
        var handed = accept(
                Situations.inTriage(),
                new HandOverCase(new Bilingual("Thanh tra tỉnh", "Provincial Inspectorate"), WORDS, true),
                WEDNESDAY);

        assertThat(handed.next().state()).isEqualTo(CaseState.HANDED_OVER);
        assertThat(handed.next().lookup().answeredAt()).isNull();
        assertThat(handed.next().lookup().nextDueAt()).isNull();
        assertThat(handed.events()).hasExactlyElementsOfTypes(CaseHandedOver.class);
    }

    @Test
    void anAgencyHandsOverWithinTheForwardingLimitAndLaterOnlyHomeAffairsDoes() {
        var inspectorate = new Bilingual("Thanh tra tỉnh", "Provincial Inspectorate");
        var byTheHead = new HandOverCase(inspectorate, WORDS, false);
        var lastInstant = day(9, 17);

        assertThat(accept(Situations.accepted(), byTheHead, lastInstant).next().state())
                .isEqualTo(CaseState.HANDED_OVER);
        assertThat(refuse(Situations.accepted(), byTheHead, lastInstant.plusSeconds(1)))
                .isEqualTo(Refusal.TOO_LATE_TO_HAND_OVER);
        var byHomeAffairs = new HandOverCase(inspectorate, WORDS, true);
        assertThat(accept(Situations.accepted(), byHomeAffairs, day(10, 9))
                        .next()
                        .state())
                .isEqualTo(CaseState.HANDED_OVER);
    }

    @Test
    void aPartIsHiddenFromWhomeverTheWholeIsHiddenFrom() {
        var whole =
                split(Situations.opened(report(ComplaintKind.CONDUCT), Situations.aboveBuilding(), true), "SXD", false);

        var routing = Parts.routing(
                whole, whole.parts().getFirst(), to("SXD"), at(WEDNESDAY).directory());

        assertThat(routing).isInstanceOfSatisfying(Routing.Assigned.class, above -> {
            assertThat(above.agency().code()).isEqualTo("UBT");
            assertThat(above.hiddenFromAgencies()).contains("SXD");
        });
    }

    @Test
    void splittingIsNoSecondTransfer() {
        var once = forward(Situations.assigned(), "SYT").next();
        var byTheAgency = split(once, "SCT", false);
        var byHomeAffairs = split(once, "SCT", true);
        var itsOwn = split(once, "SYT", false);
        var first = split(Situations.assigned(), "SCT", false);
        var today = at(WEDNESDAY).directory();

        assertThat(Parts.routing(byTheAgency, byTheAgency.parts().getFirst(), to("SCT"), today))
                .isInstanceOf(Routing.ToTriage.class);
        assertThat(Parts.routing(byHomeAffairs, byHomeAffairs.parts().getFirst(), to("SCT"), today))
                .isEqualTo(to("SCT"));
        assertThat(Parts.routing(itsOwn, itsOwn.parts().getFirst(), to("SYT"), today))
                .isEqualTo(to("SYT"));
        assertThat(Parts.routing(first, first.parts().getFirst(), to("SCT"), today))
                .isEqualTo(to("SCT"));
    }

    private static CaseFile split(CaseFile file, String agency, boolean bySorter) {
        return accept(file, new SplitCase(WORDS, agency, ComplaintKind.CONDUCT, bySorter), WEDNESDAY)
                .next();
    }

    private static Decision.Accepted forward(CaseFile file, String agency) {
        return accept(file, forwardTo(agency, to(agency)), WEDNESDAY);
    }

    private static ForwardCase forwardTo(String agency, Routing routing) {
        return new ForwardCase(to(agency).agency().ref(), routing, WORDS, null, List.of(), null);
    }
}
