package vn.congvu.devstack.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CityCalendarTests {
    @Test
    void doesNotCountTheDayOfReceipt() {
        // Monday; ten working days later, Washington's Birthday between
        assertThat(CityCalendar.due(LocalDate.of(2016, 2, 8), 10)).isEqualTo(Instant.parse("2016-02-23T21:00:00Z"));
    }

    @Test
    void takesWhatCameOnADayOffAsReceivedOnTheNextWorkingDay() {
        assertThat(CityCalendar.due(LocalDate.of(2016, 1, 1), 1))
                .isEqualTo(CityCalendar.due(LocalDate.of(2016, 1, 4), 1));
        assertThat(CityCalendar.due(LocalDate.of(2016, 1, 1), 1)).isEqualTo(Instant.parse("2016-01-05T21:00:00Z"));
    }

    @Test
    void keepsFederalHolidaysOnTheDayTheyAreObserved() {
        var holidays = CityCalendar.federalHolidays();

        assertThat(holidays)
                .containsEntry(LocalDate.of(2016, 12, 26), "Christmas Day")
                .containsEntry(LocalDate.of(2017, 11, 10), "Veterans Day")
                .containsEntry(LocalDate.of(2018, 11, 22), "Thanksgiving Day")
                .containsEntry(LocalDate.of(2019, 5, 27), "Memorial Day");
        assertThat(holidays.keySet()).allMatch(d -> d.getDayOfWeek().getValue() <= 5);
    }

    @Test
    void writesTheCityAsAProvince(@TempDir Path folder) throws IOException {
        CityDirectory.write(folder, Units.read());

        assertThat(Files.readAllLines(folder.resolve("calendar.csv")))
                .contains("2016-07-04,off,Independence Day,5 U.S.C. 6103");
        assertThat(Files.readAllLines(folder.resolve("office-hours.csv")))
                .contains("*,mon-fri,08:00,16:00,,,,,America/Detroit");
        assertThat(Files.readAllLines(folder.resolve("offices.csv")))
                .contains("P08,HEAD,\"Commanding Officer, 8th Precinct\",head.p08@detroit.example,,");
        assertThat(folder.resolve("agencies.csv")).exists();
        assertThat(folder.resolve("communes.csv")).exists();
        assertThat(folder.resolve("fields.csv")).exists();
    }
}
