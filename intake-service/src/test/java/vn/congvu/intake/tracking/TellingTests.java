package vn.congvu.intake.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.congvu.contracts.AgencyRef;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.Channel;
import vn.congvu.contracts.ComplaintKind;
import vn.congvu.contracts.Finding;
import vn.congvu.contracts.Language;
import vn.congvu.contracts.Office;
import vn.congvu.contracts.Reporter;
import vn.congvu.contracts.SealedText;
import vn.congvu.contracts.SlaClock;
import vn.congvu.contracts.cases.BreachEscalated;
import vn.congvu.contracts.cases.CaseAccepted;
import vn.congvu.contracts.cases.CaseAnswered;
import vn.congvu.contracts.cases.CaseAssigned;
import vn.congvu.contracts.cases.CaseClosed;
import vn.congvu.contracts.cases.CaseExtended;
import vn.congvu.contracts.cases.CaseForwarded;
import vn.congvu.contracts.cases.CaseHandedOver;
import vn.congvu.contracts.cases.CaseMerged;
import vn.congvu.contracts.cases.CaseMoved;
import vn.congvu.contracts.cases.CaseReopened;
import vn.congvu.contracts.cases.CaseSentToTriage;
import vn.congvu.contracts.cases.CaseSplit;
import vn.congvu.contracts.cases.CaseUnmerged;
import vn.congvu.contracts.cases.CaseWithdrawn;
import vn.congvu.contracts.cases.DeadlineBreached;
import vn.congvu.contracts.cases.DeadlineMoved;
import vn.congvu.contracts.cases.QuestionAnswered;
import vn.congvu.contracts.cases.QuestionAsked;
import vn.congvu.contracts.cases.ReopeningRefused;
import vn.congvu.contracts.cases.Subject;

class TellingTests {
    private static final String CASE = "case";
    private static final String COMPLAINT = "complaint";
    private static final String REFERENCE = "7K3F9QXM2D";
    private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");
    private static final Instant DUE = NOW.plus(Duration.ofDays(14));
    private static final AgencyRef CONSTRUCTION = new AgencyRef("SXD", "Sở Xây dựng");
    private static final AgencyRef FINANCE = new AgencyRef("STC", "Sở Tài chính");
    private static final Office HEAD = new Office("AGENCY_HEAD", "SXD", "Giám đốc Sở Xây dựng", null);
    private static final Reporter NOBODY = new Reporter(null, Channel.WEB, Language.VI);
    private static final SealedText WORDS = new SealedText("words");
    private static final Bilingual WHY = new Bilingual("Vì lẽ đó", "For this reason");

    @Test
    void triageHasNoAgency() {
        var told = Telling.sentToTriage(
                assigned(false), new CaseSentToTriage(CASE, COMPLAINT, REFERENCE, List.of(WHY), NOW));

        assertThat(told.state()).isEqualTo(CaseState.IN_TRIAGE);
        assertThat(told.isWith("SXD")).isFalse();
        assertThat(told.timeline()).extracting(Progress.Entry::text).contains(WHY);
    }

    @Test
    void anAssignmentNamesOfficeAgencyDateAndReasons() {
        var told = assigned(false);

        assertThat(told.state()).isEqualTo(CaseState.ASSIGNED);
        assertThat(told.dueAt()).isEqualTo(DUE);
        assertThat(words(told)).contains("Giám đốc Sở Xây dựng (Sở Xây dựng), hạn trả lời 09:00 ngày 16/03/2026");
        assertThat(words(told)).contains("Vì lẽ đó").doesNotContain("cấp trên");
    }

    @Test
    void saysThatTheSuperiorAnswersForTheHead() {
        assertThat(words(assigned(true))).contains("cấp trên trực tiếp trả lời");
    }

    @Test
    void aCaseGoesItsWay() {
        var accepted = Telling.accepted(
                assigned(false), new CaseAccepted(CASE, COMPLAINT, REFERENCE, CONSTRUCTION, NOW, null));
        var asked =
                Telling.asked(accepted, new QuestionAsked(CASE, COMPLAINT, REFERENCE, "q", WORDS, NOW, DUE, NOBODY));
        var resumed =
                Telling.resumed(asked, new QuestionAnswered(CASE, COMPLAINT, REFERENCE, NOW, DUE.plusSeconds(60)));
        var answered = Telling.answered(resumed, answer(CASE));
        var reopened = Telling.reopened(
                answered, new CaseReopened(CASE, COMPLAINT, REFERENCE, CONSTRUCTION, NOW, DUE, NOBODY, HEAD));
        var closed = Telling.closed(answered, new CaseClosed(CASE, COMPLAINT, REFERENCE, NOW));

        assertThat(accepted.state()).isEqualTo(CaseState.ACCEPTED);
        assertThat(accepted.dueAt()).isEqualTo(DUE);
        assertThat(asked.state()).isEqualTo(CaseState.WAITING_FOR_REPORTER);
        assertThat(asked.messages()).singleElement().satisfies(message -> {
            assertThat(message.question()).isTrue();
            assertThat(message.agency()).isEqualTo(CONSTRUCTION);
        });
        assertThat(resumed.dueAt()).isEqualTo(DUE.plusSeconds(60));
        assertThat(answered.state()).isEqualTo(CaseState.ANSWERED);
        assertThat(answered.answer()).isNotNull();
        assertThat(reopened.state()).isEqualTo(CaseState.ACCEPTED);
        assertThat(closed.state().isOpen()).isFalse();
    }

    @Test
    void theAnswerToAPartThatWasSplitOffIsAMessage() {
        var split = Telling.split(assigned(false), new CaseSplit(CASE, COMPLAINT, REFERENCE, "part", NOW));
        var answered = Telling.answered(split, answer("part"));

        assertThat(answered.state()).isEqualTo(CaseState.ASSIGNED);
        assertThat(answered.answer()).isNull();
        assertThat(answered.messages()).hasSize(1);
    }

    @Test
    void anUndoneMergeAndAMoveBetweenAgenciesAreTold() {
        var merged = Telling.merged(
                assigned(false), new CaseMerged(CASE, COMPLAINT, REFERENCE, "other", "0000000000", NOW, NOBODY));
        var back = Telling.unmerged(
                merged,
                new CaseUnmerged(
                        CASE, COMPLAINT, REFERENCE, "other", "0000000000", CONSTRUCTION, true, DUE, NOW, NOBODY));
        var moved = Telling.moved(
                back,
                new CaseMoved(
                        CASE, COMPLAINT, REFERENCE, CONSTRUCTION, FINANCE, HEAD, List.of(WHY), null, DUE, NOW, NOBODY));

        assertThat(merged.state()).isEqualTo(CaseState.MERGED);
        assertThat(back.state()).isEqualTo(CaseState.ACCEPTED);
        assertThat(back.isWith("SXD")).isTrue();
        assertThat(moved.state()).isEqualTo(CaseState.ACCEPTED);
        assertThat(moved.isWith("STC")).isTrue();
        assertThat(words(moved)).contains("giải quyết riêng", "Vì lẽ đó", "Nay do Giám đốc Sở Xây dựng");
    }

    @Test
    void datesThatMoveAreTold() {
        var later = DUE.plus(Duration.ofDays(7));
        var extended = Telling.extended(
                assigned(false),
                new CaseExtended(
                        CASE, COMPLAINT, REFERENCE, CONSTRUCTION, HEAD, WORDS, NOW, DUE, later, NOBODY, NOW, null));
        var moved = Telling.moved(
                assigned(false), new DeadlineMoved(CASE, COMPLAINT, REFERENCE, SlaClock.RESOLVE, DUE, later, WHY, NOW));

        assertThat(extended.dueAt()).isEqualTo(later);
        assertThat(extended.timeline().getLast().words()).isEqualTo(WORDS);
        assertThat(moved.dueAt()).isEqualTo(later);
        assertThat(words(moved)).contains("23/03/2026: Vì lẽ đó");
    }

    @Test
    void onlyTheDateOfTheAnswerConcernsTheReporter() {
        var before = assigned(false);

        assertThat(words(Telling.breached(before, breach(SlaClock.RESOLVE)))).contains("quá hạn trả lời");
        assertThat(Telling.breached(before, breach(SlaClock.ACCEPT))).isEqualTo(before);
        assertThat(Telling.escalated(before, escalation(SlaClock.FORWARD))).isEqualTo(before);
        assertThat(words(Telling.escalated(before, escalation(SlaClock.RESOLVE))))
                .contains("cấp cao hơn");
        assertThat(Telling.moved(
                        before, new DeadlineMoved(CASE, COMPLAINT, REFERENCE, SlaClock.ACCEPT, DUE, DUE, WHY, NOW)))
                .isEqualTo(before);
    }

    @Test
    void otherEndsAreTold() {
        var before = assigned(false);

        assertThat(Telling.handedOver(
                                before,
                                new CaseHandedOver(
                                        CASE,
                                        COMPLAINT,
                                        REFERENCE,
                                        new Bilingual("Thanh tra tỉnh", "Inspectorate"),
                                        WORDS,
                                        NOW,
                                        NOBODY))
                        .state())
                .isEqualTo(CaseState.HANDED_OVER);
        assertThat(Telling.merged(
                                before, new CaseMerged(CASE, COMPLAINT, REFERENCE, "other", "0000000000", NOW, NOBODY))
                        .state())
                .isEqualTo(CaseState.MERGED);
        assertThat(Telling.withdrawn(before, new CaseWithdrawn(CASE, COMPLAINT, REFERENCE, NOW))
                        .state())
                .isEqualTo(CaseState.WITHDRAWN);
        assertThat(words(Telling.reopeningRefused(
                        before, new ReopeningRefused(CASE, COMPLAINT, REFERENCE, WHY, NOW, NOBODY))))
                .contains("Không thể xem lại", "Vì lẽ đó");
        assertThat(words(Telling.forwarded(
                        before, new CaseForwarded(CASE, COMPLAINT, REFERENCE, CONSTRUCTION, FINANCE, WORDS, NOW))))
                .contains("Sở Xây dựng không có thẩm quyền, đã chuyển tới Sở Tài chính");
    }

    private static Progress assigned(boolean conflictOfInterest) {
        return Telling.assigned(
                Progress.none(COMPLAINT, REFERENCE),
                new CaseAssigned(
                        CASE,
                        COMPLAINT,
                        REFERENCE,
                        ComplaintKind.CONDUCT,
                        List.of(),
                        CONSTRUCTION,
                        HEAD,
                        List.of(WHY),
                        conflictOfInterest,
                        NOW,
                        NOW,
                        DUE,
                        NOBODY));
    }

    private static CaseAnswered answer(String caseId) {
        return new CaseAnswered(
                caseId,
                COMPLAINT,
                REFERENCE,
                CONSTRUCTION,
                HEAD,
                WORDS,
                Finding.SUBSTANTIATED,
                List.of(),
                NOW,
                DUE,
                0,
                DUE,
                NOBODY,
                null);
    }

    private static DeadlineBreached breach(SlaClock clock) {
        return new DeadlineBreached(
                Subject.CASE,
                CASE,
                COMPLAINT,
                REFERENCE,
                clock,
                1,
                CONSTRUCTION,
                HEAD,
                null,
                null,
                DUE,
                DUE,
                true,
                List.of(),
                NOBODY,
                NOW,
                null);
    }

    private static BreachEscalated escalation(SlaClock clock) {
        return new BreachEscalated(
                Subject.CASE, CASE, COMPLAINT, REFERENCE, clock, 1, CONSTRUCTION, DUE, DUE, List.of());
    }

    private static String words(Progress progress) {
        return String.join(
                "\n",
                progress.timeline().stream().map(entry -> entry.text().vi()).toList());
    }
}
