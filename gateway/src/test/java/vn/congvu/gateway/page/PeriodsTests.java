package vn.congvu.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.congvu.gateway.page.Periods.Period;

class PeriodsTests {
    @ParameterizedTest
    @CsvSource({
        "2026-03-14, last-month, 2026-01-15, 2026-02-14",
        "2026-03-14, month, 2026-02-15, 2026-03-14",
        "2026-03-15, month, 2026-03-15, 2026-04-14",
        "2026-03-14, quarter, 2025-12-15, 2026-03-14",
        "2026-03-15, quarter, 2026-03-15, 2026-06-14",
        "2026-03-14, half-year, 2025-12-15, 2026-06-14",
        "2026-06-15, half-year, 2026-06-15, 2026-12-14",
        "2026-12-14, year, 2025-12-15, 2026-12-14",
        "2026-12-15, year, 2026-12-15, 2027-12-14"
    })
    void everyPeriodEndsOnTheFourteenth(LocalDate today, String name, LocalDate from, LocalDate to) {
        assertThat(Periods.of(today)).contains(new Period(name, from, to));
    }
}
