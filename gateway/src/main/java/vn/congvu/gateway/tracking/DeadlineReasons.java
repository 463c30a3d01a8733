package vn.congvu.gateway.tracking;

import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;
import vn.congvu.contracts.Bilingual;

/** The case-service, asked by the gateway itself for a reporter whose secret code was right. */
interface DeadlineReasons {
    record Why(Instant dueAt, List<Bilingual> trace) {}

    @GetExchange("/internal/complaints/{reference}/deadline")
    Why of(@PathVariable String reference);
}
