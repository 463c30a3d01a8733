package vn.congvu.cases.calendar;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A line of office hours as people and files write it: {@code mon-fri 07:30 11:30}. Also how it is stored.
 *
 * @param days weekdays and ranges of them, such as {@code mon-fri} or {@code mon;wed;sat}
 * @param from HH:MM, absent with {@code to}: closed on these days
 * @param to HH:MM, also 24:00
 * @param validFrom ISO date
 * @param validTo ISO date
 * @param seasonFrom MM-DD
 * @param seasonTo MM-DD
 */
record HoursText(
        @Nullable String days,
        @Nullable String from,
        @Nullable String to,
        @Nullable String validFrom,
        @Nullable String validTo,
        @Nullable String seasonFrom,
        @Nullable String seasonTo) {
    private static final List<String> WEEKDAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final DateTimeFormatter MONTH_DAY = DateTimeFormatter.ofPattern("MM-dd", Locale.ROOT);

    static HoursText of(HoursLine line) {
        Shift shift = line.shift();
        return new HoursText(
                String.join(
                        ";", line.days().stream().sorted().map(HoursText::name).toList()),
                shift == null ? null : shift.from().toString(),
                shift == null ? null : end(shift.to()),
                text(line.validFrom()),
                text(line.validTo()),
                season(line.seasonFrom()),
                season(line.seasonTo()));
    }

    /** @throws BadText with the reason */
    HoursLine line() {
        try {
            return new HoursLine(
                    weekdays(days), shift(), date(validFrom), date(validTo), monthDay(seasonFrom), monthDay(seasonTo));
        } catch (IllegalArgumentException contradiction) {
            throw new BadText(
                    "Giờ làm việc mâu thuẫn: ngày kết thúc phải sau ngày bắt đầu, mùa cần cả hai đầu.",
                    "The hours contradict themselves: " + contradiction.getMessage() + ".");
        }
    }

    /** @throws BadText with the reason */
    static Shift shift(String from, String to) {
        LocalTime begin = time(from);
        LocalTime end = to.strip().equals("24:00") ? LocalTime.MIDNIGHT : time(to);
        if (!end.equals(LocalTime.MIDNIGHT) && !end.isAfter(begin)) {
            throw new BadText(
                    "Ca " + from + "-" + to + " phải kết thúc sau khi bắt đầu; ca qua nửa đêm viết thành hai ca.",
                    "The shift " + from + "-" + to + " must end after it begins; one over midnight is written as two.");
        }
        return new Shift(begin, end);
    }

    /** @throws BadText with the reason */
    static Set<DayOfWeek> weekdays(@Nullable String text) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String part : text == null || blank(text)
                ? List.<String>of()
                : List.of(text.toLowerCase(Locale.ROOT).split(";"))) {
            List<String> ends = List.of(part.strip().split("-", -1));
            int first = WEEKDAYS.indexOf(ends.getFirst().strip());
            int last = WEEKDAYS.indexOf(ends.getLast().strip());
            if (ends.size() > 2 || first < 0 || last < first) {
                throw new BadText(
                        "Không hiểu các thứ \"" + text + "\"; viết ví dụ mon-fri hoặc mon;wed;sat.",
                        "Can't read the weekdays \"" + text + "\"; write for instance mon-fri or mon;wed;sat.");
            }
            days.addAll(EnumSet.range(DayOfWeek.of(first + 1), DayOfWeek.of(last + 1)));
        }
        if (days.isEmpty()) {
            throw new BadText("Thiếu các thứ trong tuần, ví dụ mon-fri.", "The weekdays are missing, such as mon-fri.");
        }
        return days;
    }

    private @Nullable Shift shift() {
        if (blank(from) && blank(to)) {
            return null;
        }
        if (from == null || to == null || blank(from) || blank(to)) {
            throw new BadText(
                    "Ca làm việc cần cả giờ bắt đầu và giờ kết thúc.", "A shift has both a beginning and an end.");
        }
        return shift(from, to);
    }

    private static LocalTime time(String text) {
        try {
            return LocalTime.parse(text.strip());
        } catch (DateTimeException notATime) {
            throw new BadText(
                    "Không hiểu giờ \"" + text + "\"; viết ví dụ 07:30.",
                    "Can't read the time \"" + text + "\"; write for instance 07:30.");
        }
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        if (text == null || blank(text)) {
            return null;
        }
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException notADate) {
            throw new BadText(
                    "Không hiểu ngày \"" + text + "\"; viết ví dụ 2026-04-15.",
                    "Can't read the date \"" + text + "\"; write for instance 2026-04-15.");
        }
    }

    private static @Nullable MonthDay monthDay(@Nullable String text) {
        if (text == null || blank(text)) {
            return null;
        }
        try {
            return MonthDay.parse(text.strip(), MONTH_DAY);
        } catch (DateTimeException notADay) {
            throw new BadText(
                    "Không hiểu ngày của mùa \"" + text + "\"; viết ví dụ 04-15.",
                    "Can't read the day of the season \"" + text + "\"; write for instance 04-15.");
        }
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static String name(DayOfWeek day) {
        return WEEKDAYS.get(day.getValue() - 1);
    }

    private static String end(LocalTime to) {
        return to.equals(LocalTime.MIDNIGHT) ? "24:00" : to.toString();
    }

    private static @Nullable String text(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }

    private static @Nullable String season(@Nullable MonthDay day) {
        return day == null ? null : MONTH_DAY.format(day);
    }
}
