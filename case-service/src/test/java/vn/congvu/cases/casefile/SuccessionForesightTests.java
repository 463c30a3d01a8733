package vn.congvu.cases.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.congvu.cases.directory.DirectoryForesight.Effect;
import vn.congvu.cases.directory.DirectoryForesight.Move;
import vn.congvu.contracts.AgencyRef;

/** How many open cases change hands: counted, or said to be counted only so far. */
class SuccessionForesightTests {
    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final CaseFile CASE = Situations.assigned();

    @Test
    void countsAllHoweverManyAndShowsAFew() {
        var effect = over(25_000, AN_HOUR);

        assertThat(effect.complete()).isTrue();
        assertThat(effect.open()).isEqualTo(25_000);
        assertThat(effect.looked()).isEqualTo(25_000);
        assertThat(effect.moved()).isEqualTo(25_000);
        assertThat(effect.moves()).hasSize(20);
    }

    @Test
    void saysHowFarItLookedWhenItsPatienceEnds() {
        var effect = over(25_000, Duration.ZERO);

        assertThat(effect.complete()).isFalse();
        assertThat(effect.open()).isEqualTo(25_000);
        assertThat(effect.looked()).isEqualTo(500);
        assertThat(effect.moved()).isEqualTo(500);
    }

    @Test
    void fewAreLookedAtWithoutAnyPatience() {
        assertThat(over(500, Duration.ZERO).complete()).isTrue();
        assertThat(over(0, Duration.ZERO)).isEqualTo(new Effect(0, 0, true, 0, List.of()));
    }

    private static Effect over(int open, Duration patience) {
        var move = new Move(CASE.reference(), new AgencyRef("SXD", "Sở Xây dựng"), null, null, List.of());
        return SuccessionForesight.over(
                Stream.generate(() -> CASE).limit(open), _ -> Optional.of(move), patience, () -> open);
    }
}
