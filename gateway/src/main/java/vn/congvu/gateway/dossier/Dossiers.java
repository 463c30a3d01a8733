package vn.congvu.gateway.dossier;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import vn.congvu.contracts.AgencyRef;
import vn.congvu.contracts.Bilingual;

/** The case-service's dossiers. */
@HttpExchange("/api/v1/dossiers")
interface Dossiers {
    record Listed(List<Dossier> items, @Nullable String next) {}

    record Dossier(
            String code,
            long version,
            String procedure,
            @Nullable String field,
            AgencyRef agency,
            Instant receivedAt,
            Instant dueAt,
            @Nullable Instant finishedAt,
            String state,
            boolean online,
            boolean overdue,
            @Nullable Instant rescheduledAt,
            int misses,
            int apologies,
            @Nullable List<Line> history) {
        public boolean reschedulable() {
            return finishedAt == null && rescheduledAt == null && !overdue;
        }
    }

    record Line(
            Instant at,
            Bilingual by,
            Bilingual what,
            @Nullable String words) {}

    @GetExchange
    Listed list(
            @RequestParam String view,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam int size);

    @GetExchange("/{code}")
    Dossier get(@PathVariable String code);

    /** When the result would be due. */
    record NewDate(Instant previousDueAt, Instant dueAt) {}

    @PostExchange("/{code}/reschedule/preview")
    NewDate tryToReschedule(@PathVariable String code, @RequestBody Map<String, Object> body);

    @PostExchange("/{code}/reschedule")
    Dossier reschedule(@PathVariable String code, @RequestBody Map<String, Object> body);
}
