package vn.congvu.cases.calendar;

import static vn.congvu.cases.calendar.CalendarWishes.understood;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.congvu.cases.calendar.CalendarChange.HoursChange;
import vn.congvu.cases.calendar.CalendarWishes.HoursRequest;
import vn.congvu.cases.calendar.CalendarWishes.ImportView;
import vn.congvu.cases.calendar.WorkCalendars.Content;
import vn.congvu.platform.access.Caller;
import vn.congvu.platform.audit.AuditAction;
import vn.congvu.platform.audit.Audited;
import vn.congvu.platform.audit.NotAudited;
import vn.congvu.platform.problem.Problems;

/** Office hours of all and of single agencies, for whoever keeps them. */
@RestController
@RequestMapping("/api/v1/calendar")
@Tag(name = "Calendar")
class CalendarHoursController {
    private final WorkCalendars calendars;

    CalendarHoursController(WorkCalendars calendars) {
        this.calendars = calendars;
    }

    /** @param agency {@code *} for the common hours */
    record HoursView(long version, String agency, String timezone, List<HoursText> lines) {}

    @NotAudited("settings of the system, no case")
    @GetMapping("/hours")
    @PreAuthorize("hasAnyRole('ADMIN', 'MONITOR')")
    List<HoursView> hours() {
        CalendarTable table = calendars.table();
        return new TreeMap<>(table.hours())
                .keySet().stream().map(agency -> view(table, agency)).toList();
    }

    @NotAudited("settings of the system, no case")
    @GetMapping("/hours/{agency}")
    @PreAuthorize("hasAnyRole('ADMIN', 'MONITOR')")
    HoursView hoursOf(@PathVariable String agency) {
        return view(calendars.table(), agency);
    }

    @Audited(AuditAction.CALENDAR_CHANGED)
    @PutMapping("/hours/{agency}")
    @PreAuthorize("hasRole('ADMIN')")
    HoursView putHours(@PathVariable String agency, @RequestBody HoursRequest request, Caller caller) {
        HoursChange change = CalendarWishes.hoursChange(agency, request);
        CalendarTable after = calendars.change(caller.subject(), _ -> new Content(List.of(), List.of(change)));
        return view(after, agency);
    }

    /** Back to the common hours, and of these to the standard ones. */
    @Audited(AuditAction.CALENDAR_CHANGED)
    @DeleteMapping("/hours/{agency}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("hasRole('ADMIN')")
    void deleteHours(@PathVariable String agency, Caller caller) {
        calendars.change(caller.subject(), table -> {
            if (!table.hours().containsKey(agency)) {
                throw Problems.notFound(
                        "Cơ quan này không có giờ làm việc riêng.", "This agency has no hours of its own.");
            }
            return new Content(List.of(), List.of(new HoursChange(agency, null, List.of())));
        });
    }

    @Audited(AuditAction.CALENDAR_CHANGED)
    @PostMapping(path = "/hours/import", consumes = "text/csv")
    @PreAuthorize("hasRole('ADMIN')")
    ImportView importHours(@RequestBody byte[] file, Caller caller) {
        CalendarFile.Hours read = understood("file", () -> CalendarFile.hours(file));
        if (read.lines().isEmpty()) {
            return new ImportView(calendars.version(), 0, read.refused());
        }
        CalendarTable after = calendars.change(caller.subject(), _ -> new Content(List.of(), read.changes()));
        int accepted = read.lines().values().stream().mapToInt(List::size).sum();
        return new ImportView(after.version(), accepted, read.refused());
    }

    private static HoursView view(CalendarTable table, String agency) {
        List<HoursLine> lines = table.hours().getOrDefault(agency, List.of());
        return new HoursView(
                table.version(),
                agency,
                table.zone().getId(),
                lines.stream().map(HoursText::of).toList());
    }
}
