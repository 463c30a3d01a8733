package vn.congvu.cases.calendar;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.congvu.cases.calendar.CalendarChange.DayChange;
import vn.congvu.cases.calendar.CalendarChange.HoursChange;
import vn.congvu.cases.calendar.WorkCalendars.Content;
import vn.congvu.contracts.Bilingual;
import vn.congvu.platform.problem.FieldProblem;
import vn.congvu.platform.problem.Problem;
import vn.congvu.platform.problem.Problems;

/** What whoever keeps the calendar sends, and how it is read: what can't be understood is refused with its reason. */
final class CalendarWishes {
    private static final int MAX_LINES = 200;

    private CalendarWishes() {}

    record DayRequest(
            @Nullable String kind,
            @Nullable String name,
            @Nullable String basis) {}

    record HoursRequest(@Nullable String timezone, @Nullable List<HoursText> lines) {}

    /** A change that is only tried: days by date, office hours by agency; absent of a day: its kind, to make it ordinary. */
    record Trial(
            @Nullable Map<String, DayRequest> days,
            @Nullable Map<String, HoursRequest> hours) {
        Content content() {
            List<DayChange> dayChanges = new ArrayList<>();
            (days == null ? Map.<String, DayRequest>of() : days)
                    .forEach((date, request) -> dayChanges.add(understood("days." + date, () -> tried(date, request))));
            List<HoursChange> hoursChanges = new ArrayList<>();
            (hours == null ? Map.<String, HoursRequest>of() : hours)
                    .forEach((agency, request) -> hoursChanges.add(hoursChange(agency, request)));
            return new Content(dayChanges, hoursChanges);
        }
    }

    record ImportView(long version, int accepted, List<BadLine> refused) {}

    private static DayChange tried(String date, DayRequest request) {
        return request.kind() == null
                ? new DayChange(CalendarFile.date(date).toString(), null, null, null)
                : DayChange.of(
                        CalendarFile.day(date, request.kind(), orEmpty(request.name()), orEmpty(request.basis())));
    }

    static HoursChange hoursChange(String agency, HoursRequest request) {
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

    interface Reading<T> {
        T read();
    }

    static <T> T understood(String field, Reading<T> reading) {
        try {
            return reading.read();
        } catch (BadText bad) {
            throw Problems.invalid(field, bad.reason().vi(), bad.reason().en());
        }
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
