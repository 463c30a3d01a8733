package vn.congvu.cases.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DueMinuteTests {
    private static final Instant CLOSING = Instant.parse("2026-03-02T10:00:00Z");

    @Test
    void minutesSortAsTimeGoes() {
        assertThat(List.of(
                        DueMinute.of(CLOSING.minusMillis(1)),
                        DueMinute.of(CLOSING),
                        DueMinute.of(CLOSING.plusMillis(1)),
                        DueMinute.of(CLOSING.plusSeconds(60)),
                        DueMinute.of(CLOSING.plusSeconds(86_400))))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void anEndOfOfficeHoursIsAnInstantAndNeverParted() {
        assertThat(DueMinute.lasts(DueMinute.of(CLOSING))).isFalse();
        assertThat(DueMinute.lasts(DueMinute.of(CLOSING.plusMillis(1)))).isTrue();
        assertThat(DueMinute.of(CLOSING.plusMillis(1))).isEqualTo(DueMinute.of(CLOSING.plusMillis(59_999)));
        assertThat(DueMinute.end(CLOSING.plusMillis(1))).isEqualTo(CLOSING.plusSeconds(60));
    }
}
