package vn.congvu.cases.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The public calendar 2021-2027, day by day. */
class PublicCalendarTests {
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private final WorkCalendar calendar = WorkCalendar.standard();

    @Test
    void everyDayIsWorkedOrOffAsTheNoticesSay() throws IOException {
        Map<LocalDate, String> notices = notices();
        LocalDate end = LocalDate.of(2028, 1, 1);
        for (LocalDate date = LocalDate.of(2021, 1, 1); date.isBefore(end); date = date.plusDays(1)) {
            boolean weekend = date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
            String notice = notices.getOrDefault(date, weekend ? "off" : "work");
            assertThat(calendar.isWorkingDay(date)).as("%s", date).isEqualTo(notice.equals("work"));
            for (String time : new String[] {"07:30", "11:29", "13:30", "16:59"}) {
                assertThat(calendar.isOpen(date.atTime(LocalTime.parse(time))
                                .atZone(VIETNAM)
                                .toInstant()))
                        .as("%s %s", date, time)
                        .isEqualTo(notice.equals("work"));
            }
            for (String time : new String[] {"07:29", "11:30", "13:29", "17:00"}) {
                assertThat(calendar.isOpen(date.atTime(LocalTime.parse(time))
                                .atZone(VIETNAM)
                                .toInstant()))
                        .as("%s %s", date, time)
                        .isFalse();
            }
        }
        assertThat(notices).hasSize(93);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-05-02", "2026-01-02", "2026-08-31", "2026-11-24"})
    void daysThatHolidayLibrariesMissAreOff(LocalDate date) {
        assertThat(calendar.isWorkingDay(date)).isFalse();
        assertThat(calendar.specialDay(date)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-05-04", "2025-04-26", "2026-01-10", "2026-08-22"})
    void saturdaysInExchangeAreWorkedLikeAMonday(LocalDate date) {
        assertThat(date.getDayOfWeek()).isEqualTo(DayOfWeek.SATURDAY);
        assertThat(calendar.isWorkingDay(date)).isTrue();
        assertThat(calendar.isWorkingDay(date.plusDays(1))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2021,250", "2022,249", "2023,249", "2024,251", "2025,250", "2026,249", "2027,249"})
    void aYearHasSoManyWorkingDays(int year, int days) {
        assertThat(LocalDate.of(year, 1, 1)
                        .datesUntil(LocalDate.of(year + 1, 1, 1))
                        .filter(calendar::isWorkingDay)
                        .count())
                .isEqualTo(days);
    }

    private static Map<LocalDate, String> notices() throws IOException {
        try (var file = PublicCalendarTests.class.getResourceAsStream("/calendar/vn-public-calendar.csv")) {
            Map<LocalDate, String> notices = new HashMap<>();
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(","))
                    .forEach(cells -> notices.put(LocalDate.parse(cells[0]), cells[1]));
            return notices;
        }
    }
}
