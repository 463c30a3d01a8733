package vn.congvu.platform.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.congvu.platform.audit.Verification.Head;
import vn.congvu.platform.problem.Problems;

/** This service's chain, for the gateway, which puts the chains together and records who asked. */
@RestController
@RequestMapping("/internal/audit")
@PreAuthorize("hasRole('AUDITOR')")
@NotAudited("the gateway records who reads the trail, once for all chains")
class AuditController {
    private final AuditTrail trail;

    AuditController(AuditTrail trail) {
        this.trail = trail;
    }

    record Entries(List<AuditEntry> items) {}

    @GetMapping
    Entries entries(
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(required = false) @Nullable String about,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(defaultValue = "50") int size) {
        return new Entries(trail.page(new AuditQuery(actor, action(action), about, from, to, before, size)));
    }

    @GetMapping("/verification")
    Verification verify(
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(required = false) @Nullable Long sequence,
            @RequestParam(required = false) @Nullable String hash) {
        return trail.verify(after, sequence == null || hash == null ? null : new Head(sequence, hash));
    }

    private static @Nullable AuditAction action(@Nullable String word) {
        return word == null
                ? null
                : AuditAction.of(word)
                        .orElseThrow(() ->
                                Problems.invalid("action", "Không có loại việc này.", "There is no such action."));
    }
}
