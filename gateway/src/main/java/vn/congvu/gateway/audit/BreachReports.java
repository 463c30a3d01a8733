package vn.congvu.gateway.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.congvu.platform.audit.AuditEntry;
import vn.congvu.platform.paging.Page;

/** Reads all of a window of the trail, page by page. */
@Component
class BreachReports {
    private static final int PAGE = 100;
    /** A hundred thousand entries: beyond, the report says that it is not complete, and a shorter window is asked for. */
    private static final int MOST_PAGES = 1_000;

    private final AuditTrails trails;
    private final Clock clock;

    BreachReports(AuditTrails trails, Clock clock) {
        this.trails = trails;
        this.clock = clock;
    }

    /**
     * @param from inclusive
     * @param to exclusive
     * @param actor whose access; absent for everybody's
     */
    BreachReport of(Instant from, Instant to, @Nullable String actor) {
        var report = new BreachReport.Builder();
        var asked = new AuditTrails.Asked(null, actor, null, null, from, to, PAGE);
        String cursor = null;
        int pages = 0;
        do {
            Page<AuditEntry> page = trails.page(asked, cursor);
            page.items().forEach(report::add);
            cursor = page.next();
        } while (cursor != null && ++pages < MOST_PAGES);
        return report.build(from, to, actor, clock.instant().truncatedTo(ChronoUnit.SECONDS), cursor == null);
    }
}
