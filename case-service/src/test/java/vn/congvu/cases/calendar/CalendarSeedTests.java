package vn.congvu.cases.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.ArgumentCaptor;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;

/** What a new database starts with. */
class CalendarSeedTests {
    private final MongoTemplate mongo = mock();

    @TempDir
    Path folder;

    @Test
    void thePublicCalendarWhereNothingElseIsGiven() {
        CalendarTable table = seeded(null, null);
        assertThat(table.days()).hasSize(93);
        assertThat(table.of("SXD").isWorkingDay(LocalDate.of(2026, 11, 24))).isFalse();
    }

    @Test
    void theFilesOfTheProvincesFolder() throws IOException {
        Files.writeString(folder.resolve("calendar.csv"), "date,kind,name,basis\n2026-03-02,off,Lễ hội,\nbad,off,,\n");
        Files.writeString(folder.resolve("office-hours.csv"), """
                agency,days,from,to,valid_from,valid_to,season_from,season_to,timezone
                *,mon-fri,08:00,16:00,,,,,Europe/London
                TTPVHCC,sat,08:00,11:00,,,,
                TTPVHCC,sat,10:00,12:00,,,,
                """);
        CalendarTable table = seeded(null, folder);
        assertThat(table.zone().getId()).isEqualTo("Europe/London");
        assertThat(table.daysOf(2026)).hasSize(1);
        assertThat(table.of("TTPVHCC").isWorkingDay(LocalDate.of(2026, 3, 7))).isTrue();
        assertThat(table.of("SXD").isWorkingDay(LocalDate.of(2026, 3, 7))).isFalse();
        assertThat(table.hours().get("TTPVHCC")).hasSize(1);
    }

    @Test
    void theSeedFileBeforeThatOfTheFolder() throws IOException {
        Files.writeString(folder.resolve("calendar.csv"), "date,kind\n2026-03-02,off\n");
        Path file = Files.writeString(folder.resolve("other.csv"), "date,kind\n2026-03-03,off\n2026-03-04,off\n");
        assertThat(seeded(file, folder).days()).containsOnlyKeys(LocalDate.of(2026, 3, 3), LocalDate.of(2026, 3, 4));
    }

    @Test
    void nothingAgainWhereThereIsACalendar() {
        CalendarChange first = new CalendarChange(1L, Clock.systemUTC().instant(), "seed", List.of(), List.of());
        when(mongo.find(any(Query.class), eq(CalendarChange.class))).thenReturn(List.of(first));
        run(null, null);
        verify(mongo, never()).insert(any(CalendarChange.class));
    }

    private CalendarTable seeded(Path file, Path seedDir) {
        run(file, seedDir);
        ArgumentCaptor<CalendarChange> change = ArgumentCaptor.forClass(CalendarChange.class);
        verify(mongo).insert(change.capture());
        return CalendarTable.blank().with(change.getValue());
    }

    private void run(Path file, Path seedDir) {
        new CalendarSeed()
                .seedCalendar(
                        new CalendarProperties(file, Duration.ofSeconds(2)),
                        new CalendarProperties.Seed(seedDir),
                        Clock.systemUTC())
                .change()
                .accept(mongo);
    }
}
