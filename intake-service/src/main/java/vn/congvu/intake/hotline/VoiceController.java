package vn.congvu.intake.hotline;

import com.twilio.http.HttpMethod;
import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Hangup;
import com.twilio.twiml.voice.Record;
import com.twilio.twiml.voice.Say;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.congvu.intake.twilio.RawBody;
import vn.congvu.intake.twilio.TwilioApi;
import vn.congvu.intake.twilio.TwilioForm;
import vn.congvu.intake.twilio.TwilioWebhooks;

/** The machine that answers the hotline. */
@RestController
@Tag(name = "webhooks")
class VoiceController {
    private static final String ENDED = "/webhooks/twilio/voice/ended";
    private static final String RECORDING = "/webhooks/twilio/recording";
    /** Silence that ends a recording, in seconds: people stop to think. */
    private static final int SILENCE = 8;

    private final TwilioWebhooks webhooks;
    private final HotlineDesk desk;
    private final HotlineProperties properties;

    VoiceController(TwilioWebhooks webhooks, HotlineDesk desk, HotlineProperties properties) {
        this.webhooks = webhooks;
        this.desk = desk;
        this.properties = properties;
    }

    @PostMapping("/webhooks/twilio/voice")
    @PreAuthorize("permitAll()")
    @Operation(summary = "The hotline rings", description = "Signed; answered with a greeting and a request to record")
    ResponseEntity<String> ringing(HttpServletRequest request) throws IOException {
        var form = webhooks.verified(request);
        desk.ringing(form.required("CallSid"), form.field("From").orElse(null));
        return twiml(new VoiceResponse.Builder()
                .say(say(greeting()))
                .record(new Record.Builder()
                        .maxLength((int) properties.longestRecording().toSeconds())
                        .timeout(SILENCE)
                        .finishOnKey("#")
                        .playBeep(true)
                        .action(webhooks.callback(ENDED))
                        .method(HttpMethod.POST)
                        .recordingStatusCallback(webhooks.callback(RECORDING))
                        .recordingStatusCallbackMethod(HttpMethod.POST)
                        .recordingStatusCallbackEvents(
                                List.of(Record.RecordingEvent.COMPLETED, Record.RecordingEvent.ABSENT))
                        .build())
                .say(say("Chúng tôi chưa nghe thấy gì. Xin gọi lại, hoặc nhắn tin tới số này."))
                .hangup(new Hangup.Builder().build())
                .build());
    }

    @PostMapping(ENDED)
    @PreAuthorize("permitAll()")
    @Operation(summary = "The caller has spoken", description = "Signed; answered with thanks and the reference")
    ResponseEntity<String> ended(HttpServletRequest request) throws IOException {
        var form = webhooks.verified(request);
        var words = recorded(form)
                .map(reference -> "Cảm ơn. Mã tra cứu của phản ánh là " + spelled(reference) + ". Xin nhắc lại: "
                        + spelled(reference) + ". Nếu gọi từ số di động, mã cũng được gửi bằng tin nhắn.")
                .orElse("Cảm ơn đã gọi. Chúng tôi chưa ghi âm được; xin gọi lại hoặc nhắn tin tới số này.");
        return twiml(new VoiceResponse.Builder()
                .say(say(words))
                .hangup(new Hangup.Builder().build())
                .build());
    }

    @PostMapping(RECORDING)
    @PreAuthorize("permitAll()")
    @Operation(summary = "A recording is there", description = "Signed; answered once the report is durable")
    ResponseEntity<Void> recording(HttpServletRequest request) throws IOException {
        var form = webhooks.verified(request);
        var status = form.field("RecordingStatus").orElse("completed");
        if (status.equals("completed")) {
            recorded(form);
        } else {
            desk.leftNothing(form.required("CallSid"), status.equals("absent") ? "nothing was said" : "not recorded");
        }
        return ResponseEntity.noContent().build();
    }

    /** @return the reference, if the form names a recording */
    private Optional<String> recorded(TwilioForm form) {
        return form.field("RecordingSid").map(recordingSid -> {
            if (!TwilioApi.isRecordingSid(recordingSid)) {
                throw RawBody.unreadable();
            }
            var seconds = form.field("RecordingDuration")
                    .filter(digits -> digits.matches("\\d{1,6}"))
                    .map(Integer::valueOf)
                    .orElse(null);
            return desk.recorded(
                            form.required("CallSid"),
                            recordingSid,
                            seconds,
                            form.field("From").orElse(null))
                    .complaint()
                    .reference();
        });
    }

    private String greeting() {
        return "Đây là đường dây nóng tiếp nhận phản ánh về cán bộ, công chức và thủ tục hành chính "
                + (properties.provinceName().isBlank() ? "" : "của " + properties.provinceName())
                + ". Nếu cần cứu giúp ngay, xin gác máy và gọi 113 công an, 114 cứu hỏa, 115 cấp cứu. "
                + "Cuộc gọi được ghi âm để giải quyết phản ánh; số điện thoại và giọng nói của bạn được giữ kín, "
                + "cơ quan bị phản ánh không được biết. "
                + "Sau tiếng bíp, xin nói việc gì, ở đâu, khi nào, cơ quan nào. Nói xong bấm phím thăng.";
    }

    private static Say say(String words) {
        return new Say.Builder(words).language(Say.Language.VI_VN).build();
    }

    private static String spelled(String reference) {
        return String.join(", ", reference.split(""));
    }

    private static ResponseEntity<String> twiml(VoiceResponse response) {
        return ResponseEntity.ok().contentType(TwilioWebhooks.TWIML).body(response.toXml());
    }
}
