package vn.congvu.cases.calendar;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
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
import vn.congvu.cases.calendar.CalendarChange.HoursChange;
import vn.congvu.cases.calendar.WorkCalendars.Content;
import vn.congvu.contracts.Bilingual;
import vn.congvu.platform.access.Caller;
import vn.congvu.platform.problem.FieldProblem;
import vn.congvu.platform.problem.Problem;
import vn.congvu.platform.problem.Problems;

/** Days off, worked days and office hours, for whoever keeps them. */
@RestController
@RequestMapping("/api/v1/calendar")
class CalendarController {
    private static final int MAX_LINES = 200;
    private static final int CHANGES_SHOWN = 100;

    private final WorkCalendars calendars;
    private final CalendarStore store;
    private final Clock clock;
    private final List<Foresight> foresights;

    CalendarController(WorkCalendars calendars, CalendarStore store, Clock clock, List<Foresight> foresights) {
        this.calendars = calendars;
        this.store = store;
        this.clock = clock;
        this.foresights = foresights;
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

    record DayRequest(
            @Nullable String kind,
            @Nullable String name,
            @Nullable String basis) {}

    /** @param agency {@code *} for the common hours */
    record HoursView(long version, String agency, String timezone, List<HoursText> lines) {}

    record HoursRequest(@Nullable String timezone, @Nullable List<HoursText> lines) {}

    /** A change that is only tried: days by date, office hours by agency; absent of a day: its kind, to make it ordinary. */
    record Trial(
            @Nullable Map<String, DayRequest> days,
            @Nullable Map<String, HoursRequest> hours) {}

    record ImportView(long version, int accepted, List<BadLine> refused) {}

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

    @PutMapping("/days/{date}")
    @PreAuthorize("hasRole('ADMIN')")
    DayView putDay(@PathVariable String date, @RequestBody DayRequest request, Caller caller) {
        SpecialDay day = understood(
                "kind",
                () -> CalendarFile.day(
                        date, orEmpty(request.kind()), orEmpty(request.name()), orEmpty(request.basis())));
        calendars.change(caller.subject(), _ -> new Content(List.of(DayChange.of(day)), List.of()));
        return DayView.of(day);
    }

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

    @GetMapping("/hours")
    @PreAuthorize("hasAnyRole('ADMIN', 'MONITOR')")
    List<HoursView> hours() {
        CalendarTable table = calendars.table();
        return new TreeMap<>(table.hours())
                .keySet().stream().map(agency -> view(table, agency)).toList();
    }

    @GetMapping("/hours/{agency}")
    @PreAuthorize("hasAnyRole('ADMIN', 'MONITOR')")
    HoursView hoursOf(@PathVariable String agency) {
        return view(calendars.table(), agency);
    }

    @PutMapping("/hours/{agency}")
    @PreAuthorize("hasRole('ADMIN')")
    HoursView putHours(@PathVariable String agency, @RequestBody HoursRequest request, Caller caller) {
        HoursChange change = hoursChange(agency, request);
        CalendarTable after = calendars.change(caller.subject(), _ -> new Content(List.of(), List.of(change)));
        return view(after, agency);
    }

    /** Back to the common hours, and of these to the standard ones. */
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

    /** Which open deadlines a change would move, from when to when. Nothing is stored. */
    @PostMapping("/preview")
    @PreAuthorize("hasRole('ADMIN')")
    Foresight.Effects preview(@RequestBody Trial trial) {
        List<DayChange> days = new ArrayList<>();
        (trial.days() == null ? Map.<String, DayRequest>of() : trial.days())
                .forEach((date, request) -> days.add(understood("days." + date, () -> tried(date, request))));
        List<HoursChange> hours = new ArrayList<>();
        (trial.hours() == null ? Map.<String, HoursRequest>of() : trial.hours())
                .forEach((agency, request) -> hours.add(hoursChange(agency, request)));
        CalendarTable now = calendars.table();
        CalendarTable then = now.with(new CalendarChange(now.version() + 1, clock.instant(), "preview", days, hours));
        return Foresight.Effects.of(foresights, each -> each.ifCalendarsWere(then::of));
    }

    private static DayChange tried(String date, DayRequest request) {
        return request.kind() == null
                ? new DayChange(CalendarFile.date(date).toString(), null, null, null)
                : DayChange.of(
                        CalendarFile.day(date, request.kind(), orEmpty(request.name()), orEmpty(request.basis())));
    }

    private static HoursChange hoursChange(String agency, HoursRequest request) {
        List<HoursText> lines = request.lines() == null ? List.of() : request.lines();
        checkLines(lines);
        String timezone = request.timezone();
        if (timezone != null) {
            if (!agency.equals(CalendarTable.EVERYBODY)) {
                throw Problems.invalid(
                        "timezone",
                        "Múi giờ chỉ đặt chung cho mọi cơ quan (*).",
                        "The time zone is set for all agencies together (*).");
            }
            understood("timezone", () -> CalendarFile.timezone(timezone, null));
        }
        return new HoursChange(agency, timezone, lines);
    }

    /** Who changed what and when, newest first. */
    @GetMapping("/changes")
    @PreAuthorize("hasAnyRole('ADMIN', 'MONITOR', 'AUDITOR')")
    List<CalendarChange> changes() {
        return store.latest(CHANGES_SHOWN);
    }

    private static void checkLines(List<HoursText> lines) {
        if (lines.isEmpty() || lines.size() > MAX_LINES) {
            throw Problems.invalid(
                    "lines",
                    "Cần từ 1 đến " + MAX_LINES + " dòng; để dùng giờ chung, hãy xóa giờ riêng.",
                    "From 1 to " + MAX_LINES + " lines; to go back to the common hours, delete.");
        }
        List<FieldProblem> problems = new ArrayList<>();
        Map<Integer, HoursLine> read = new TreeMap<>();
        for (int i = 0; i < lines.size(); i++) {
            try {
                HoursLine line = lines.get(i).line();
                for (Map.Entry<Integer, HoursLine> earlier : read.entrySet()) {
                    if (earlier.getValue().conflictsWith(line)) {
                        throw new BadText(
                                "Giờ làm việc trùng với dòng " + (earlier.getKey() + 1) + ".",
                                "The hours overlap those of line " + (earlier.getKey() + 1) + ".");
                    }
                }
                read.put(i, line);
            } catch (BadText bad) {
                problems.add(new FieldProblem("lines[" + i + "]", bad.reason()));
            }
        }
        if (!problems.isEmpty()) {
            throw new Problem(
                    Problems.INVALID,
                    new Bilingual(
                            "Giờ làm việc chưa đúng. Hãy sửa các dòng được nêu.",
                            "The office hours are not right. Correct the lines that are named."),
                    problems);
        }
    }

    private static HoursView view(CalendarTable table, String agency) {
        List<HoursLine> lines = table.hours().getOrDefault(agency, List.of());
        return new HoursView(
                table.version(),
                agency,
                table.zone().getId(),
                lines.stream().map(HoursText::of).toList());
    }

    private interface Reading<T> {
        T read();
    }

    private static <T> T understood(String field, Reading<T> reading) {
        try {
            return reading.read();
        } catch (BadText bad) {
            throw Problems.invalid(field, bad.reason().vi(), bad.reason().en());
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
