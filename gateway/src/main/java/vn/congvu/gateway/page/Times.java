package vn.congvu.gateway.page;

import java.text.NumberFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Dates, spans and numbers as the reader writes them. */
@Component("times")
public class Times {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final DateTimeFormatter DAY_EN = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_MONTH = DateTimeFormatter.ofPattern("dd/MM", Locale.ROOT);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/yyyy", Locale.ROOT);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final PageProperties properties;
    private final Clock clock;
    private final MessageSource words;

    Times(PageProperties properties, Clock clock, MessageSource words) {
        this.properties = properties;
        this.clock = clock;
        this.words = words;
    }

    public Instant now() {
        return clock.instant();
    }

    /** "02/03": the days of a chart. */
    public String dayAndMonth(LocalDate date) {
        return DAY_MONTH.format(date);
    }

    /** "03/2026": the months of a chart. */
    public String month(YearMonth month) {
        return MONTH.format(month);
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), properties.zone());
    }

    /** A moment that was typed as the clock on the wall shows it. */
    public Instant at(LocalDateTime typed) {
        return typed.atZone(properties.zone()).toInstant();
    }

    /** "16:30, thứ Hai 09/10/2017"; empty for null. */
    public String moment(@Nullable Instant instant) {
        return instant == null ? "" : HOUR.format(instant.atZone(properties.zone())) + ", " + day(instant);
    }

    /** The moment, or its day where nothing nearer is told: who must not know the hour is given the beginning of the day. */
    public String told(Instant instant) {
        var local = instant.atZone(properties.zone());
        return local.toLocalTime().equals(LocalTime.MIDNIGHT) ? date(local.toLocalDate()) : moment(instant);
    }

    /** "thứ Hai 09/10/2017"; empty for null. */
    public String day(@Nullable Instant instant) {
        return instant == null ? "" : date(LocalDate.ofInstant(instant, properties.zone()));
    }

    public String date(@Nullable LocalDate date) {
        if (date == null) {
            return "";
        }
        var weekday = say("weekday." + date.getDayOfWeek().getValue());
        return weekday + " " + (english() ? DAY_EN : DAY).format(date);
    }

    /** "09/10/2017" without the weekday, for tables. */
    public String shortDay(@Nullable Instant instant) {
        return instant == null ? "" : DAY.format(instant.atZone(properties.zone()));
    }

    /** How far off, in the largest unit that says enough: "còn 3 ngày", "trễ 5 giờ". */
    public String fromNow(@Nullable Instant due) {
        if (due == null) {
            return "";
        }
        var left = Duration.between(clock.instant(), due);
        var size = left.abs();
        var amount = size.toDays() > 0
                ? say("span.days", size.toDays())
                : size.toHours() > 0
                        ? say("span.hours", size.toHours())
                        : say("span.minutes", Math.max(1, size.toMinutes()));
        return say(left.isNegative() ? "span.late" : "span.left", amount);
    }

    /** How much of the time between the two has passed, from 0 to 100. */
    public int passed(Instant from, Instant due) {
        var whole = Duration.between(from, due).toSeconds();
        var gone = Duration.between(from, clock.instant()).toSeconds();
        return whole <= 0 ? 100 : (int) Math.clamp(gone * 100 / whole, 0, 100);
    }

    public boolean past(@Nullable Instant due) {
        return due != null && due.isBefore(clock.instant());
    }

    /** A colour of the style sheet: late, soon (a day or less) or none. */
    public String urgency(@Nullable Instant due) {
        if (due == null) {
            return "";
        }
        return past(due) ? "late" : due.isBefore(clock.instant().plus(Duration.ofDays(1))) ? "soon" : "";
    }

    /** Decimal comma and thousands dot in Vietnamese: "98,22", "37.000". */
    public String number(@Nullable Number value) {
        if (value == null) {
            return "–";
        }
        var format = NumberFormat.getInstance(english() ? Locale.ENGLISH : Locale.forLanguageTag("vi-VN"));
        format.setMaximumFractionDigits(2);
        return format.format(value);
    }

    /** @param share of one, so 0.9822 is "98,22 %" */
    public String percent(@Nullable Double share) {
        return share == null ? "–" : number(share * 100) + " %";
    }

    private static boolean english() {
        return "en".equals(LocaleContextHolder.getLocale().getLanguage());
    }

    private String say(String key, Object... values) {
        return words.getMessage(key, values, LocaleContextHolder.getLocale());
    }
}
