package vn.congvu.cases.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Hours per agency, weekday and season. */
class OfficeHoursTests {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate SATURDAY = LocalDate.of(2026, 3, 7);
    private static final HoursText WEEK_MORNING = always("mon-fri", "07:30", "11:30");
    private static final HoursText WEEK_AFTERNOON = always("mon-fri", "13:30", "17:00");

    @Test
    void aCounterThatOpensOnSaturdayMorningsSaysOnlyThat() {
        OfficeHours hours = hours(List.of(always("sat", "07:30", "11:00")), List.of(WEEK_MORNING, WEEK_AFTERNOON));
        assertThat(shown(hours, SATURDAY)).containsExactly("07:30-11:00");
        assertThat(shown(hours, MONDAY)).containsExactly("07:30-11:30", "13:30-17:00");
        assertThat(shown(hours, SATURDAY.plusDays(1))).isEmpty();
    }

    @Test
    void ownHoursOfAWeekdayReplaceTheCommonOnes() {
        OfficeHours hours = hours(
                List.of(always("mon", "08:00", "12:00"), always("tue", null, null)),
                List.of(WEEK_MORNING, WEEK_AFTERNOON));
        assertThat(shown(hours, MONDAY)).containsExactly("08:00-12:00");
        assertThat(shown(hours, MONDAY.plusDays(1))).isEmpty();
        assertThat(shown(hours, MONDAY.plusDays(2))).hasSize(2);
    }

    @Test
    void theSeasonGoesBeforeTheYear() {
        OfficeHours hours = hours(
                List.of(),
                List.of(
                        WEEK_MORNING,
                        WEEK_AFTERNOON,
                        new HoursText("mon-fri", "07:00", "11:00", null, null, "04-15", "10-15"),
                        new HoursText("mon-fri", "13:00", "16:30", null, null, "04-15", "10-15")));
        assertThat(shown(hours, LocalDate.of(2026, 4, 14))).containsExactly("07:30-11:30", "13:30-17:00");
        assertThat(shown(hours, LocalDate.of(2026, 4, 15))).containsExactly("07:00-11:00", "13:00-16:30");
        assertThat(shown(hours, LocalDate.of(2026, 10, 15))).containsExactly("07:00-11:00", "13:00-16:30");
        assertThat(shown(hours, LocalDate.of(2026, 10, 16))).containsExactly("07:30-11:30", "13:30-17:00");
    }

    @Test
    void aSeasonMayGoOverTheNewYear() {
        OfficeHours hours =
                hours(List.of(), List.of(new HoursText("mon-sun", "08:00", "12:00", null, null, "11-01", "02-28")));
        assertThat(shown(hours, LocalDate.of(2025, 12, 31))).hasSize(1);
        assertThat(shown(hours, LocalDate.of(2026, 2, 28))).hasSize(1);
        assertThat(shown(hours, LocalDate.of(2026, 3, 1))).isEmpty();
    }

    @Test
    void hoursHoldFromTheirFirstToTheirLastDay() {
        OfficeHours hours = hours(
                List.of(),
                List.of(
                        new HoursText("mon-sun", "08:00", "12:00", null, "2026-03-06", null, null),
                        new HoursText("mon-sun", "08:00", "10:00", "2026-03-07", null, null, null)));
        assertThat(shown(hours, LocalDate.of(2026, 3, 6))).containsExactly("08:00-12:00");
        assertThat(shown(hours, SATURDAY)).containsExactly("08:00-10:00");
    }

    @Test
    void aWorkedDayHasItsOwnHoursIfAnyAndElseThoseOfAMonday() {
        List<SpecialDay> worked = List.of(SpecialDay.worked(SATURDAY), SpecialDay.worked(SATURDAY.plusDays(1)));
        WorkCalendar calendar = new WorkCalendar(
                ZoneId.of("UTC"),
                hours(List.of(always("sat", "07:30", "11:00")), List.of(WEEK_MORNING, WEEK_AFTERNOON)),
                worked);
        assertThat(calendar.closingOn((int) SATURDAY.toEpochDay())).isEqualTo(millis("2026-03-07T11:00:00Z"));
        assertThat(calendar.closingOn((int) SATURDAY.toEpochDay() + 1)).isEqualTo(millis("2026-03-08T17:00:00Z"));
    }

    @Test
    void overlappingHoursAreRefused() {
        assertThatThrownBy(() -> hours(List.of(), List.of(WEEK_MORNING, always("fri-sun", "11:00", "12:00"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("overlap");
        assertThatThrownBy(() -> hours(List.of(WEEK_MORNING, always("mon", null, null)), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void hoursThatOnlyTouchOrNeverMeetAreFine() {
        assertThat(hours(
                        List.of(),
                        List.of(
                                WEEK_MORNING,
                                always("mon-fri", "11:30", "12:00"),
                                always("sat", "07:30", "11:30"),
                                new HoursText("mon", "13:00", "17:00", "2026-01-01", "2026-06-30", null, null),
                                new HoursText("mon", "13:00", "18:00", "2026-07-01", null, null, null))))
                .isNotNull();
    }

    @Test
    void badTextIsRefusedWithItsReason() {
        for (HoursText bad : List.of(
                always("", "07:30", "11:30"),
                always("mon-", "07:30", "11:30"),
                always("fri-mon", "07:30", "11:30"),
                always("mon", "7h30", "11:30"),
                always("mon", "07:30", null),
                always("mon", "22:00", "06:00"),
                always("mon", "08:00", "08:00"),
                new HoursText("mon", "07:30", "11:30", "2026-13-01", null, null, null),
                new HoursText("mon", "07:30", "11:30", "2026-02-01", "2026-01-01", null, null),
                new HoursText("mon", "07:30", "11:30", null, null, "04-31", "10-15"),
                new HoursText("mon", "07:30", "11:30", null, null, "04-15", null))) {
            assertThatThrownBy(bad::line).as("%s", bad).isInstanceOf(BadText.class);
        }
        assertThat(always("mon; wed", "00:00", "24:00").line().shift()).isNotNull();
    }

    private static OfficeHours hours(List<HoursText> own, List<HoursText> common) {
        return new OfficeHours(
                own.stream().map(HoursText::line).toList(),
                common.stream().map(HoursText::line).toList());
    }

    private static HoursText always(String days, String from, String to) {
        return new HoursText(days, from, to, null, null, null, null);
    }

    private static Stream<String> shown(OfficeHours hours, LocalDate date) {
        return hours.on(date).stream().map(shift -> shift.from() + "-" + shift.to());
    }

    private static long millis(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }
}
