package vn.congvu.cases.calendar;

import static vn.congvu.cases.calendar.CalendarWishes.understood;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.congvu.cases.calendar.CalendarChange.DayChange;
import vn.congvu.cases.calendar.CalendarWishes.DayRequest;
import vn.congvu.cases.calendar.CalendarWishes.ImportView;
import vn.congvu.cases.calendar.WorkCalendars.Content;
import vn.congvu.platform.access.Caller;
import vn.congvu.platform.audit.AuditAction;
import vn.congvu.platform.audit.Audited;
import vn.congvu.platform.audit.NotAudited;
import vn.congvu.platform.problem.Problems;

/** Days off and worked days, for whoever keeps them. */
@RestController
@RequestMapping("/api/v1/calendar")
@Tag(name = "Calendar")
class CalendarDaysController {
    private final WorkCalendars calendars;
    private final Clock clock;

    CalendarDaysController(WorkCalendars calendars, Clock clock) {
        this.calendars = calendars;
        this.clock = clock;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DayView(
            LocalDate date,
            String kind,
            @Nullable String name,
            @Nullable String basis) {
        static DayView of(SpecialDay day) {
            return new DayView(day.date(), day.kind().name().toLowerCase(Locale.ROOT), day.name(), day.basis());
        }
    }

    record YearView(long version, List<DayView> days) {}

    @NotAudited("settings of the system, no case")
    @GetMapping("/days")
    @PreAuthorize("hasAnyRole('ADMIN', 'MONITOR')")
    YearView days(@RequestParam(required = false) @Nullable Integer year) {
        CalendarTable table = calendars.table();
        int shown = year == null
                ? LocalDate.ofInstant(clock.instant(), table.zone()).getYear()
                : year;
        if (shown < 1900 || shown >= 2200) {
            throw Problems.invalid("year", "Năm từ 1900 đến 2199.", "A year from 1900 to 2199.");
        }
        return new YearView(
                table.version(), table.daysOf(shown).stream().map(DayView::of).toList());
    }

    @Audited(AuditAction.CALENDAR_CHANGED)
    @PutMapping("/days/{date}")
    @PreAuthorize("hasRole('ADMIN')")
    DayView putDay(@PathVariable String date, @RequestBody DayRequest request, Caller caller) {
        SpecialDay day = understood(
                "kind",
                () -> CalendarFile.day(
                        date,
                        CalendarWishes.orEmpty(request.kind()),
                        CalendarWishes.orEmpty(request.name()),
                        CalendarWishes.orEmpty(request.basis())));
        calendars.change(caller.subject(), _ -> new Content(List.of(DayChange.of(day)), List.of()));
        return DayView.of(day);
    }

    @Audited(AuditAction.CALENDAR_CHANGED)
    @DeleteMapping("/days/{date}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("hasRole('ADMIN')")
    void deleteDay(@PathVariable String date, Caller caller) {
        LocalDate day = understood("date", () -> CalendarFile.date(date));
        calendars.change(caller.subject(), table -> {
            if (!table.days().containsKey(day)) {
                throw Problems.notFound("Lịch không có ngày này.", "The calendar has no such day.");
            }
            return new Content(List.of(new DayChange(day.toString(), null, null, null)), List.of());
        });
    }

    @Audited(AuditAction.CALENDAR_CHANGED)
    @PostMapping(path = "/days/import", consumes = "text/csv")
    @PreAuthorize("hasRole('ADMIN')")
    ImportView importDays(@RequestBody byte[] file, Caller caller) {
        CalendarFile.Days read = understood("file", () -> CalendarFile.days(file));
        if (read.days().isEmpty()) {
            return new ImportView(calendars.version(), 0, read.refused());
        }
        CalendarTable after = calendars.change(
                caller.subject(),
                _ -> new Content(read.days().stream().map(DayChange::of).toList(), List.of()));
        return new ImportView(after.version(), read.days().size(), read.refused());
    }
}
