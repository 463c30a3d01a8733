package vn.congvu.cases.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.congvu.cases.deadline.Situations.at;
import static vn.congvu.cases.deadline.Situations.everyDay;
import static vn.congvu.cases.deadline.Situations.neverOpen;
import static vn.congvu.cases.deadline.Situations.office;
import static vn.congvu.cases.deadline.Situations.pause;
import static vn.congvu.cases.deadline.Situations.shift;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.congvu.cases.calendar.NoWorkingTime;

/** The rules of a deadline, each with an example that one can follow on a wall calendar. */
class DeadlineTests {
    @Nested
    class InWorkingDays {
        @ParameterizedTest(name = "{0}: received {1}, {2} working days -> {3}")
        @CsvSource(delimiter = '|', textBlock = """
                the example of the rules, received on a Sunday     | 2017-09-24 10:00    | 10 | 2017-10-09 17:00
                the day of receipt is not counted                  | 2026-03-02 09:00    | 1  | 2026-03-03 17:00
                at the first minute of office hours                | 2026-03-02 07:30    | 1  | 2026-03-03 17:00
                before the office opens                            | 2026-03-02 06:00    | 1  | 2026-03-03 17:00
                in the lunch break it is still the same day        | 2026-03-02 12:15    | 1  | 2026-03-03 17:00
                at the last second of office hours                 | 2026-03-02 16:59:59 | 1  | 2026-03-03 17:00
                exactly at closing it is too late for that day     | 2026-03-02 17:00    | 1  | 2026-03-04 17:00
                on Friday evening it is received on Monday         | 2026-03-06 20:00    | 1  | 2026-03-10 17:00
                over Tết 2026 (five days off between weekends)     | 2026-02-13 09:00    | 1  | 2026-02-23 17:00
                on New Year's Day it is received when work resumes | 2026-01-01 09:00    | 1  | 2026-01-06 17:00
                2/5/2025 was off, swapped for a Saturday           | 2025-04-29 09:00    | 1  | 2025-05-05 17:00
                the worked Saturday 26/4/2025 counts               | 2025-04-25 09:00    | 1  | 2025-04-26 17:00
                the Day of Vietnamese Culture 24/11/2026 is off    | 2026-11-23 09:00    | 1  | 2026-11-25 17:00
                31/8/2026 is swapped for Saturday 22/8             | 2026-08-21 09:00    | 7  | 2026-09-03 17:00
                no working day at all is the day of receipt        | 2026-03-02 09:00    | 0  | 2026-03-02 17:00
                """)
        void endAtTheEndOfOfficeHoursOfTheLastDay(String why, String received, int days, String due) {
            assertThat(due(received, new Limit.WorkingDays(days))).as(why).isEqualTo(at(due));
        }

        @ParameterizedTest(name = "{0}: {1} - {2} -> {3}")
        @CsvSource(delimiter = '|', textBlock = """
                two days of waiting cost two days              | 2026-03-03 10:00 | 2026-03-05 15:00 | 2026-03-11 17:00
                whole days                                     | 2026-03-04 00:00 | 2026-03-06 00:00 | 2026-03-11 17:00
                from closing to opening costs the day between  | 2026-03-03 17:00 | 2026-03-05 07:30 | 2026-03-10 17:00
                exactly one day of office hours                | 2026-03-04 07:30 | 2026-03-04 17:00 | 2026-03-10 17:00
                over midday costs nothing                      | 2026-03-04 10:00 | 2026-03-04 15:00 | 2026-03-09 17:00
                over a night, answered next morning            | 2026-03-04 16:00 | 2026-03-05 08:00 | 2026-03-10 17:00
                at night only                                  | 2026-03-04 18:00 | 2026-03-05 07:30 | 2026-03-09 17:00
                on the weekend only                            | 2026-03-07 00:00 | 2026-03-09 00:00 | 2026-03-09 17:00
                within a minute                                | 2026-03-04 10:00:10 | 2026-03-04 10:00:50 | 2026-03-09 17:00
                no time at all                                 | 2026-03-04 10:00 | 2026-03-04 10:00 | 2026-03-09 17:00
                on the last day, over its end                  | 2026-03-09 10:00 | 2026-03-11 12:00 | 2026-03-11 17:00
                after the last day                             | 2026-03-09 17:00 | 2026-03-20 12:00 | 2026-03-09 17:00
                before receipt                                 | 2026-02-20 08:00 | 2026-03-01 08:00 | 2026-03-09 17:00
                """)
        void areExtendedByWaiting(String why, String from, String to, String due) {
            Instant end = Deadlines.due(
                            at("2026-03-02 09:00"), new Limit.WorkingDays(5), office(), List.of(pause(from, to)))
                    .dueAt();
            assertThat(end).as(why).isEqualTo(at(due));
        }

        @Test
        void countOverlappingPausesOnce() {
            List<Pause> pauses = List.of(
                    pause("2026-03-04 10:00", "2026-03-05 10:00"),
                    pause("2026-03-03 10:00", "2026-03-04 10:00"),
                    pause("2026-03-03 12:00", "2026-03-05 09:00"));
            Instant due = Deadlines.due(at("2026-03-02 09:00"), new Limit.WorkingDays(5), office(), pauses)
                    .dueAt();
            assertThat(due).isEqualTo(at("2026-03-11 17:00"));
        }
    }

    @Nested
    class InWorkingTime {
        @ParameterizedTest(name = "{0}: received {1}, {2} -> {3}")
        @CsvSource(delimiter = '|', textBlock = """
                runs from the moment of receipt                      | 2026-03-02 09:00    | PT1H      | 2026-03-02 10:00
                to the second                                        | 2026-03-02 09:00:07 | PT1H0M3S  | 2026-03-02 10:00:10
                stands still over lunch                              | 2026-03-02 11:00    | PT1H      | 2026-03-02 14:00
                runs out exactly when the morning ends: ends there   | 2026-03-02 11:00    | PT30M     | 2026-03-02 11:30
                a second more goes on after lunch                    | 2026-03-02 11:00    | PT30M1S   | 2026-03-02 13:30:01
                runs out exactly at closing: ends there              | 2026-03-02 16:00    | PT1H      | 2026-03-02 17:00
                a second more is the next morning                    | 2026-03-02 16:00    | PT1H1S    | 2026-03-03 07:30:01
                received at night it runs from the next opening      | 2026-03-02 22:00    | PT2H      | 2026-03-03 09:30
                received exactly at closing                          | 2026-03-02 17:00    | PT2H      | 2026-03-03 09:30
                a week of 37 and a half hours                        | 2026-03-02 07:30    | PT37H30M  | 2026-03-06 17:00
                over a weekend                                       | 2026-03-06 16:30    | PT1H      | 2026-03-09 08:00
                over the worked Saturday 10/1/2026                   | 2026-01-09 16:30    | PT1H      | 2026-01-10 08:00
                """)
        void runsOnlyWhileTheOfficeIsOpen(String why, String received, Duration time, String due) {
            assertThat(due(received, new Limit.WorkingTime(time))).as(why).isEqualTo(at(due));
        }

        @Test
        void leavesOutWhatWasPausedToTheMillisecond() {
            List<Pause> pauses = List.of(
                    pause("2026-03-02 09:10:00.250", "2026-03-02 09:10:00.750"),
                    pause("2026-03-02 11:00", "2026-03-02 14:00"));
            Instant due = Deadlines.due(
                            at("2026-03-02 09:00"), new Limit.WorkingTime(Duration.ofMinutes(150)), office(), pauses)
                    .dueAt();
            assertThat(due).isEqualTo(at("2026-03-02 14:30:00.500"));
        }

        @Test
        void thatRunsOutWhenThePauseBeginsEndsThere() {
            List<Pause> pauses = List.of(pause("2026-03-02 10:00", "2026-03-04 10:00"));
            Instant due = Deadlines.due(
                            at("2026-03-02 09:00"), new Limit.WorkingTime(Duration.ofHours(1)), office(), pauses)
                    .dueAt();
            assertThat(due).isEqualTo(at("2026-03-02 10:00"));
        }
    }

    @Nested
    class InCalendarDays {
        @ParameterizedTest(name = "{0}: received {1}, {2} days -> {3}, or as told {4}")
        @CsvSource(delimiter = '|', textBlock = """
                the last day is worked                       | 2026-03-02 09:00 | 10 | 2026-03-12 17:00 | 2026-03-12 17:00
                the last day is a Saturday                   | 2026-03-02 09:00 | 5  | 2026-03-09 17:00 | 2026-03-08 00:00
                the last day is a public holiday             | 2026-08-31 09:00 | 1  | 2026-09-04 17:00 | 2026-09-04 17:00
                the last day is the second of Tết            | 2026-02-13 09:00 | 5  | 2026-02-23 17:00 | 2026-02-19 00:00
                received on Saturday is received on Monday   | 2026-03-07 09:00 | 3  | 2026-03-12 17:00 | 2026-03-12 17:00
                """)
        void endOnAWorkingDayUnlessThePolicySaysOtherwise(
                String why, String received, int days, String due, String asTold) {
            assertThat(due(received, new Limit.CalendarDays(days))).as(why).isEqualTo(at(due));
            assertThat(due(received, new Limit.CalendarDays(days, false)))
                    .as(why)
                    .isEqualTo(at(asTold));
        }

        @Test
        void areExtendedByWaitingOverMidnights() {
            List<Pause> pauses = List.of(pause("2026-03-03 10:00", "2026-03-05 15:00"));
            Instant due = Deadlines.due(at("2026-03-02 09:00"), new Limit.CalendarDays(8), office(), pauses)
                    .dueAt();
            assertThat(due).isEqualTo(at("2026-03-12 17:00"));
        }
    }

    @Nested
    class WhenTheClockOfTheZoneChanges {
        @Test
        void anHourThatIsSkippedIsNotWorked() {
            var night = everyDay("America/New_York", shift("01:00", "04:00"));
            ZoneId zone = ZoneId.of("America/New_York");
            Instant due = Deadlines.due(
                            at("2026-03-08 01:00", zone), new Limit.WorkingTime(Duration.ofHours(2)), night, List.of())
                    .dueAt();
            assertThat(due).isEqualTo(at("2026-03-08 04:00", zone));
        }

        @Test
        void anHourThatComesTwiceIsWorkedTwice() {
            var night = everyDay("Europe/London", shift("01:00", "02:00"));
            Instant due = Deadlines.due(
                            Instant.parse("2026-10-25T00:00:00Z"),
                            new Limit.WorkingTime(Duration.ofMinutes(90)),
                            night,
                            List.of())
                    .dueAt();
            assertThat(due).isEqualTo(Instant.parse("2026-10-25T01:30:00Z"));
        }

        @Test
        void halfAnHourIsSkippedAtLordHowe() {
            var night = everyDay("Australia/Lord_Howe", shift("01:30", "03:00"));
            Instant opening = Instant.parse("2026-10-03T15:00:00Z");
            assertThat(Deadlines.elapsed(opening, opening.plus(Duration.ofHours(12)), night, List.of())
                            .workingTime())
                    .isEqualTo(Duration.ofMinutes(60));
        }

        @Test
        void aDateThatNeverCameIsNotCounted() {
            var office = everyDay("Pacific/Apia", shift("08:00", "16:00"));
            ZoneId zone = ZoneId.of("Pacific/Apia");
            Instant due = Deadlines.due(at("2011-12-28 09:00", zone), new Limit.WorkingDays(2), office, List.of())
                    .dueAt();
            assertThat(due).isEqualTo(at("2011-12-31 16:00", zone));
        }
    }

    @Nested
    class WithoutEnd {
        @Test
        void areRefusedWhenTheOfficeNeverOpens() {
            for (Limit limit : List.of(
                    new Limit.WorkingDays(1),
                    new Limit.WorkingTime(Duration.ofSeconds(1)),
                    new Limit.CalendarDays(1))) {
                assertThatThrownBy(() -> Deadlines.due(at("2026-03-02 09:00"), limit, neverOpen(), List.of()))
                        .isInstanceOf(NoWorkingTime.class);
            }
        }

        @Test
        void anOfficeThatNeverOpensIsClosed() {
            assertThat(neverOpen().isOpen(at("2026-03-02 09:00"))).isFalse();
            assertThat(Deadlines.elapsed(at("2026-03-02 09:00"), at("2026-03-12 09:00"), neverOpen(), List.of()))
                    .isEqualTo(Elapsed.NOTHING);
        }

        @Test
        void areRefusedWhenThePauseLastsForDecades() {
            List<Pause> pauses = List.of(pause("2026-03-02 10:00", "2080-03-02 10:00"));
            assertThatThrownBy(() -> Deadlines.due(at("2026-03-02 09:00"), new Limit.WorkingDays(1), office(), pauses))
                    .isInstanceOf(NoWorkingTime.class);
        }

        @Test
        void areRefusedBeyondFiftyYears() {
            assertThatThrownBy(() ->
                            Deadlines.due(at("2026-03-02 09:00"), new Limit.WorkingDays(18_000), office(), List.of()))
                    .isInstanceOf(NoWorkingTime.class);
        }

        @Test
        void negativeLimitsAndPausesAreNone() {
            assertThatThrownBy(() -> new Limit.WorkingDays(-1)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new Limit.CalendarDays(-1)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new Limit.WorkingTime(Duration.ofSeconds(-1)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> pause("2026-03-02 10:00", "2026-03-02 09:59"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void theOneStopCounterTakesNothingMoreForTheDayAfterFifteenOClock() {
        LocalTime last = LocalTime.of(15, 0);
        assertThat(office().deemedReceipt(at("2026-03-02 15:00"), last)).isEqualTo(at("2026-03-02 15:00"));
        assertThat(office().deemedReceipt(at("2026-03-02 15:00:01"), last)).isEqualTo(at("2026-03-03 07:30"));
        assertThat(office().deemedReceipt(at("2026-03-06 16:00"), last)).isEqualTo(at("2026-03-09 07:30"));
        assertThat(office().deemedReceipt(at("2026-03-02 12:00"), last)).isEqualTo(at("2026-03-02 13:30"));
    }

    private static Instant due(String received, Limit limit) {
        return Deadlines.due(at(received), limit, office(), List.of()).dueAt();
    }
}
