package vn.congvu.gateway.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import vn.congvu.platform.audit.AuditEntry;
import vn.congvu.platform.audit.Verification;

/** The trail of a service, told by the platform in each of them. */
interface ServiceTrail {
    record Entries(List<AuditEntry> items) {}

    @GetExchange("/internal/audit")
    Entries entries(
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(required = false) @Nullable String about,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam int size);

    @GetExchange("/internal/audit/verification")
    Verification verify(
            @RequestParam long after,
            @RequestParam(required = false) @Nullable Long sequence,
            @RequestParam(required = false) @Nullable String hash);
}
