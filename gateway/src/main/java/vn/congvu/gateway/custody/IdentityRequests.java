package vn.congvu.gateway.custody;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;

/** The intake-service's requests to open identities. */
interface IdentityRequests {
    record Listed(List<Asked> items) {}

    /** @param state {@code REQUESTED}, {@code APPROVED} or {@code REFUSED} */
    record Asked(
            String id,
            String reference,
            String requester,
            String reason,
            Instant requestedAt,
            String state,
            @Nullable String decidedBy,
            @Nullable String decisionReason,
            @Nullable Instant decidedAt,
            @Nullable Instant grantedUntil,
            int openedCount,
            boolean mayDecide,
            boolean mayOpen,
            boolean hasIdentity,
            @Nullable List<File> originals) {}

    /** A file that may be opened as it was sent. */
    record File(String id, String mediaType, Instant addedAt) {}

    record NewRequest(String reference, String reason) {}

    record Decision(boolean approve, String reason) {}

    /** For one screen; nothing here keeps or logs it. */
    record Opened(
            String reference,
            @Nullable String name,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String address,
            @Nullable String onBehalfOf,
            String viewer,
            Instant openedAt,
            int openedCount) {
        @Override
        public String toString() {
            return "Opened[private]";
        }
    }

    @GetExchange("/api/v1/identity-requests")
    Listed list();

    @GetExchange("/api/v1/identity-requests/{id}")
    Asked get(@PathVariable String id);

    @PostExchange("/api/v1/identity-requests")
    Asked ask(@RequestBody NewRequest request);

    @PostExchange("/api/v1/identity-requests/{id}/decision")
    Asked decide(@PathVariable String id, @RequestBody Decision decision);

    @PostExchange("/api/v1/identity-requests/{id}/opening")
    Opened open(@PathVariable String id);

    @PostExchange("/api/v1/identity-requests/{id}/originals/{file}/opening")
    ResponseEntity<byte[]> original(@PathVariable String id, @PathVariable String file);
}
