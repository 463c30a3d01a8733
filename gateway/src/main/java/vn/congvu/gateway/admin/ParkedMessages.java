package vn.congvu.gateway.admin;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;

/** What a service could not apply, told by the platform in each of them. */
interface ParkedMessages {
    record Listed(List<Parked> items, @Nullable String next) {}

    record Parked(
            String id,
            String queue,
            String reason,
            Instant parkedAt,
            @Nullable String type,
            @Nullable String correlationId,
            boolean replayable) {}

    @GetExchange("/api/v1/{name}/parked")
    Listed list(@PathVariable String name);

    @PostExchange("/api/v1/{name}/parked/{id}/replay")
    void replay(@PathVariable String name, @PathVariable String id);
}
