package vn.congvu.intake.tracking;

import static java.util.Objects.requireNonNull;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.congvu.contracts.Channel;
import vn.congvu.contracts.Solved;
import vn.congvu.intake.complaint.AccessCodes;
import vn.congvu.intake.complaint.Complaint;
import vn.congvu.intake.complaint.IngestKey;
import vn.congvu.intake.complaint.OwnNumber;
import vn.congvu.intake.complaint.Typed;
import vn.congvu.intake.vault.Vault;
import vn.congvu.platform.access.ClientAddress;
import vn.congvu.platform.sealing.Sealer;

/** The reporter's page of the case. The code travels in bodies only, never in an address or a log. */
@RestController
@RequestMapping("/api/v1/tracking")
@PreAuthorize("permitAll()")
@Tag(name = "tracking", description = "Theo dõi phản ánh bằng mã tra cứu và mã bí mật")
@ApiResponse(responseCode = "404", description = "Unknown reference or wrong code: the same answer")
@ApiResponse(responseCode = "429", description = "Wrong codes came too fast; the report is not locked")
class TrackingController {
    private final AccessCodes accessCodes;
    private final ProgressBook book;
    private final Dialogue dialogue;
    private final Vault vault;
    private final OwnNumber hotline;
    private final Sealer sealer;

    record Access(
            @Schema(example = "7K3F9QXM2D") @Nullable String reference,
            @Schema(example = "7K3F-9QXM2-D4R8T") @Nullable String accessCode) {}

    record NewMessage(
            @Nullable String reference,
            @Nullable String accessCode,
            @Nullable String text) {}

    /** @param solved may be left out when there is a score */
    record NewRating(
            @Nullable String reference,
            @Nullable String accessCode,
            @Nullable Solved solved,
            @Schema(minimum = "1", maximum = "5") @Nullable Integer score,
            @Nullable String words) {}

    record NewReopening(
            @Nullable String reference,
            @Nullable String accessCode,
            @Nullable String reason) {}

    record NewWithdrawal(
            @Nullable String reference,
            @Nullable String accessCode,
            @Nullable String reason) {}

    TrackingController(
            AccessCodes accessCodes,
            ProgressBook book,
            Dialogue dialogue,
            Vault vault,
            OwnNumber hotline,
            Sealer sealer) {
        this.accessCodes = accessCodes;
        this.book = book;
        this.dialogue = dialogue;
        this.vault = vault;
        this.hotline = hotline;
        this.sealer = sealer;
    }

    @PostMapping
    @PreAuthorize("permitAll()")
    @Operation(summary = "Where the report stands")
    ResponseEntity<TrackingView> track(@RequestBody Access access, ClientAddress client) {
        return view(accessCodes.open(access.reference(), access.accessCode(), client));
    }

    @PostMapping("/messages")
    @PreAuthorize("permitAll()")
    @Operation(
            summary = "Add something",
            description = "A part of the report until an agency has it, a message after that")
    ResponseEntity<TrackingView> write(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey,
            @RequestBody NewMessage message,
            ClientAddress client) {
        var messageId = IngestKey.of("web", idempotencyKey);
        var complaint = accessCodes.open(message.reference(), message.accessCode(), client);
        var typed = new Typed();
        var text = typed.text("text", message.text());
        typed.refuseIfWrong();
        return view(dialogue.write(complaint, messageId, Channel.WEB, text, String.valueOf(message.text())));
    }

    @PostMapping("/rating")
    @PreAuthorize("permitAll()")
    @Operation(summary = "Rate the answer")
    ResponseEntity<TrackingView> rate(@RequestBody NewRating rating, ClientAddress client) {
        var complaint = accessCodes.open(rating.reference(), rating.accessCode(), client);
        var typed = new Typed();
        var words = typed.optionalText("words", rating.words());
        var score = rating.score();
        var solved = rating.solved();
        if (solved == null && score != null) {
            solved = Scores.verdict(score);
        }
        if (score != null && (score < 1 || score > 5)) {
            typed.problem("score", "Chọn từ 1 (kém) đến 5 (tốt).", "Choose from 1 (bad) to 5 (good).");
        }
        if (solved == null) {
            typed.problem(
                    "solved", "Hãy chọn: đã giải quyết, một phần, hay chưa.", "Choose SOLVED, PARTLY or NOT_SOLVED.");
        }
        typed.refuseIfWrong();
        return view(dialogue.rate(complaint, requireNonNull(solved), score, words, null));
    }

    @PostMapping("/reopening")
    @PreAuthorize("permitAll()")
    @Operation(summary = "Ask to reopen", description = "Decided by the case's clock; the timeline says how")
    ResponseEntity<TrackingView> reopen(@RequestBody NewReopening reopening, ClientAddress client) {
        var complaint = accessCodes.open(reopening.reference(), reopening.accessCode(), client);
        var typed = new Typed();
        var reason = typed.text("reason", reopening.reason());
        typed.refuseIfWrong();
        return view(dialogue.requestReopening(complaint, reason));
    }

    @PostMapping("/withdrawal")
    @PreAuthorize("permitAll()")
    @Operation(summary = "Take the report back")
    ResponseEntity<TrackingView> withdraw(@RequestBody NewWithdrawal withdrawal, ClientAddress client) {
        var complaint = accessCodes.open(withdrawal.reference(), withdrawal.accessCode(), client);
        var typed = new Typed();
        var reason = typed.optionalText("reason", withdrawal.reason());
        typed.refuseIfWrong();
        return view(dialogue.withdraw(complaint, reason));
    }

    private ResponseEntity<TrackingView> view(Complaint complaint) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(TrackingView.of(
                        complaint,
                        book.of(complaint.id(), complaint.reference()),
                        vault.openedCount(complaint.identityRef(), complaint.reference()),
                        hotline.number(),
                        sealer::open));
    }
}
