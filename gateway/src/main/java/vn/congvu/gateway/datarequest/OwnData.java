package vn.congvu.gateway.datarequest;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** The intake-service, as the reporter asks it about the own data. The code travels in bodies only. */
@HttpExchange("/api/v1/tracking/data-requests")
interface OwnData {
    record Access(String reference, String accessCode) {
        @Override
        public String toString() {
            return "Access[" + reference + "]";
        }
    }

    record NewRequest(
            String reference,
            String accessCode,
            @Nullable String kind,
            @Nullable String words,
            @Nullable String name,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String address) {
        @Override
        public String toString() {
            return "NewRequest[" + reference + "]";
        }
    }

    record View(String reference, boolean identityKept, int identityOpenedCount, List<DataRequest> requests) {
        /** Whether a copy can be looked at now. */
        public boolean hasCopy(Instant now) {
            return requests.stream()
                    .map(DataRequest::copyUntil)
                    .anyMatch(until -> until != null && now.isBefore(until));
        }
    }

    record Message(Instant at, String channel, String text) {}

    record File(String mediaType, long bytes, Instant addedAt) {}

    /** For one screen; nothing here keeps or logs it. */
    record Copy(
            String reference,
            Instant receivedAt,
            String channel,
            @Nullable String name,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String address,
            @Nullable String onBehalfOf,
            String text,
            List<Message> messages,
            List<File> files,
            int identityOpenedCount) {
        @Override
        public String toString() {
            return "Copy[private]";
        }
    }

    @PostExchange("/list")
    View list(@RequestBody Access access);

    @PostExchange
    View ask(@RequestBody NewRequest request);

    @PostExchange("/copy")
    Copy copy(@RequestBody Access access);
}
