package vn.congvu.notify.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTests {
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final QuietHours NIGHT = new QuietHours(LocalTime.of(21, 0), LocalTime.of(7, 0));

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T20:59:59, ",
        "2026-03-02T21:00:00, 2026-03-03T07:00:00",
        "2026-03-02T23:59:59, 2026-03-03T07:00:00",
        "2026-12-31T22:00:00, 2027-01-01T07:00:00",
        "2026-03-03T00:00:00, 2026-03-03T07:00:00",
        "2026-03-03T06:59:59, 2026-03-03T07:00:00",
        "2026-03-03T07:00:00, ",
        "2026-03-03T12:00:00, "
    })
    void quietFromNineInTheEveningToSevenInTheMorning(String local, String end) {
        assertThat(NIGHT.endIfQuiet(at(local), VIETNAM)
                        .map(instant ->
                                instant.atZone(VIETNAM).toLocalDateTime().toString()))
                .isEqualTo(java.util.Optional.ofNullable(end)
                        .map(LocalDateTime::parse)
                        .map(LocalDateTime::toString));
    }

    @Test
    void theSameTimeTwiceIsNeverQuiet() {
        var never = new QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

        assertThat(never.endIfQuiet(at("2026-03-03T00:00:00"), VIETNAM)).isEmpty();
        assertThat(never.endIfQuiet(at("2026-03-03T12:00:00"), VIETNAM)).isEmpty();
    }

    @Test
    void mayLieWithinADay() {
        var noon = new QuietHours(LocalTime.of(12, 0), LocalTime.of(13, 30));

        assertThat(noon.endIfQuiet(at("2026-03-03T12:10:00"), VIETNAM)).contains(at("2026-03-03T13:30:00"));
        assertThat(noon.endIfQuiet(at("2026-03-03T13:30:00"), VIETNAM)).isEmpty();
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(VIETNAM).toInstant();
    }
}
