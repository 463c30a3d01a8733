package vn.congvu.cases.calendar;

import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.congvu.cases.calendar.CalendarChange.DayChange;
import vn.congvu.cases.calendar.CalendarChange.HoursChange;

/** The calendar of each agency, as it is now. Answers come from memory; changes of other replicas are seen within seconds. */
@Component
public class WorkCalendars {
    private static final Logger log = LoggerFactory.getLogger(WorkCalendars.class);

    private final CalendarStore store;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private volatile @Nullable CalendarTable table;

    WorkCalendars(CalendarStore store, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.events = events;
        this.clock = clock;
    }

    /** The calendar of an agency; one without hours of its own has the common ones. */
    public WorkCalendar of(String agencyCode) {
        return table().of(agencyCode);
    }

    /** The calendar of agencies without hours of their own. */
    public WorkCalendar common() {
        return table().of(CalendarTable.EVERYBODY);
    }

    /** Whether an agency has hours of its own. */
    public boolean hasOwn(String agencyCode) {
        return table().hours().containsKey(agencyCode);
    }

    /** Ascending with every change of a day or of office hours. */
    public long version() {
        return table().version();
    }

    CalendarTable table() {
        CalendarTable known = table;
        return known != null ? known : refresh();
    }

    /** Makes a change; told what the calendar is, and asked again when somebody else was faster. */
    CalendarTable change(String by, Function<CalendarTable, Content> content) {
        while (true) {
            CalendarTable before = refresh();
            Content wanted = content.apply(before);
            if (store.append(
                    new CalendarChange(before.version() + 1, clock.instant(), by, wanted.days(), wanted.hours()))) {
                return refresh();
            }
        }
    }

    record Content(List<DayChange> days, List<HoursChange> hours) {}

    @Scheduled(fixedDelayString = "${complaints.cases.calendar.refresh:PT2S}")
    void follow() {
        try {
            refresh();
        } catch (DataAccessException away) {
            log.warn("changes of the calendar are not seen for now: {}", away.getMessage());
        }
    }

    private CalendarTable refresh() {
        CalendarTable after;
        long seen;
        synchronized (this) {
            CalendarTable before = table;
            List<CalendarChange> changes = store.after(before == null ? 0 : before.version());
            if (before != null && changes.isEmpty()) {
                return before;
            }
            after = before == null || before.version() == 0 ? CalendarTable.blank() : before;
            for (CalendarChange change : changes) {
                after = after.with(change);
            }
            after = after.version() == 0 ? CalendarTable.SHIPPED : after;
            seen = after.version();
            table = after;
        }
        events.publishEvent(new CalendarChanged(seen));
        return after;
    }
}
