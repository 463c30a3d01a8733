package vn.congvu.intake.sms;

import com.twilio.twiml.MessagingResponse;
import com.twilio.twiml.messaging.Body;
import com.twilio.twiml.messaging.Message;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.congvu.intake.twilio.TwilioWebhooks;

@RestController
@Tag(name = "webhooks")
class TwilioSmsController {
    static final String PROVIDER = "twilio";

    private final TwilioWebhooks webhooks;
    private final SmsDesk desk;

    TwilioSmsController(TwilioWebhooks webhooks, SmsDesk desk) {
        this.webhooks = webhooks;
        this.desk = desk;
    }

    @PostMapping(path = "/webhooks/twilio/sms")
    @PreAuthorize("permitAll()")
    @Operation(
            summary = "A text message by Twilio",
            description = "Signed; answered with TwiML that carries the reference")
    ResponseEntity<String> receive(HttpServletRequest request) throws IOException {
        var form = webhooks.verified(request);
        var sms = new InboundSms(
                PROVIDER,
                form.required("MessageSid"),
                form.required("From"),
                form.field("Body").orElse(""),
                null);
        var reply = desk.receive(sms, true).reply();
        return ResponseEntity.ok()
                .contentType(TwilioWebhooks.TWIML)
                .body(new MessagingResponse.Builder()
                        .message(new Message.Builder()
                                .body(new Body.Builder(reply).build())
                                .build())
                        .build()
                        .toXml());
    }
}
