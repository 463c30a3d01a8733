package vn.congvu.cases.deadline;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.congvu.cases.calendar.OfficeHours;
import vn.congvu.cases.calendar.Shift;
import vn.congvu.cases.calendar.SpecialDay;
import vn.congvu.cases.calendar.WorkCalendar;
import vn.congvu.cases.deadline.LimitText.BadLimit;
import vn.congvu.contracts.Bilingual;
import vn.congvu.platform.problem.FieldProblem;
import vn.congvu.platform.problem.Problem;
import vn.congvu.platform.problem.Problems;

/** Reads what a preview asks, and finds everything that is wrong with it. However hostile, it costs little. */
final class DeadlineQuestion {
    private static final List<String> WEEKDAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final int MAX_SHIFTS = 24;
    private static final int MAX_SPECIAL_DAYS = WorkCalendar.HORIZON_YEARS * 366;
    private static final int MAX_PAUSES = 1000;
    private static final int MAX_SHOWN = 60;

    /** A pause as it is written. */
    record PauseText(@Nullable String from, @Nullable String to) {}

    private final List<FieldProblem> problems = new ArrayList<>();

    Instant instant(String field, @Nullable String text) {
        if (text == null) {
            wrong(field, "Thiếu thời điểm này.", "This moment is missing.");
            return Instant.EPOCH;
        }
        try {
            Instant instant = OffsetDateTime.parse(text).toInstant();
            if (!instant.isBefore(WorkCalendar.EARLIEST) && instant.isBefore(WorkCalendar.LATEST)) {
                return instant;
            }
            wrong(field, "Chỉ tính từ năm 1900 đến năm 2199.", "Only the years 1900 to 2199 are counted.");
        } catch (DateTimeException notAMoment) {
            wrong(
                    field,
                    "Không hiểu \"" + shown(text) + "\"; viết ví dụ 2026-03-02T09:00:00+07:00.",
                    "Can't read \"" + shown(text) + "\"; write for instance 2026-03-02T09:00:00+07:00.");
        }
        return Instant.EPOCH;
    }

    Limit limit(@Nullable LimitText text) {
        try {
            if (text != null) {
                return text.limit();
            }
            wrong(
                    "limit",
                    "Thiếu thời hạn, ví dụ {\"workingDays\": 10}.",
                    "The limit is missing, such as {\"workingDays\": 10}.");
        } catch (BadLimit bad) {
            problems.add(new FieldProblem("limit", bad.reason()));
        }
        return new Limit.WorkingDays(0);
    }

    /** The end of the day where there is no such hour. */
    LocalTime lastReceipt(@Nullable String text) {
        try {
            return text == null ? LocalTime.MAX : LocalTime.parse(text);
        } catch (DateTimeException notATime) {
            wrong("lastReceipt", "Viết giờ ví dụ 15:00.", "Write a time, for instance 15:00.");
            return LocalTime.MAX;
        }
    }

    List<Pause> pauses(@Nullable List<@Nullable PauseText> texts) {
        if (texts == null) {
            return List.of();
        }
        if (texts.size() > MAX_PAUSES) {
            wrong("pauses", "Không quá " + MAX_PAUSES + " lần tạm dừng.", "At most " + MAX_PAUSES + " pauses.");
            return List.of();
        }
        List<Pause> pauses = new ArrayList<>();
        for (int i = 0; i < texts.size() && problems.size() < MAX_SHOWN; i++) {
            PauseText text = texts.get(i);
            String field = "pauses[" + i + "]";
            Instant from = instant(field + ".from", text == null ? null : text.from());
            Instant to = instant(field + ".to", text == null ? null : text.to());
            if (to.isBefore(from)) {
                wrong(field, "Lần tạm dừng phải kết thúc sau khi bắt đầu.", "A pause ends after it begins.");
            } else {
                pauses.add(new Pause(from, to));
            }
        }
        return pauses;
    }

    /** @param ofAgency empty for a code that is no agency's */
    WorkCalendar calendar(@Nullable InlineCalendar choice, Function<String, Optional<WorkCalendar>> ofAgency) {
        return switch (choice) {
            case null -> {
                wrong(
                        "calendar",
                        "Thiếu lịch: mã cơ quan, \"default\", hoặc {timezone, hours, daysOff, workedDays}.",
                        "The calendar is missing: an agency's code, \"default\", or {timezone, hours, daysOff, workedDays}.");
                yield WorkCalendar.standard();
            }
            case InlineCalendar.OfAgency(String code) ->
                ofAgency.apply(code).orElseGet(() -> {
                    wrong(
                            "calendar",
                            "Không có cơ quan \"" + shown(code)
                                    + "\"; xem GET /api/v1/agencies, hoặc dùng \"default\".",
                            "There is no agency \"" + shown(code)
                                    + "\"; see GET /api/v1/agencies, or use \"default\".");
                    return WorkCalendar.standard();
                });
            case InlineCalendar.Written written ->
                new WorkCalendar(
                        zone(written.timezone()), OfficeHours.weekly(hours(written.hours())), specialDays(written));
        };
    }

    /** @throws Problem if anything was wrong */
    void orRefuse() {
        if (!problems.isEmpty()) {
            throw new Problem(
                    Problems.INVALID,
                    new Bilingual("Hãy sửa các phần được nêu rồi gửi lại.", "Correct what is named and send it again."),
                    problems);
        }
    }

    private ZoneId zone(@Nullable String text) {
        try {
            if (text != null) {
                return ZoneId.of(text);
            }
        } catch (DateTimeException notAZone) {
            // told below, as a missing one is
        }
        wrong(
                "calendar.timezone",
                "Viết múi giờ, ví dụ Asia/Ho_Chi_Minh.",
                "Write a time zone, such as Asia/Ho_Chi_Minh.");
        return ZoneId.of("Asia/Ho_Chi_Minh");
    }

    private Map<DayOfWeek, List<Shift>> hours(
            @Nullable Map<String, @Nullable List<@Nullable List<@Nullable String>>> text) {
        Map<DayOfWeek, List<Shift>> hours = new EnumMap<>(DayOfWeek.class);
        if (text == null) {
            wrong("calendar.hours", "Thiếu giờ làm việc.", "The office hours are missing.");
            return hours;
        }
        for (var day : text.entrySet()) {
            String field = "calendar.hours." + shown(day.getKey());
            int weekday = WEEKDAYS.indexOf(day.getKey());
            List<@Nullable List<@Nullable String>> shifts = day.getValue() == null ? List.of() : day.getValue();
            if (weekday < 0 || shifts.size() > MAX_SHIFTS) {
                wrong(
                        field,
                        "Các thứ là " + WEEKDAYS + ", mỗi ngày không quá " + MAX_SHIFTS + " ca.",
                        "Weekdays are " + WEEKDAYS + ", with at most " + MAX_SHIFTS + " shifts each.");
                if (problems.size() > MAX_SHOWN) {
                    break;
                }
                continue;
            }
            List<Shift> read = new ArrayList<>();
            for (int i = 0; i < shifts.size(); i++) {
                shift(field + "[" + i + "]", shifts.get(i), read);
            }
            hours.put(DayOfWeek.of(weekday + 1), read);
        }
        return hours;
    }

    private void shift(String field, @Nullable List<@Nullable String> ends, List<Shift> earlier) {
        try {
            if (ends != null && ends.size() == 2 && ends.getFirst() != null && ends.getLast() != null) {
                String end = ends.getLast();
                Shift shift = new Shift(
                        LocalTime.parse(ends.getFirst()),
                        end.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(end));
                if (earlier.stream().anyMatch(shift::overlaps)) {
                    wrong(field, "Ca này trùng với một ca khác trong ngày.", "This shift overlaps another of the day.");
                } else {
                    earlier.add(shift);
                }
                return;
            }
        } catch (DateTimeException | IllegalArgumentException notAShift) {
            // told below, as another shape is
        }
        wrong(
                field,
                "Ca làm việc viết [\"08:00\", \"12:00\"], kết thúc sau khi bắt đầu, không qua nửa đêm (24:00).",
                "A shift is written [\"08:00\", \"12:00\"], ends after it begins, and not over midnight (24:00).");
    }

    private List<SpecialDay> specialDays(InlineCalendar.Written written) {
        Map<LocalDate, SpecialDay> days = new LinkedHashMap<>();
        dates("calendar.daysOff", written.daysOff()).forEach(date -> days.put(date, SpecialDay.off(date)));
        for (LocalDate date : dates("calendar.workedDays", written.workedDays())) {
            SpecialDay other = days.put(date, SpecialDay.worked(date));
            if (other != null && other.equals(SpecialDay.off(date))) {
                wrong(
                        "calendar.workedDays",
                        "Ngày " + date + " vừa nghỉ vừa làm việc.",
                        "The day " + date + " is both off and worked.");
            }
        }
        return List.copyOf(days.values());
    }

    private List<LocalDate> dates(String field, @Nullable List<@Nullable String> texts) {
        if (texts == null) {
            return List.of();
        }
        if (texts.size() > MAX_SPECIAL_DAYS) {
            wrong(field, "Không quá " + MAX_SPECIAL_DAYS + " ngày.", "At most " + MAX_SPECIAL_DAYS + " days.");
            return List.of();
        }
        List<LocalDate> dates = new ArrayList<>(texts.size());
        for (int i = 0; i < texts.size() && problems.size() < MAX_SHOWN; i++) {
            String text = String.valueOf(texts.get(i));
            try {
                dates.add(LocalDate.parse(text));
            } catch (DateTimeException notADate) {
                wrong(
                        field + "[" + i + "]",
                        "Không hiểu ngày \"" + shown(text) + "\"; viết ví dụ 2026-09-02.",
                        "Can't read the date \"" + shown(text) + "\"; write for instance 2026-09-02.");
            }
        }
        return dates;
    }

    private void wrong(String field, String vi, String en) {
        if (problems.size() <= MAX_SHOWN) {
            problems.add(new FieldProblem(field, new Bilingual(vi, en)));
        }
    }

    private static String shown(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }
}
