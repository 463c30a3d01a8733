package vn.congvu.intake.custody;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.congvu.contracts.Reference;
import vn.congvu.intake.complaint.Typed;
import vn.congvu.intake.vault.IdentityRequest;
import vn.congvu.platform.access.Caller;
import vn.congvu.platform.audit.AuditAction;
import vn.congvu.platform.audit.Audited;
import vn.congvu.platform.audit.AuditedAnswer;

/** The way to an identity: asked for with a reason, decided and looked at by a custodian, for a day, each opening written down. */
@RestController
@RequestMapping("/api/v1/identity-requests")
@Tag(name = "identity", description = "Đề nghị mở danh tính người phản ánh")
class IdentityRequestController {
    private static final int SHORTEST_REASON = 20;

    private final CustodyDesk desk;
    private final OriginalDesk originals;

    IdentityRequestController(CustodyDesk desk, OriginalDesk originals) {
        this.desk = desk;
        this.originals = originals;
    }

    record NewRequest(
            @Schema(example = "7K3F9QXM2D") @Nullable String reference,
            @Schema(minLength = SHORTEST_REASON) @Nullable String reason) {}

    record NewDecision(
            @Nullable Boolean approve,
            @Schema(minLength = SHORTEST_REASON) @Nullable String reason) {}

    record Listed(List<IdentityRequestView> items) implements AuditedAnswer {}

    /**
     * For the screen of one viewer only.
     *
     * @param viewer whose name stands across the page
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OpenedView(
            String reference,
            @Nullable String name,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String address,
            @Nullable String onBehalfOf,
            String viewer,
            Instant openedAt,
            int openedCount)
            implements AuditedAnswer {
        /** Keeps the person out of logs. */
        @Override
        public String toString() {
            return "OpenedView[private]";
        }
    }

    @PostMapping
    @PreAuthorize("hasAnyRole('MONITOR', 'INSPECTOR')")
    @Audited(AuditAction.IDENTITY_REQUESTED)
    @Operation(summary = "Ask who reported", description = "For one report, with the reason; a custodian decides")
    @ApiResponse(responseCode = "201", description = "The request, waiting for a decision")
    ResponseEntity<IdentityRequestView> ask(@RequestBody NewRequest request, Caller caller) {
        var typed = new Typed();
        var reference = typed.text("reference", request.reference());
        var reason = reason(typed, request.reason());
        typed.refuseIfWrong();
        var known = Reference.parse(reference).orElseThrow(CustodyProblems::unknownReport);
        return answer(HttpStatus.CREATED, view(desk.ask(caller, known, reason), caller));
    }

    @GetMapping
    @PreAuthorize("hasAnyRole('MONITOR', 'INSPECTOR', 'CUSTODIAN')")
    @Audited(AuditAction.IDENTITY_REQUESTS_READ)
    @Operation(summary = "Requests: the own ones, a custodian all; the newest 200")
    ResponseEntity<Listed> list(Caller caller) {
        return answer(
                HttpStatus.OK,
                new Listed(desk.list(caller).stream()
                        .map(request -> view(request, caller))
                        .toList()));
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAnyRole('MONITOR', 'INSPECTOR', 'CUSTODIAN')")
    @Audited(AuditAction.IDENTITY_REQUESTS_READ)
    @Operation(summary = "One request")
    ResponseEntity<IdentityRequestView> get(@PathVariable String id, Caller caller) {
        var request = desk.get(caller, id);
        return answer(
                HttpStatus.OK, IdentityRequestView.of(request, desk.now(), caller, originals.toOpen(caller, request)));
    }

    @PostMapping("/{id}/decision")
    @PreAuthorize("hasRole('CUSTODIAN')")
    @Audited(AuditAction.IDENTITY_DECIDED)
    @Operation(summary = "Approve or refuse", description = "Not one's own; once. Approved, it opens for 24 hours")
    @ApiResponse(responseCode = "409", description = "It was decided already; `present` says how")
    ResponseEntity<IdentityRequestView> decide(
            @PathVariable String id, @RequestBody NewDecision decision, Caller caller) {
        var typed = new Typed();
        var reason = reason(typed, decision.reason());
        var approve = decision.approve();
        if (approve == null) {
            typed.problem("approve", "Hãy chọn chấp thuận hoặc từ chối.", "Choose to approve or to refuse.");
        }
        typed.refuseIfWrong();
        return answer(HttpStatus.OK, view(desk.decide(caller, id, Boolean.TRUE.equals(approve), reason), caller));
    }

    @PostMapping("/{id}/opening")
    @PreAuthorize("hasRole('CUSTODIAN')")
    @Audited(AuditAction.IDENTITY_OPENED)
    @Operation(
            summary = "Open the identity",
            description =
                    "By a custodian who did not ask, while the grant lasts. Each call counts, and the reporter sees the count")
    @ApiResponse(responseCode = "410", description = "The grant is over")
    ResponseEntity<OpenedView> open(@PathVariable String id, Caller caller) {
        var opened = desk.open(caller, id);
        var person = opened.person();
        return answer(
                HttpStatus.OK,
                new OpenedView(
                        opened.request().reference(),
                        person.name(),
                        person.phone(),
                        person.email(),
                        person.address(),
                        person.onBehalfOf(),
                        caller.title() == null ? caller.subject() : caller.title() + " (" + caller.subject() + ")",
                        opened.at(),
                        opened.request().openings().size()));
    }

    @PostMapping("/{id}/originals/{attachmentId}/opening")
    @PreAuthorize("hasRole('CUSTODIAN')")
    @Audited(AuditAction.ORIGINAL_OPENED)
    @Operation(
            summary = "Open a file as it was sent",
            description =
                    "Not cleaned: it may show who took it and where, and may do harm where it is opened. By a custodian who did"
                            + " not ask, while the grant lasts. Each call counts like the opening of an identity")
    @ApiResponse(responseCode = "200", description = "The file, as a download")
    @ApiResponse(responseCode = "410", description = "The grant is over, or the file was forgotten")
    ResponseEntity<byte[]> openOriginal(@PathVariable String id, @PathVariable String attachmentId, Caller caller) {
        var original = originals.open(caller, id, attachmentId);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(original.name())
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(original.content());
    }

    private static String reason(Typed typed, @Nullable String raw) {
        var reason = typed.text("reason", raw);
        if (!reason.isEmpty() && reason.length() < SHORTEST_REASON) {
            typed.problem(
                    "reason",
                    "Hãy nêu lý do cụ thể, ít nhất 20 ký tự.",
                    "Give a particular reason, of 20 characters or more.");
        }
        return reason;
    }

    private IdentityRequestView view(IdentityRequest request, Caller caller) {
        return IdentityRequestView.of(request, desk.now(), caller);
    }

    private static <T> ResponseEntity<T> answer(HttpStatus status, T body) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .body(body);
    }
}
