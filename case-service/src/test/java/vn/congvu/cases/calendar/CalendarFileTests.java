package vn.congvu.cases.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Files of the calendar: good lines in, bad lines listed with line and reason. */
class CalendarFileTests {
    @Test
    void goodDaysComeInAndBadOnesAreListed() {
        CalendarFile.Days read = CalendarFile.days(bytes("""
                date,kind,name,basis
                2026-09-02,off,Quốc khánh,
                2026-02-30,off,,
                2026-09-03,holiday,,
                2026-09-02,work,Lại,

                2026-08-22,work,"Làm bù, thứ Bảy",9441/TB-BNV
                """));
        assertThat(read.days())
                .containsExactly(
                        new SpecialDay(LocalDate.of(2026, 9, 2), DayKind.OFF, "Quốc khánh", null),
                        new SpecialDay(LocalDate.of(2026, 8, 22), DayKind.WORK, "Làm bù, thứ Bảy", "9441/TB-BNV"));
        assertThat(read.refused()).extracting(BadLine::line).containsExactly(3L, 4L, 5L);
        assertThat(read.refused())
                .extracting(bad -> bad.reason().en())
                .last()
                .isEqualTo("The date is already in line 2.");
    }

    @Test
    void goodHoursComeInAndBadOnesAreListed() {
        CalendarFile.Hours read = CalendarFile.hours(bytes("""
                agency,days,from,to,valid_from,valid_to,season_from,season_to,timezone
                *,mon-fri,07:30,11:30,,,,,Asia/Ho_Chi_Minh
                *,mon-fri,13:30,17:00,,,,
                *,mon,11:00,12:00,,,,
                ,mon,11:00,12:00,,,,
                C25459,sat,07:30,11:00,2025-07-01,,,,
                C25459,sat,10:30,12:00,2025-07-01,,,,
                C25459,sat,eight,12:00,2025-07-01,,,,
                *,sun,07:30,11:30,,,,,Europe/London
                """));
        assertThat(read.timezone()).isEqualTo("Asia/Ho_Chi_Minh");
        assertThat(read.lines()).containsOnlyKeys("*", "C25459");
        assertThat(read.lines().get("*")).hasSize(2);
        assertThat(read.lines().get("C25459")).hasSize(1);
        assertThat(read.refused()).extracting(BadLine::line).containsExactly(4L, 5L, 7L, 8L, 9L);
        assertThat(read.refused().getFirst().reason().en()).isEqualTo("The hours overlap those of line 2.");
    }

    @Test
    void aFileThatIsNoTableSaysSo() {
        assertThatThrownBy(() -> CalendarFile.days(bytes("day;kind\n2026-01-01;off\n")))
                .isInstanceOf(BadText.class)
                .hasMessageContaining("lacks the columns: date, kind");
        assertThatThrownBy(() -> CalendarFile.days(new byte[] {'d', (byte) 0xff}))
                .isInstanceOf(BadText.class)
                .hasMessageContaining("UTF-8");
        assertThat(CalendarFile.days(bytes("date,kind\n2026-09-02,off\n\"2026-09-03,off\n"))
                        .days())
                .hasSize(1);
    }

    @Test
    void theShippedCalendarHasNoBadLine() {
        assertThat(PublicCalendar.shipped()).hasSize(93);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
