package vn.congvu.intake.hotline;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.congvu.intake.FakeTwilio.ACCOUNT;
import static vn.congvu.intake.FakeTwilio.API;
import static vn.congvu.intake.FakeTwilio.TOKEN;
import static vn.congvu.intake.FakeTwilio.newPhone;
import static vn.congvu.intake.FakeTwilio.newSid;
import static vn.congvu.intake.FakeTwilio.signed;
import static vn.congvu.intake.FakeTwilio.unsigned;

import com.github.tomakehurst.wiremock.client.BasicCredentials;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import vn.congvu.contracts.Channel;
import vn.congvu.contracts.Role;
import vn.congvu.contracts.intake.ComplaintMessageAdded;
import vn.congvu.contracts.intake.ComplaintReceived;
import vn.congvu.contracts.intake.EvidenceAdded;
import vn.congvu.intake.Citizen;
import vn.congvu.intake.IntakeTest;
import vn.congvu.intake.complaint.Complaint;
import vn.congvu.intake.complaint.Complaints;
import vn.congvu.platform.audit.AuditQuery;
import vn.congvu.platform.audit.AuditTrail;
import vn.congvu.platform.testing.EventsSeen;
import vn.congvu.platform.testing.MutableClock;
import vn.congvu.platform.testing.Tokens;

@IntakeTest
class HotlineTests {
    private static final byte[] SOUND = HexFormat.of()
            .parseHex("524946462600000057415645666d74201000000001000100401f0000803e00000200100064617461020000000000");

    @Autowired
    Citizen citizen;

    @Autowired
    Complaints complaints;

    @Autowired
    Recordings recordings;

    @Autowired
    EventsSeen events;

    @Autowired
    AuditTrail trail;

    @Autowired
    MutableClock clock;

    private final String phone = newPhone();
    private final String call = newSid("CA");
    private final String recording = newSid("RE");

    @BeforeEach
    void onAMondayMorning() {
        clock.set(MutableClock.MONDAY_MORNING);
    }

    @Test
    void greetsInVietnameseAndAsksToRecord() {
        var twiml = rings();

        assertThat(twiml)
                .contains("language=\"vi-VN\"", "113", "114", "115", "tỉnh Tây Ninh", "giữ kín")
                .contains("recordingStatusCallback=\"https://congvu.example.vn/webhooks/twilio/recording\"")
                .contains("maxLength=\"300\"");
    }

    @Test
    void makesOneReportOfARecordingHoweverOftenItIsAnnounced() {
        recordingIs(aResponse().withBody(SOUND));
        rings();

        for (int i = 0; i < 3; i++) {
            assertThat(citizen.perform(signed("/webhooks/twilio/recording", recorded("completed")))
                            .status())
                    .isEqualTo(204);
        }

        var complaint = complaint();
        assertThat(complaint.channel()).isEqualTo(Channel.HOTLINE);
        assertThat(complaint.contactRef()).isNotNull();
        var evidence =
                events.await(EvidenceAdded.class, seen -> seen.complaintId().equals(complaint.id()));
        assertThat(evidence.mediaType()).isEqualTo("audio/wav");
        assertThat(evidence.bytes()).isEqualTo(SOUND.length);
        var received =
                events.await(ComplaintReceived.class, seen -> seen.complaintId().equals(complaint.id()));
        assertThat(received.acknowledged()).isFalse();
        assertThat(events.sequences(complaint.id())).containsExactly(1L, 2L);
        API.verify(getRequestedFor(urlEqualTo(address())).withBasicAuth(new BasicCredentials(ACCOUNT, TOKEN)));
    }

    @Test
    void tellsTheReferenceAtTheEndOfTheCall() {
        recordingIs(aResponse().withBody(SOUND));
        rings();

        var twiml = citizen.perform(signed("/webhooks/twilio/voice/ended", recorded("completed")))
                .text("raw");

        assertThat(twiml).contains(String.join(", ", complaint().reference().split("")));
    }

    @Test
    void fetchesAgainUntilTheRecordingIsThere() {
        recordingIs(aResponse().withStatus(404));
        rings();
        citizen.perform(signed("/webhooks/twilio/recording", recorded("completed")));
        await().atMost(Duration.ofSeconds(15))
                .until(() -> recordings.get(recording).attempts() == 1);
        assertThat(complaint().attachments()).isEmpty();

        recordingIs(aResponse().withBody(SOUND));
        await().atMost(Duration.ofSeconds(15)).until(() -> {
            clock.advance(Duration.ofMinutes(1));
            return recordings.get(recording).state() == Recording.State.STORED;
        });

        assertThat(complaint().attachments()).hasSize(1);
    }

    @Test
    void followsNoRedirectAndNoAddressOfTheWebhook() {
        recordingIs(aResponse().withStatus(302).withHeader("Location", API.baseUrl() + "/elsewhere"));
        API.stubFor(get(urlEqualTo("/elsewhere")).willReturn(aResponse().withBody(SOUND)));
        API.stubFor(get(urlEqualTo("/attacker")).willReturn(aResponse().withBody(SOUND)));
        rings();
        var form = new LinkedHashMap<>(recorded("completed"));
        form.put("RecordingUrl", API.baseUrl() + "/attacker");

        citizen.perform(signed("/webhooks/twilio/recording", form));

        await().atMost(Duration.ofSeconds(15))
                .until(() -> recordings.get(recording).attempts() >= 1);
        assertThat(complaint().attachments()).isEmpty();
        API.verify(0, getRequestedFor(urlEqualTo("/elsewhere")));
        API.verify(0, getRequestedFor(urlEqualTo("/attacker")));
    }

    @Test
    void takesNothingButSoundForARecording() {
        recordingIs(aResponse().withBody("<html>sign in</html>"));
        rings();

        citizen.perform(signed("/webhooks/twilio/recording", recorded("completed")));

        await().atMost(Duration.ofSeconds(15))
                .until(() -> recordings.get(recording).attempts() >= 1);
        assertThat(complaint().attachments()).isEmpty();
    }

    @Test
    void aCallWithoutARecordingIsANoteAndNoReport() {
        rings();

        citizen.perform(signed("/webhooks/twilio/recording", recorded("absent")));

        assertThat(complaints.byIngestKey("call:" + call)).isEmpty();
        assertThat(recordings.call(call))
                .hasValueSatisfying(noted -> assertThat(noted.note()).isEqualTo("nothing was said"));
    }

    @Test
    void refusesForgedCallbacks() {
        for (var path :
                List.of("/webhooks/twilio/voice", "/webhooks/twilio/voice/ended", "/webhooks/twilio/recording")) {
            assertThat(citizen.perform(unsigned(path, recorded("completed"))).status())
                    .isEqualTo(403);
        }
    }

    @Test
    void refusesARecordingIdThatIsAPath() {
        var form = new LinkedHashMap<>(recorded("completed"));
        form.put("RecordingSid", "RE/../../Messages");

        assertThat(citizen.perform(signed("/webhooks/twilio/recording", form)).status())
                .isEqualTo(400);
    }

    @Test
    void aCallerWhoHidesTheNumberIsAnonymous() {
        recordingIs(aResponse().withBody(SOUND));
        var form = new LinkedHashMap<>(recorded("completed"));
        form.put("From", "+266696687");

        citizen.perform(signed("/webhooks/twilio/recording", form));

        assertThat(complaint().contactRef()).isNull();
    }

    @Test
    void aClerkWritesACallDown() {
        var answer = clerk(Map.of(
                "text",
                "Người dân báo một cửa đóng cửa sớm",
                "caller",
                "02763822233",
                "onBehalfOf",
                "mẹ của người gọi"));

        assertThat(answer.status()).isEqualTo(201);
        var received =
                events.await(ComplaintReceived.class, seen -> seen.reference().equals(answer.text("reference")));
        assertThat(received.channel()).isEqualTo(Channel.OPERATOR);
        assertThat(received.identityRef()).isNotNull();
        assertThat(received.acknowledged()).isFalse();
    }

    @Test
    void aCallerMayBeANumberWithAName() {
        var named = clerk(Map.of("text", "Một việc", "caller", Map.of("phone", "0912345678", "name", "Người gọi")));

        assertThat(named.status()).isEqualTo(201);
        assertThat(clerk(Map.of("text", "Một việc", "caller", "115")).status()).isEqualTo(422);
        assertThat(clerk(Map.of("text", "Một việc", "caller", Map.of("role", "ADMIN")))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aClerksWordsJoinTheReportOfTheSameCall() {
        recordingIs(aResponse().withBody(SOUND));
        rings();
        citizen.perform(signed("/webhooks/twilio/recording", recorded("completed")));

        var answer = clerk(Map.of("text", "Nghe lại: cán bộ vắng mặt", "callId", call, "agencyCode", "SXD"));

        var complaint = complaint();
        assertThat(answer.text("reference")).isEqualTo(complaint.reference());
        var added = events.await(
                ComplaintMessageAdded.class, seen -> seen.complaintId().equals(complaint.id()));
        assertThat(added.partOfComplaint()).isTrue();
        assertThat(complaint.fullText()).contains("Nghe lại: cán bộ vắng mặt", "Cơ quan: SXD");
    }

    @Test
    void theRecordingJoinsWhatAClerkWroteFirst() {
        recordingIs(aResponse().withBody(SOUND));
        var answer = clerk(Map.of("text", "Cán bộ vắng mặt", "callId", call));

        citizen.perform(signed("/webhooks/twilio/recording", recorded("completed")));

        assertThat(complaint().reference()).isEqualTo(answer.text("reference"));
        events.await(EvidenceAdded.class, seen -> seen.complaintId()
                .equals(complaint().id()));
    }

    @Test
    void onlyAClerkWritesCallsDown() {
        for (var role : List.of(Role.TRIAGE, Role.AGENCY_HEAD, Role.ADMIN, Role.SERVICE)) {
            var request = MockMvcRequestBuilders.post("/api/v1/hotline/calls")
                    .contentType(MediaType.APPLICATION_JSON)
                    .content("{\"text\": \"a\"}")
                    .with(Tokens.as(role));
            assertThat(citizen.perform(request).status()).isEqualTo(403);
        }
        assertThat(citizen.post("/api/v1/hotline/calls", Map.of("text", "a")).status())
                .isEqualTo(403);
    }

    private String rings() {
        var form = new LinkedHashMap<String, String>();
        form.put("CallSid", call);
        form.put("AccountSid", ACCOUNT);
        form.put("From", phone);
        form.put("CallStatus", "ringing");
        var answer = citizen.perform(signed("/webhooks/twilio/voice", form));
        assertThat(answer.status()).isEqualTo(200);
        return answer.text("raw");
    }

    private Map<String, String> recorded(String status) {
        var form = new LinkedHashMap<String, String>();
        form.put("CallSid", call);
        form.put("AccountSid", ACCOUNT);
        form.put("RecordingStatus", status);
        if (status.equals("completed")) {
            form.put("RecordingSid", recording);
            form.put("RecordingDuration", "42");
        }
        return form;
    }

    private Citizen.Answer clerk(Map<String, ?> writes) {
        return citizen.perform(MockMvcRequestBuilders.post("/api/v1/hotline/calls")
                .contentType(MediaType.APPLICATION_JSON)
                .content(Citizen.JSON.writeValueAsBytes(writes))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .with(Tokens.as(Role.OPERATOR)));
    }

    private Complaint complaint() {
        return complaints.byIngestKey("call:" + call).orElseThrow();
    }

    private void recordingIs(ResponseDefinitionBuilder response) {
        API.stubFor(get(urlEqualTo(address())).willReturn(response));
    }

    private String address() {
        return "/2010-04-01/Accounts/" + ACCOUNT + "/Recordings/" + recording + ".wav";
    }

    @Test
    void aClerkSeesWhereEarlierReportsOfTheCallerStandAndNoneOfTheirWords() {
        var first = citizen.reports(Map.of("text", "Bị hẹn nhiều lần.", "reporter", Map.of("phone", phone)));

        var known = looksUp(phone).body();
        assertThat(known.path("reports").path(0).path("reference").asString()).isEqualTo(first.reference());
        assertThat(known.toString()).doesNotContain("hẹn", phone.substring(4));
        assertThat(trail.page(new AuditQuery(null, null, first.reference(), null, null, null, 10)))
                .as("the trail names what was shown")
                .singleElement()
                .satisfies(entry -> assertThat(entry.action()).isEqualTo("caller.looked-up"));

        assertThat(looksUp(newPhone()).body().path("reports")).isEmpty();
        assertThat(looksUp("113").status()).isEqualTo(400);
        assertThat(citizen.post("/api/v1/hotline/callers", Map.of("phone", phone))
                        .status())
                .as("nobody else may ask")
                .isIn(401, 403);
    }

    private Citizen.Answer looksUp(String number) {
        return citizen.perform(MockMvcRequestBuilders.post("/api/v1/hotline/callers")
                .contentType(MediaType.APPLICATION_JSON)
                .content(Citizen.JSON.writeValueAsBytes(Map.of("phone", number)))
                .with(Tokens.as(Role.OPERATOR)));
    }
}
