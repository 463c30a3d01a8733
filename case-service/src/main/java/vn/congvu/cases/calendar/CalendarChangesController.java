package vn.congvu.cases.calendar;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.congvu.cases.calendar.CalendarWishes.Trial;
import vn.congvu.cases.calendar.WorkCalendars.Content;
import vn.congvu.platform.access.Caller;
import vn.congvu.platform.audit.AuditAction;
import vn.congvu.platform.audit.Audited;
import vn.congvu.platform.audit.NotAudited;
import vn.congvu.platform.problem.Problems;

/** Changes of days and hours together: tried, made, and remembered. */
@RestController
@RequestMapping("/api/v1/calendar")
@Tag(name = "Calendar")
class CalendarChangesController {
    private static final int CHANGES_SHOWN = 100;

    private final WorkCalendars calendars;
    private final CalendarStore store;
    private final Clock clock;
    private final List<Foresight> foresights;
    private final PreviewProperties preview;

    CalendarChangesController(
            WorkCalendars calendars,
            CalendarStore store,
            Clock clock,
            List<Foresight> foresights,
            PreviewProperties preview) {
        this.calendars = calendars;
        this.store = store;
        this.clock = clock;
        this.foresights = foresights;
        this.preview = preview;
    }

    /** @param version of the calendar that the change made */
    record Changed(long version) {}

    /** Nothing is stored. */
    @NotAudited("changes nothing")
    @PostMapping("/preview")
    @PreAuthorize("hasRole('ADMIN')")
    @Operation(
            summary = "Which open deadlines a change would move, from when to when",
            description = "Of very many it says how many it looked at, and that it is not complete.")
    Foresight.Effects preview(@RequestBody Trial trial) {
        Content content = trial.content();
        CalendarTable now = calendars.table();
        CalendarTable then = now.with(
                new CalendarChange(now.version() + 1, clock.instant(), "preview", content.days(), content.hours()));
        return Foresight.Effects.of(foresights, each -> each.ifCalendarsWere(then::of, preview.patience()));
    }

    /** Makes a change that was tried: all its days and hours at once, or none. */
    @Audited(AuditAction.CALENDAR_CHANGED)
    @PostMapping("/changes")
    @PreAuthorize("hasRole('ADMIN')")
    Changed change(@RequestBody Trial change, Caller caller) {
        Content content = change.content();
        if (content.days().isEmpty() && content.hours().isEmpty()) {
            throw Problems.invalid("days", "Hãy nêu ít nhất một ngày hoặc giờ.", "Name at least one day or hours.");
        }
        return new Changed(calendars.change(caller.subject(), _ -> content).version());
    }

    /** Who changed what and when, newest first. */
    @NotAudited("settings of the system, no case")
    @GetMapping("/changes")
    @PreAuthorize("hasAnyRole('ADMIN', 'MONITOR', 'AUDITOR')")
    List<CalendarChange> changes() {
        return store.latest(CHANGES_SHOWN);
    }
}
