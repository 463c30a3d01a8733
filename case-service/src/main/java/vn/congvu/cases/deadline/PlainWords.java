package vn.congvu.cases.deadline;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.congvu.contracts.Bilingual;

/** Dates, times and lengths as people say them. */
public record PlainWords(ZoneId zone) {
    private static final DateTimeFormatter VI = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final DateTimeFormatter VI_SHORT = DateTimeFormatter.ofPattern("dd/MM", Locale.ROOT);
    private static final DateTimeFormatter EN = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter EN_SHORT = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter TO_THE_MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter TO_THE_SECOND = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    LocalDate date(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    Bilingual moment(Instant instant) {
        ZonedDateTime local = instant.atZone(zone);
        return at(time(local.toLocalTime()), local.toLocalDate());
    }

    /** As {@link #moment}, but midnight is the end of the day before. */
    public Bilingual end(Instant instant) {
        ZonedDateTime local = instant.atZone(zone);
        return local.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? at("24:00", local.toLocalDate().minusDays(1))
                : moment(instant);
    }

    /** The zone, where it is not the one everybody here takes for granted. */
    Bilingual zoneIfForeign() {
        return zone.getId().equals("Asia/Ho_Chi_Minh")
                ? new Bilingual("", "")
                : new Bilingual(" (giờ " + zone.getId() + ")", " (time of " + zone.getId() + ")");
    }

    static Bilingual date(LocalDate date) {
        return new Bilingual(weekdayVi(date.getDayOfWeek()) + " ngày " + VI.format(date), EN.format(date));
    }

    static String shortDateVi(LocalDate date) {
        return weekdayVi(date.getDayOfWeek()) + " " + VI_SHORT.format(date);
    }

    static String shortDateEn(LocalDate date) {
        return EN_SHORT.format(date);
    }

    /** "1 day", "2 days". */
    static String count(long number, String one) {
        return number + " " + one + (number == 1 ? "" : "s");
    }

    static Bilingual length(Duration length) {
        List<String> vi = new ArrayList<>();
        List<String> en = new ArrayList<>();
        if (length.toHours() > 0) {
            vi.add(length.toHours() + " giờ");
            en.add(count(length.toHours(), "hour"));
        }
        if (length.toMinutesPart() > 0) {
            vi.add(length.toMinutesPart() + " phút");
            en.add(count(length.toMinutesPart(), "minute"));
        }
        if (length.toSecondsPart() > 0 || vi.isEmpty()) {
            vi.add(length.toSecondsPart() + " giây");
            en.add(count(length.toSecondsPart(), "second"));
        }
        return new Bilingual(String.join(" ", vi), String.join(" ", en));
    }

    private static Bilingual at(String time, LocalDate date) {
        Bilingual day = date(date);
        return new Bilingual(time + " " + day.vi(), time + " on " + day.en());
    }

    private static String time(LocalTime time) {
        return (time.getSecond() == 0 ? TO_THE_MINUTE : TO_THE_SECOND).format(time);
    }

    private static String weekdayVi(DayOfWeek day) {
        return switch (day) {
            case MONDAY -> "thứ Hai";
            case TUESDAY -> "thứ Ba";
            case WEDNESDAY -> "thứ Tư";
            case THURSDAY -> "thứ Năm";
            case FRIDAY -> "thứ Sáu";
            case SATURDAY -> "thứ Bảy";
            case SUNDAY -> "Chủ nhật";
        };
    }
}
