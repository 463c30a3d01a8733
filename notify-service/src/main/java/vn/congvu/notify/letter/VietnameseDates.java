package vn.congvu.notify.letter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;

/** Dates as official documents write them: a zero before days below 10 and the months 1 and 2 (NĐ 30/2020/NĐ-CP, appendix I). */
public final class VietnameseDates {
    private VietnameseDates() {}

    /** {@code ngày 05 tháng 02 năm 2026}. */
    public static String day(LocalDate date) {
        var month = date.getMonthValue();
        return "ngày %02d tháng %s năm %d"
                .formatted(date.getDayOfMonth(), month <= 2 ? "0" + month : Integer.toString(month), date.getYear());
    }

    /** At the beginning of a sentence. */
    public static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** {@code 17 giờ 00 phút, ngày 05 tháng 02 năm 2026}. */
    public static String moment(Instant instant, ZoneId zone) {
        var local = instant.atZone(zone);
        return "%d giờ %02d phút, %s".formatted(local.getHour(), local.getMinute(), day(local.toLocalDate()));
    }
}
