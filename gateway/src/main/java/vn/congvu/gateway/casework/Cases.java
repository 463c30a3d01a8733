package vn.congvu.gateway.casework;

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

/** The case-service's case files. */
@HttpExchange("/api/v1/cases")
interface Cases {
    /** @param counts of each view, only with the first page */
    record Listed(
            List<CaseRow> items,
            @Nullable String next,
            @Nullable Map<String, Long> counts) {}

    @GetExchange
    Listed list(
            @RequestParam String view,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String agency,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam int size);

    @GetExchange("/{id}")
    CaseView get(@PathVariable String id);

    @GetExchange("/{id}/deadlines")
    CaseDeadlines deadlines(@PathVariable String id);

    /** When the time to answer would end. */
    record Extension(AgencyRef agency, Instant previousDueAt, Instant dueAt) {}

    @PostExchange("/{id}/extend/preview")
    Extension tryToExtend(@PathVariable String id, @RequestBody Map<String, Object> body);

    @PostExchange("/{id}/{command}")
    CaseView command(@PathVariable String id, @PathVariable String command, @RequestBody Map<String, Object> body);
}
