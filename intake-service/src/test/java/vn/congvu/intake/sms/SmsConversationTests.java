package vn.congvu.intake.sms;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.congvu.intake.FakeTwilio.ACCOUNT;
import static vn.congvu.intake.FakeTwilio.newPhone;
import static vn.congvu.intake.FakeTwilio.newSid;
import static vn.congvu.intake.FakeTwilio.signed;
import static vn.congvu.intake.FakeTwilio.sms;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.congvu.contracts.Solved;
import vn.congvu.contracts.intake.ComplaintMessageAdded;
import vn.congvu.contracts.intake.ComplaintRated;
import vn.congvu.contracts.intake.ComplaintReceived;
import vn.congvu.contracts.intake.ReopeningRequested;
import vn.congvu.intake.Citizen;
import vn.congvu.intake.FakeTwilio;
import vn.congvu.intake.IntakeTest;
import vn.congvu.intake.Suite;
import vn.congvu.platform.sealing.Sealer;
import vn.congvu.platform.testing.EventsSeen;
import vn.congvu.platform.testing.MutableClock;

@IntakeTest
class SmsConversationTests {
    @Autowired
    Citizen citizen;

    @Autowired
    Suite suite;

    @Autowired
    EventsSeen events;

    @Autowired
    Sealer sealer;

    @Autowired
    SmsDesk desk;

    @Autowired
    SmsLog messages;

    @Autowired
    SmsSweeps sweeps;

    @Autowired
    MutableClock clock;

    private final String phone = newPhone();

    @BeforeEach
    void onAMondayMorning() {
        clock.set(MutableClock.MONDAY_MORNING);
    }

    @Test
    void furtherPartsJoinTheReportUntilItIsAssigned() {
        var reference = reference(writes("Can bo thue tho o"));
        clock.advance(Duration.ofHours(23));

        assertThat(reference(writes("ten la ong A, chi cuc thue"))).isEqualTo(reference);

        assertThat(suite.complaint(reference).fullText()).isEqualTo("Can bo thue tho o\nten la ong A, chi cuc thue");
        var event = events.await(
                ComplaintMessageAdded.class, seen -> seen.reference().equals(reference));
        assertThat(event.partOfComplaint()).isTrue();
        assertThat(sealer.open(event.text())).isEqualTo("ten la ong A, chi cuc thue");
    }

    @Test
    void anotherReportBeginsADayLater() {
        var reference = reference(writes("Can bo thue tho o"));
        clock.advance(Duration.ofHours(24));

        assertThat(reference(writes("Mot cua dong cua som"))).isNotEqualTo(reference);
    }

    @Test
    void whatIsWrittenAfterTheAssignmentIsAMessage() {
        var reference = reference(writes("Can bo xay dung vang mat"));
        suite.assigns(reference);
        clock.advance(Duration.ofDays(3));

        var reply = writes("Hom nay van vang mat");

        assertThat(reply).contains("Da chuyen tin nay toi co quan");
        assertThat(reference(reply)).isEqualTo(reference);
        assertThat(events.await(ComplaintMessageAdded.class, seen -> seen.reference()
                                .equals(reference))
                        .partOfComplaint())
                .isFalse();
    }

    @Test
    void anotherReportBeginsWhenTheCaseIsClosed() {
        var reference = reference(writes("Can bo xay dung vang mat"));
        suite.assigns(reference);
        suite.closes(reference);

        assertThat(reference(writes("Lai vang mat"))).isNotEqualTo(reference);
    }

    @Test
    void anotherReportBeginsWhenTheWriterSaysSo() {
        var reference = reference(writes("Can bo xay dung vang mat"));

        assertThat(reference(writes("PA MOI: truong hoc thu tien sai"))).isNotEqualTo(reference);
    }

    @Test
    void theReferenceDirectsAMessageOfTheSamePhone() {
        var first = reference(writes("Can bo xay dung vang mat"));
        suite.assigns(first);
        var second = reference(writes("PA MOI truong hoc thu tien sai"));

        assertThat(reference(writes("Ve phan anh " + first + " toi gui them: phong so 4")))
                .isEqualTo(first);
        assertThat(reference(writes("tien nam hoc nay"))).isEqualTo(second);
    }

    @Test
    void aReferenceOfSomebodyElseIsJustAWord() {
        var others = citizen.reports("Chuyen cua nguoi khac").reference();

        var reply = writes("Xem phan anh " + others + " roi");

        assertThat(reference(reply)).isNotEqualTo(others);
        assertThat(suite.complaint(others).messages()).isEmpty();
    }

    @Test
    void tellsTheStatusToTheSamePhoneOnly() {
        var reference = reference(writes("Can bo xay dung vang mat"));
        suite.assigns(reference);

        assertThat(writes("TT " + reference)).contains("Da chuyen toi co quan", "So Xay dung");
        assertThat(from(newPhone(), "TT " + reference))
                .contains("Khong tim thay")
                .isEqualTo(from(newPhone(), "TT 0000000000"));
    }

    @Test
    void aDigitAfterTheAnswerIsARating() {
        var reference = reference(writes("Can bo xay dung vang mat"));
        suite.assigns(reference);
        suite.answers(reference, "Da nhac nho can bo");

        assertThat(writes("5")).contains("5/5");

        var rated = events.await(ComplaintRated.class, seen -> seen.reference().equals(reference));
        assertThat(rated.solved()).isEqualTo(Solved.SOLVED);
        assertThat(rated.score()).isEqualTo(5);
    }

    @Test
    void aDigitFromAnotherPhoneRatesNothing() {
        var reference = reference(writes("Can bo xay dung vang mat"));
        suite.assigns(reference);
        suite.answers(reference, "Da nhac nho can bo");

        assertThat(from(newPhone(), "1")).contains("Da nhan phan anh");
        assertThat(suite.complaint(reference).rating()).isNull();
    }

    @Test
    void notSettledAfterTheAnswerAsksToReopen() {
        var reference = reference(writes("Can bo xay dung vang mat"));
        suite.assigns(reference);
        suite.answers(reference, "Da nhac nho can bo");

        writes("Chưa xong: hôm nay vẫn vắng");

        var event =
                events.await(ReopeningRequested.class, seen -> seen.reference().equals(reference));
        assertThat(sealer.open(event.reason())).isEqualTo("Chưa xong: hôm nay vẫn vắng");
    }

    @Test
    void aReplyToAQuestionGoesToTheReportOfTheWebFormWithTheSamePhone() {
        var receipt = citizen.reports(Map.of("text", "Can bo xay dung vang mat", "reporter", Map.of("phone", phone)));
        suite.assigns(receipt.reference());
        suite.asks(receipt.reference(), "Vang mat luc nao?");

        assertThat(reference(writes("Sang thu hai"))).isEqualTo(receipt.reference());
    }

    @Test
    void theSweepFinishesWhatADyingProcessLeft() {
        var sms = new InboundSms("aggregator", newSid("x"), phone, "Can bo thue tho o", null);
        var done = desk.receive(sms, true);
        var undone = messages.get(sms.key());
        var left = new SmsMessage(
                undone.key() + "-left",
                undone.person(),
                undone.contactRef(),
                "phan thu hai",
                undone.receivedAt(),
                true,
                true,
                clock.instant(),
                0,
                null);
        messages.record(left);

        await().atMost(Duration.ofSeconds(15))
                .until(() -> messages.get(left.key()).outcome() != null);

        assertThat(messages.get(left.key()).outcome().reference()).isEqualTo(done.reference());
    }

    @Test
    void aPartFinishesTheReportThatADyingProcessBegan() {
        var first = new InboundSms("aggregator", newSid("x"), phone, "phan mot", null);
        desk.receive(first, false);
        var before = messages.get(first.key());
        var begun = new SmsMessage(
                before.key() + "-begun",
                before.person(),
                before.contactRef(),
                "bao cao dang do",
                clock.instant(),
                false,
                true,
                clock.instant().plus(Duration.ofHours(1)),
                0,
                null);
        messages.record(begun);
        messages.start(before.person(), messages.conversation(before.person()), begun.key());

        var joined = desk.receive(new InboundSms("aggregator", newSid("x"), phone, "phan hai", null), false);

        assertThat(suite.complaint(joined.reference()).fullText()).isEqualTo("bao cao dang do\nphan hai");
    }

    @Test
    void fetchesWhatTheWebhooksMissed() {
        var sid = newSid("SM");
        var body = """
                {"messages": [
                  {"sid": "%s", "from": "%s", "to": "+842763822233", "body": "Webhook bị mất", "direction": "inbound",
                   "date_sent": "Sun, 01 Mar 2026 22:00:00 +0000", "status": "received", "num_media": "0"},
                  {"sid": "SM1", "from": "+84912000009", "to": "+842763822233", "body": "Vừa gửi", "direction": "inbound",
                   "date_sent": "Mon, 02 Mar 2026 01:59:30 +0000"},
                  {"sid": "SM2", "from": "+842763822233", "to": "%s", "body": "Da nhan", "direction": "outbound-api",
                   "date_sent": null}],
                 "next_page_uri": "https://attacker.example/Messages.json?Page=1"}
                """.formatted(sid, phone, phone);
        FakeTwilio.API.stubFor(get(urlPathEqualTo("/2010-04-01/Accounts/" + ACCOUNT + "/Messages.json"))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/json")
                        .withBody(body)));

        sweeps.catchUp();
        sweeps.catchUp();

        assertThat(messages.find("sms:twilio:SM1")).isEmpty();
        assertThat(messages.find("sms:twilio:SM2")).isEmpty();
        var outcome = messages.get("sms:twilio:" + sid).outcome();
        var event =
                events.await(ComplaintReceived.class, seen -> seen.reference().equals(outcome.reference()));
        assertThat(event.acknowledged()).isFalse();
        assertThat(event.receivedAt()).isEqualTo(Instant.parse("2026-03-01T22:00:00Z"));
    }

    private String writes(String text) {
        return from(phone, text);
    }

    private String from(String sender, String text) {
        var answer = citizen.perform(signed("/webhooks/twilio/sms", sms(newSid("SM"), sender, text)));
        assertThat(answer.status()).isEqualTo(200);
        return answer.text("raw");
    }

    private static String reference(String reply) {
        assertThat(reply).containsPattern("[0-9A-Z]{5}-[0-9A-Z]{5}");
        return reply.replaceAll("(?s).*([0-9A-Z]{5})-([0-9A-Z]{5}).*", "$1$2");
    }
}
