package vn.congvu.notify.apology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import vn.congvu.contracts.AgencyRef;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.cases.Subject;
import vn.congvu.notify.letter.LetterPage;
import vn.congvu.notify.site.Site;
import vn.congvu.platform.access.Caller;
import vn.congvu.platform.audit.AuditAction;
import vn.congvu.platform.audit.Audited;
import vn.congvu.platform.audit.NotAudited;
import vn.congvu.platform.problem.Problem;
import vn.congvu.platform.problem.Problems;

@RestController
@PreAuthorize("hasRole('AGENCY_HEAD')")
@Tag(name = "Apologies")
class SigningController {
    private static final String TO_SIGN = BoardAddresses.LIST + "/to-sign";

    private final Signing signing;
    private final LetterWriter writer;
    private final LetterPage pages;
    private final Site site;
    private final Clock clock;

    SigningController(Signing signing, LetterWriter writer, LetterPage pages, Site site, Clock clock) {
        this.signing = signing;
        this.writer = writer;
        this.pages = pages;
        this.site = site;
        this.clock = clock;
    }

    /**
     * An apology that waits for the caller's signature.
     *
     * @param version to send back with the signature
     * @param signBy when it goes out in the agency's name without it
     * @param letter the letter as it would go out
     */
    record Waiting(
            String id,
            @Schema(example = "0") long version,
            AgencyRef agency,
            ApologyKind kind,
            Subject subject,
            @Schema(example = "7K3F9QXM2D") String reference,
            @Nullable String field,
            @Nullable String procedure,
            @Nullable Instant dueAt,
            boolean repeated,
            Instant createdAt,
            Instant signBy,
            String letter) {}

    record ToSignList(List<Waiting> items) {}

    @NotAudited("the own agency's apologies, without persons")
    @GetMapping(TO_SIGN)
    @Operation(summary = "What waits for the signature of the caller, most urgent first")
    ToSignList waiting(Caller caller) {
        var code = caller.agencyCode();
        return new ToSignList(
                code == null
                        ? List.of()
                        : signing.waitingFor(code).stream().map(this::view).toList());
    }

    @Audited(AuditAction.LETTER_READ)
    @GetMapping(value = TO_SIGN + "/{id}/letter", produces = MediaType.TEXT_HTML_VALUE)
    @Operation(summary = "The letter as it would go out")
    ResponseEntity<byte[]> letter(@PathVariable String id, Caller caller) {
        var page = pages.of(writer.draft(own(id, caller).draft(), clock.instant()));
        return ResponseEntity.ok()
                .header("Content-Security-Policy", pages.contentSecurityPolicy())
                .contentType(new MediaType(MediaType.TEXT_HTML, UTF_8))
                .body(page.getBytes(UTF_8));
    }

    /**
     * @param version that was read
     * @param name of the head as the letter prints it, if it is to be there
     * @param reason of the delay, published as it is: name nobody in it
     */
    record NewSignature(
            @Schema(example = "0") @Nullable Long version,
            @Schema(example = "Lê Hồng Minh") @Nullable String name,

            @Schema(example = "Phải xác minh lại nguồn gốc thửa đất") @Nullable
            String reason) {}

    @Audited(AuditAction.APOLOGY_SIGNED)
    @PostMapping(BoardAddresses.LIST + "/{id}/sign")
    @Operation(
            summary = "Signs an apology that waits, and publishes it",
            description = "Repeat with the same Idempotency-Key until it answers: it is published once.")
    @ApiResponse(responseCode = "200", description = "Signed and published")
    @ApiResponse(responseCode = "409", description = "Changed meanwhile, or gone out already")
    Entry sign(
            @PathVariable String id,
            @RequestBody NewSignature wanted,
            @RequestHeader("Idempotency-Key") String key,
            Caller caller) {
        var waiting = own(id, caller);
        var signature = ToSign.Decision.signed(
                clock.instant(),
                Wording.required("Idempotency-Key", key, Wording.LONGEST_NAME),
                Objects.requireNonNullElse(caller.title(), waiting.draft().signer()),
                Wording.optional(wanted.name()),
                Wording.publicReason("reason", wanted.reason()));
        var decided = waiting.decision() == null ? decide(waiting, wanted.version(), signature) : waiting;
        return Entry.of(sameOrRefuse(decided, signature), site, clock.instant());
    }

    private ToSign decide(ToSign waiting, @Nullable Long version, ToSign.Decision signature) {
        if (version == null) {
            throw Problems.invalid("version", "Gửi kèm version đã đọc.", "Send the version that was read.");
        }
        if (!version.equals(waiting.version())) {
            throw new Problem(
                            Problems.STALE,
                            new Bilingual(
                                    "Thư xin lỗi này vừa có thay đổi. Hãy xem lại rồi ký.",
                                    "This apology has changed meanwhile. Look at it again, then sign."))
                    .with("current", view(waiting));
        }
        return signing.decide(waiting, signature)
                .or(() -> signing.find(waiting.id()))
                .orElse(waiting);
    }

    private Apology sameOrRefuse(ToSign decided, ToSign.Decision signature) {
        var decision = decided.decision();
        if (decision == null) {
            throw new Problem(
                            Problems.STALE,
                            new Bilingual(
                                    "Thư xin lỗi này vừa có thay đổi. Hãy xem lại rồi ký.",
                                    "This apology has changed meanwhile. Look at it again, then sign."))
                    .with("current", view(decided));
        }
        var apology = signing.finish(decided);
        if (!Objects.equals(decision.key(), signature.key())) {
            throw new Problem(
                            ApologyProblems.GONE_OUT,
                            decision.key() == null
                                    ? new Bilingual(
                                            "Đã quá thời hạn ký; thư đã được công khai thay mặt cơ quan. Nếu cần, hãy thêm đính chính.",
                                            "The time to sign is over; the letter went out in the agency's name. Add a correction if need be.")
                                    : new Bilingual(
                                            "Thư này đã được ký và công khai.",
                                            "This letter was signed and published already."))
                    .with("current", Entry.of(apology, site, clock.instant()));
        }
        return apology;
    }

    /** Another agency's does not exist for the caller. */
    private ToSign own(String id, Caller caller) {
        return signing.find(id)
                .filter(waiting -> waiting.draft().agency().code().equals(caller.agencyCode()))
                .orElseThrow(() -> Problems.notFound(
                        "Không có thư xin lỗi này chờ ký.", "No such apology waits for a signature."));
    }

    private Waiting view(ToSign waiting) {
        var draft = waiting.draft();
        return new Waiting(
                waiting.id(),
                Optional.ofNullable(waiting.version()).orElse(0L),
                draft.agency(),
                ApologyKind.of(draft.cause(), draft.subject()),
                draft.subject(),
                draft.reference(),
                draft.field(),
                draft.procedure(),
                draft.dueAt(),
                draft.miss() > 1,
                waiting.createdAt(),
                waiting.signBy(),
                site.url(TO_SIGN + "/" + waiting.id() + "/letter"));
    }
}
