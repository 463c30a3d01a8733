package vn.congvu.gateway.apology;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import vn.congvu.contracts.AgencyRef;

/** What waits in the notify-service for the signature of a head. */
@HttpExchange("/api/v1/apologies")
interface ToSign {
    record Listed(List<Waiting> items) {}

    record Waiting(
            String id,
            long version,
            AgencyRef agency,
            String kind,
            String subject,
            String reference,
            @Nullable String field,
            @Nullable String procedure,
            @Nullable Instant dueAt,
            boolean repeated,
            Instant signBy) {}

    @GetExchange("/to-sign")
    Listed list();

    @GetExchange("/to-sign/{id}/letter")
    ResponseEntity<byte[]> letter(@PathVariable String id);

    @PostExchange("/{id}/sign")
    Board.Entry sign(
            @PathVariable String id,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody Map<String, Object> signature);
}
