package vn.congvu.cases.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import vn.congvu.contracts.AgencyRef;
import vn.congvu.contracts.Channel;
import vn.congvu.contracts.Exchanges;
import vn.congvu.contracts.Ids;
import vn.congvu.contracts.SlaClock;
import vn.congvu.contracts.Solved;
import vn.congvu.contracts.cases.CaseAnswered;
import vn.congvu.contracts.cases.CaseAssigned;
import vn.congvu.contracts.cases.CaseReopened;
import vn.congvu.contracts.cases.CaseSentToTriage;
import vn.congvu.contracts.cases.CaseSplit;
import vn.congvu.contracts.cases.CaseWithdrawn;
import vn.congvu.contracts.cases.QuestionAnswered;
import vn.congvu.contracts.cases.Subject;
import vn.congvu.contracts.intake.ComplaintMessageAdded;
import vn.congvu.contracts.intake.ComplaintRated;
import vn.congvu.contracts.intake.ComplaintReceived;
import vn.congvu.contracts.intake.ComplaintWithdrawn;
import vn.congvu.contracts.intake.EvidenceAdded;
import vn.congvu.contracts.intake.ReopeningRequested;
import vn.congvu.contracts.notify.ApologyCause;
import vn.congvu.contracts.notify.ApologyPublished;
import vn.congvu.contracts.notify.NoticeSent;

class CaseJourneyTests extends CaseKit {
    @Autowired
    MongoTemplate mongo;

    @Test
    void aReportReachesTheHeadWhoAsksAndAnswers() throws Exception {
        var report = arrivedAt("SXD");
        var id = report.complaintId();
        var assigned = events.await(CaseAssigned.class, e -> e.caseId().equals(id));
        assertThat(assigned.agency().code()).isEqualTo("SXD");
        assertThat(assigned.head().title()).isEqualTo("Giám đốc Sở Xây dựng");
        assertThat(assigned.reasons()).isNotEmpty();

        done(command(head("SXD"), id, "accept", ""));
        done(command(head("SXD"), id, "delegate", ",\"title\":\"Chuyên viên Văn phòng Sở\""));
        done(command(officer("SXD"), id, "ask-citizen", ",\"question\":\"Xảy ra ở quầy số mấy?\""));
        send(
                report,
                new ComplaintMessageAdded(
                        id, report.reference(), Ids.next(), Channel.SMS, sealed("Quầy số 3"), clock.instant(), false));
        awaitState(id, CaseState.ACCEPTED);
        events.await(QuestionAnswered.class, e -> e.caseId().equals(id));
        done(
                command(
                        head("SXD"),
                        id,
                        "answer",
                        ",\"answer\":\"Đã phê bình công chức và xin lỗi.\",\"finding\":\"SUBSTANTIATED\",\"measures\":[\"CRITICISM\"],\"collectiveMeasures\":[\"LESSON_DRAWN\"]"));

        var answered = events.await(CaseAnswered.class, e -> e.caseId().equals(id));
        assertThat(sealer.open(answered.answer())).isEqualTo("Đã phê bình công chức và xin lỗi.");
        assertThat(answered.lateSeconds()).isZero();
        read(head("SXD"), "/api/v1/cases/" + id)
                .andExpect(jsonPath("$.state").value("ANSWERED"))
                .andExpect(jsonPath("$.answers[0].measures[0]").value("CRITICISM"))
                .andExpect(jsonPath("$.answers[0].collectiveMeasures[0]").value("LESSON_DRAWN"))
                .andExpect(jsonPath("$.messages[0].text").value("Quầy số 3"))
                .andExpect(jsonPath("$.questions[0].question").value("Xảy ra ở quầy số mấy?"));
        assertThat(events.sequences(id)).isEqualTo(List.of(1L, 2L, 3L, 4L, 5L, 6L));
    }

    @Test
    void fiftyDeliveriesOfAReportMakeOneCase() {
        var report = report("Thái độ thiếu tôn trọng người dân", "SYT", false);
        var envelope = send(report);
        for (int again = 1; again < 50; again++) {
            incoming.publish(envelope);
        }
        var last = arrivedAt("SYT");
        events.await(CaseAssigned.class, e -> e.caseId().equals(last.complaintId()));

        assertThat(files.ofComplaint(report.complaintId())).hasSize(1);
        assertThat(events.all(CaseAssigned.class))
                .filteredOn(e -> e.caseId().equals(report.complaintId()))
                .hasSize(1);
    }

    @Test
    void whatNoRuleFindsIsSortedByHomeAffairs() throws Exception {
        var report = arrived(report("Tôi rất bức xúc", null, false));
        var id = report.complaintId();
        events.await(CaseSentToTriage.class, e -> e.caseId().equals(id));
        read(triage(), "/api/v1/cases?view=triage&q=" + report.reference())
                .andExpect(jsonPath("$.items[0].id").value(id));

        done(command(triage(), id, "forward", ",\"agencyCode\":\"SCT\",\"reason\":\"Thuộc lĩnh vực công thương\""));
        assertThat(stored(id).lookup().assignedTo()).isEqualTo("SCT");
        command(triage(), id, "forward", ",\"agencyCode\":\"SYT\",\"reason\":\"Nhầm\"")
                .andExpect(status().is(422));

        done(command(head("SCT"), id, "forward", ",\"agencyCode\":\"SYT\",\"reason\":\"Không thuộc thẩm quyền\""));
        done(command(head("SYT"), id, "forward", ",\"agencyCode\":\"SXD\",\"reason\":\"Không thuộc thẩm quyền\""));
        assertThat(stored(id).state()).isEqualTo(CaseState.TRIAGE);
    }

    @Test
    void aDuplicateIsAnsweredWithTheCaseItWasJoinedTo() throws Exception {
        var first = arrivedAt("STC");
        var second = arrivedAt("STC");
        done(command(triage(), second.complaintId(), "merge", ",\"into\":\"" + first.reference() + "\""));
        assertThat(stored(first.complaintId()).joined()).hasSize(1);
        send(
                second,
                new ComplaintMessageAdded(
                        second.complaintId(),
                        second.reference(),
                        Ids.next(),
                        Channel.WEB,
                        sealed("Tôi cũng thấy vậy"),
                        clock.instant(),
                        false));
        await().atMost(Duration.ofSeconds(15))
                .until(() -> stored(first.complaintId()).messages().size() == 1);

        done(command(
                head("STC"), first.complaintId(), "answer", ",\"answer\":\"Đã xử lý\",\"finding\":\"SUBSTANTIATED\""));
        var both = List.of(first.complaintId(), second.complaintId());
        for (String id : both) {
            events.await(CaseAnswered.class, e -> e.caseId().equals(id));
        }
        assertThat(stored(first.complaintId()).todo()).isEmpty();
        assertThat(stored(second.complaintId()).lookup().nextDueAt()).isNull();

        var again = new ReopeningRequested(
                second.complaintId(), second.reference(), sealed("Với tôi thì chưa xong"), clock.instant());
        send(second, again);
        awaitState(second.complaintId(), CaseState.REOPENED);
        assertThat(stored(second.complaintId()).lookup().assignedTo()).isEqualTo("STC");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> stored(first.complaintId()).joined().isEmpty());
        assertThat(stored(first.complaintId()).state()).isEqualTo(CaseState.ANSWERED);
    }

    @Test
    void aSecondMatterBecomesACaseOfItsOwnAndBothCanBeWithdrawn() throws Exception {
        var report = arrivedAt("SCT");
        var id = report.complaintId();
        done(command(head("SCT"), id, "split", ",\"text\":\"Sở Y tế trả hồ sơ nhiều lần\",\"agencyCode\":\"SYT\""));
        var part = awaitCase(id + "-2");
        assertThat(part.lookup().assignedTo()).isEqualTo("SYT");
        assertThat(part.partOf()).isEqualTo(id);
        events.await(CaseSplit.class, e -> e.caseId().equals(id));

        send(report, new ComplaintWithdrawn(id, report.reference(), null, clock.instant()));
        awaitState(id + "-2", CaseState.WITHDRAWN);
        events.await(CaseWithdrawn.class, e -> e.caseId().equals(id));
    }

    @Test
    void theReporterRatesAndReopensOnce() throws Exception {
        var report = answered("SNNMT");
        var id = report.complaintId();
        send(report, new ComplaintRated(id, report.reference(), Solved.NOT_SOLVED, 1, null, clock.instant()));
        await().atMost(Duration.ofSeconds(15)).until(() -> stored(id).lookup().flagged());
        read(monitor(), "/api/v1/cases?view=unsolved&q=" + report.reference())
                .andExpect(jsonPath("$.items[0].id").value(id));

        send(report, new ReopeningRequested(id, report.reference(), sealed("Chưa xong"), clock.instant()));
        awaitState(id, CaseState.REOPENED);
        events.await(CaseReopened.class, e -> e.caseId().equals(id));
        read(monitor(), "/api/v1/cases?view=unsolved&q=" + report.reference())
                .andExpect(jsonPath("$.items").isEmpty());
        command(monitor(), id, "reopen", ",\"reason\":\"Lần nữa\"").andExpect(status().is(422));
    }

    @Test
    void theMessageWithTheReferenceStopsTheClockForAcknowledging() {
        var told = report("Thái độ hách dịch", "SKHCN", false);
        var untold = new ComplaintReceived(
                told.complaintId(),
                told.reference(),
                Channel.SMS,
                told.kind(),
                told.misconducts(),
                told.text(),
                told.agencyCode(),
                null,
                null,
                null,
                null,
                null,
                null,
                told.receivedAt(),
                told.reporter(),
                told.identityRef(),
                false,
                false,
                null);
        arrived(untold);
        assertThat(stored(untold.complaintId()).watch(SlaClock.ACKNOWLEDGE))
                .hasValueSatisfying(w -> assertThat(w.running()).isTrue());

        var notice = new NoticeSent(
                Ids.next(), "complaint-received", untold.complaintId(), untold.reference(), clock.instant());
        incoming.publish(Exchanges.NOTIFY, notice.noticeId(), untold.reference(), notice);
        await().atMost(Duration.ofSeconds(15)).until(() -> stored(untold.complaintId())
                .watch(SlaClock.ACKNOWLEDGE)
                .orElseThrow()
                .stopped());
    }

    @Test
    void apologiesAndEvidenceAreKeptWithTheCase() {
        var report = arrivedAt("STP");
        var id = report.complaintId();
        send(report, new EvidenceAdded(id, report.reference(), Ids.next(), "image/jpeg", 1234, clock.instant()));
        var apology = new ApologyPublished(
                Ids.next(),
                Subject.CASE,
                id,
                id,
                report.reference(),
                new AgencyRef("STP", "Sở Tư pháp"),
                "05/PXL-STP",
                ApologyCause.MISSED_DEADLINE,
                1,
                clock.instant());
        incoming.publish(Exchanges.NOTIFY, apology.apologyId(), report.reference(), apology);

        await().atMost(Duration.ofSeconds(15))
                .until(() -> stored(id).apologies().size() == 1
                        && stored(id).report().evidence().size() == 1);
        assertThat(stored(id).history()).extracting(e -> e.what().vi()).anyMatch(line -> line.contains("05/PXL-STP"));
        assertThat(stored(id).apologisedBy()).containsExactly("STP");
    }

    @Test
    void neitherTheDatabaseNorTheEventsShowWhatPeopleWrote() throws Exception {
        var report = arrived(report("Gọi cho Nguyễn Thị Kín số 0912345678", "TTT", true));
        done(command(head("UBT"), report.complaintId(), "note", ",\"note\":\"Ghi chú kín đáo\""));

        var raw = mongo.getCollection("case_files")
                .find(new Document("_id", report.complaintId()))
                .first();
        assertThat(raw).isNotNull();
        assertThat(raw.toJson()).doesNotContain("0912345678", "Nguyễn Thị", "Trần Văn B", "kín đáo");
        mongo.getCollection("published_events").find().forEach(event -> assertThat(event.toJson())
                .doesNotContain("0912345678", "Kín", "Trần Văn B"));
    }

    private ComplaintReceived answered(String agency) throws Exception {
        var report = arrivedAt(agency);
        done(command(
                head(agency),
                report.complaintId(),
                "answer",
                ",\"answer\":\"Đã kiểm tra\",\"finding\":\"NOT_SUBSTANTIATED\""));
        return report;
    }
}
