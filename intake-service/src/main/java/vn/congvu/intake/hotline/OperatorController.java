package vn.congvu.intake.hotline;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import vn.congvu.contracts.Channel;
import vn.congvu.intake.complaint.Acceptance;
import vn.congvu.intake.complaint.Accepted;
import vn.congvu.intake.complaint.Complaint;
import vn.congvu.intake.complaint.IngestKey;
import vn.congvu.intake.complaint.Receipt;
import vn.congvu.intake.complaint.Submission;
import vn.congvu.intake.tracking.Dialogue;
import vn.congvu.intake.vault.Person;
import vn.congvu.intake.vault.Vault;
import vn.congvu.platform.audit.AuditAction;
import vn.congvu.platform.audit.Audited;

@RestController
@Tag(name = "hotline", description = "Nhân viên trực đường dây nóng ghi lại cuộc gọi")
class OperatorController {
    private final Acceptance acceptance;
    private final Dialogue dialogue;
    private final Vault vault;
    private final Clock clock;

    OperatorController(Acceptance acceptance, Dialogue dialogue, Vault vault, Clock clock) {
        this.acceptance = acceptance;
        this.dialogue = dialogue;
        this.vault = vault;
        this.clock = clock;
    }

    @Audited(AuditAction.COMPLAINT_TAKEN)
    @PostMapping("/api/v1/hotline/calls")
    @PreAuthorize("hasRole('OPERATOR')")
    @Operation(
            summary = "Write down a call or visit",
            description = "As a report. A call that left a recording is one report already: the clerk's words join it.")
    @ApiResponse(responseCode = "201", description = "The receipt, to be read out")
    ResponseEntity<Receipt> write(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey,
            @RequestBody CallRequest call) {
        var clerkKey = IngestKey.of("clerk", idempotencyKey);
        var key = call.callId() == null || call.callId().isBlank() ? clerkKey : IngestKey.of("call", call.callId());
        var submission = call.submission(key, ZonedDateTime.now(clock));
        heard(submission);
        var recorded = acceptance.find(key).filter(found -> found.complaint().channel() == Channel.HOTLINE);
        var accepted =
                recorded.isPresent() ? join(recorded.get(), clerkKey, submission) : acceptance.accept(submission);
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(accepted.receipt(null));
    }

    /** Whoever called, or stood at the desk, gave the clerk the number. */
    private void heard(Submission submission) {
        if (submission.reporter() instanceof Person(var _, var phone, var _, var _, var _) && phone != null) {
            vault.heardFrom(phone);
        }
    }

    private Accepted join(Accepted recorded, String clerkKey, Submission submission) {
        var content = submission.content();
        dialogue.write(recorded.complaint(), clerkKey, Channel.OPERATOR, inWords(content), content.rawText());
        return recorded;
    }

    /** Everything the clerk filled in, since a message has words only. */
    private static String inWords(Complaint.Content content) {
        var lines = new ArrayList<String>();
        lines.add(content.text());
        line(lines, "Cơ quan", content.agencyWords());
        line(lines, "Mã hồ sơ", content.dossierCode());
        line(lines, "Xã, phường", content.communeCode());
        line(lines, "Lĩnh vực", content.field());
        var accused = content.accused();
        if (accused != null) {
            line(lines, "Người bị phản ánh", accused.name());
            line(lines, "Chức vụ", accused.position());
        }
        line(lines, "Ngày xảy ra", content.occurredOn() == null ? null : String.valueOf(content.occurredOn()));
        return String.join("\n", lines);
    }

    private static void line(List<String> lines, String label, @Nullable String value) {
        if (value != null) {
            lines.add(label + ": " + value);
        }
    }
}
