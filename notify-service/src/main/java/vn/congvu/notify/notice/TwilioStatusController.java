package vn.congvu.notify.notice;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.congvu.contracts.Bilingual;
import vn.congvu.notify.channel.TwilioReceipts;
import vn.congvu.platform.problem.Problem;

/** Takes the SMS provider's receipts. The body is read raw: Spring would rebuild a form from what it understood of it. */
@RestController
@Tag(name = "Webhooks", description = "Calls of providers")
class TwilioStatusController {
    private static final Logger log = LoggerFactory.getLogger(TwilioStatusController.class);
    /** Bytes; a receipt has some hundred. */
    private static final int LARGEST_BODY = 64 * 1024;

    private final TwilioReceipts receipts;
    private final Ledger ledger;
    private final Clock clock;

    TwilioStatusController(TwilioReceipts receipts, Ledger ledger, Clock clock) {
        this.receipts = receipts;
        this.ledger = ledger;
        this.clock = clock;
    }

    @PostMapping("/webhooks/twilio/status")
    @PreAuthorize("permitAll()")
    @Operation(
            summary = "Receipt for an SMS",
            description = "Signed by the provider over our public address and the raw body.")
    @ApiResponse(responseCode = "204", description = "Taken, also when it was known already")
    @ApiResponse(responseCode = "403", description = "The signature is missing or wrong")
    ResponseEntity<Void> status(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(LARGEST_BODY);
        var receipt = receipts.read(request.getQueryString(), body, request.getHeader("X-Twilio-Signature"))
                .orElseThrow(() -> new Problem(
                        NoticeProblems.UNSIGNED,
                        new Bilingual(
                                "Yêu cầu phải do nhà cung cấp tin nhắn ký.",
                                "The request must be signed by the SMS provider.")));
        var noticeId = receipt.noticeId();
        var notice = noticeId == null ? ledger.withProviderId(receipt.providerId()) : ledger.find(noticeId);
        notice.ifPresentOrElse(
                known -> {
                    var present = known.delivery().providerId();
                    if (present != null && !present.equals(receipt.providerId())) {
                        log.error("notice {} has receipts of two messages at the provider", known.id());
                    }
                    ledger.change(known.id(), delivery -> delivery.receipt(receipt, clock.instant()));
                },
                () -> log.warn("a signed receipt for a message that is not in the ledger"));
        return ResponseEntity.noContent().build();
    }
}
