package vn.congvu.gateway.news;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.congvu.contracts.Role;
import vn.congvu.gateway.services.CurrentCaller;
import vn.congvu.gateway.services.Refusal;
import vn.congvu.gateway.services.Service;
import vn.congvu.gateway.services.ServiceAway;
import vn.congvu.gateway.services.Services;
import vn.congvu.platform.access.Caller;

/** The number in the header of every page, asked for now and then: no page waits for it twice, or fails without it. */
@Component("unread")
public class Unread {
    private static final Logger log = LoggerFactory.getLogger(Unread.class);
    private static final Duration KNOWN_FOR = Duration.ofSeconds(20);
    private static final int MOST_KNOWN = 2_000;

    private final OfficeNotices notices;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    Unread(Services services) {
        this.notices = services.client(Service.NOTIFY, OfficeNotices.class);
    }

    private record Known(@Nullable Long count, long untilNanos) {
        boolean good() {
            return System.nanoTime() - untilNanos < 0;
        }
    }

    /** Whether this caller's office is told anything. */
    public boolean told() {
        var caller = CurrentCaller.get();
        return caller.has(Role.AGENCY_HEAD)
                || caller.has(Role.AGENCY_OFFICER)
                || caller.has(Role.MONITOR)
                || caller.has(Role.CUSTODIAN);
    }

    /** Absent while it can't be asked for. */
    public @Nullable Long count() {
        var caller = CurrentCaller.get();
        var before = known.get(caller.subject());
        if (before != null && before.good()) {
            return before.count();
        }
        if (known.size() > MOST_KNOWN) {
            known.values().removeIf(old -> !old.good());
        }
        var count = ask();
        known.put(caller.subject(), new Known(count, System.nanoTime() + KNOWN_FOR.toNanos()));
        return count;
    }

    /** Something was read: the number is asked for anew. */
    void forget(Caller caller) {
        known.remove(caller.subject());
    }

    private @Nullable Long ask() {
        try {
            return notices.mine().unread();
        } catch (Refusal | ServiceAway unavailable) {
            log.debug("what is new can't be counted", unavailable);
            return null;
        }
    }
}
