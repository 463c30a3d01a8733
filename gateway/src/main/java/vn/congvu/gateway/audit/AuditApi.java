package vn.congvu.gateway.audit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.congvu.contracts.Bilingual;
import vn.congvu.gateway.services.ServiceAway;
import vn.congvu.platform.audit.AuditAction;
import vn.congvu.platform.audit.AuditEntry;
import vn.congvu.platform.audit.Audited;
import vn.congvu.platform.audit.Verification;
import vn.congvu.platform.audit.Verification.Head;
import vn.congvu.platform.paging.Page;
import vn.congvu.platform.problem.Problem;
import vn.congvu.platform.problem.Problems;

/** Who looked at what and who did what, in every service. */
@RestController
@RequestMapping("/api/v1/audit")
@PreAuthorize("hasRole('AUDITOR')")
@Tag(name = "Audit", description = "Nhật ký kiểm tra: append-only, each service a chain of its own")
class AuditApi {
    private final AuditTrails trails;

    AuditApi(AuditTrails trails) {
        this.trails = trails;
    }

    @GetMapping
    @Audited(AuditAction.AUDIT_READ)
    @Operation(
            summary = "The audit trail, newest first",
            description =
                    "service: gateway, intake, cases, notify, or all. about: an id or reference. To read it is in it.")
    Page<AuditEntry> entries(
            @RequestParam(required = false) @Nullable String service,
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(required = false) @Nullable String about,
            @RequestParam(required = false) @Nullable OffsetDateTime from,
            @RequestParam(required = false) @Nullable OffsetDateTime to,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int size) {
        var asked = new AuditTrails.Asked(
                service == null ? null : chain(service),
                actor,
                action == null ? null : action(action),
                about,
                from == null ? null : from.toInstant(),
                to == null ? null : to.toInstant(),
                size);
        return ask(() -> trails.page(asked, cursor));
    }

    @GetMapping("/verification")
    @Audited(AuditAction.AUDIT_VERIFIED)
    @Operation(
            summary = "Verify the next part of a chain",
            description =
                    "Call it again with after = to until complete. sequence and hash: an end that was noted down earlier.")
    Verification verify(
            @RequestParam String service,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(required = false) @Nullable Long sequence,
            @RequestParam(required = false) @Nullable String hash) {
        var chain = chain(service);
        var known = sequence == null || hash == null ? null : new Head(sequence, hash);
        return ask(() -> trails.verify(chain, after, known));
    }

    static <T> T ask(Supplier<T> question) {
        try {
            return question.get();
        } catch (ServiceAway away) {
            throw new Problem(
                    Problems.AWAY,
                    new Bilingual(
                            "Nhật ký của " + away.service().audience()
                                    + " tạm thời không đọc được. Hãy thử lại sau ít giây.",
                            "The trail of " + away.service().audience()
                                    + " can't be read for a moment. Try again in a few seconds."));
        }
    }

    private static Chain chain(String word) {
        return Chain.of(word)
                .orElseThrow(() -> Problems.invalid(
                        "service",
                        "Phải là một trong: gateway, intake, cases, notify.",
                        "One of: gateway, intake, cases, notify."));
    }

    private static AuditAction action(String word) {
        return AuditAction.of(word)
                .orElseThrow(() -> Problems.invalid("action", "Không có loại việc này.", "There is no such action."));
    }
}
