package vn.congvu.gateway.datarequest;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** The intake-service's requests about personal data, for the custodian. */
@HttpExchange("/api/v1/data-requests")
interface DataRequests {
    record Listed(List<DataRequest> items) {}

    record Answer(boolean grant, String text) {}

    record Person(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String address,
            @Nullable String onBehalfOf) {
        @Override
        public String toString() {
            return "Person[private]";
        }
    }

    /** For one screen; nothing here keeps or logs it. */
    record Opened(
            String reference, Person now, @Nullable Person right, String viewer, Instant openedAt, int openedCount) {}

    @GetExchange
    Listed list();

    @GetExchange("/{id}")
    DataRequest get(@PathVariable String id);

    @PostExchange("/{id}/opening")
    Opened open(@PathVariable String id);

    @PostExchange("/{id}/answer")
    DataRequest answer(@PathVariable String id, @RequestBody Answer answer);
}
