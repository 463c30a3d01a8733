package vn.congvu.cases.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.congvu.contracts.Bilingual;

class MisconductLabelTests {
    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);

    @Test
    void aNameHoldsFromItsDayOnAndWhatWasBeforeStays() {
        var label = label(name("cũ", null), name("mới", JULY));

        assertThat(vi(label, JULY.minusDays(1))).contains("cũ");
        assertThat(vi(label, JULY)).contains("mới");
        assertThat(vi(label, JULY.plusYears(9))).contains("mới");
    }

    @Test
    void theProductsWordsHoldBeforeTheFirstName() {
        assertThat(vi(label(name("mới", JULY)), JULY.minusDays(1))).isEmpty();
    }

    @Test
    void ofTwoNamesOfTheSameDayTheLaterOneCounts() {
        assertThat(vi(label(name("lỗi chính tả", JULY), name("đúng", JULY)), JULY))
                .contains("đúng");
    }

    @Test
    void aNameGivenLaterForAnEarlierDayDoesNotHideOneThatBeginsAfterIt() {
        var label = label(name("từ tháng bảy", JULY), name("từ tháng sáu", JULY.minusMonths(1)));

        assertThat(vi(label, JULY.minusDays(1))).contains("từ tháng sáu");
        assertThat(vi(label, JULY)).contains("từ tháng bảy");
    }

    private static MisconductLabel label(MisconductLabel.Named... names) {
        return new MisconductLabel("OTHER", names.length, List.of(names));
    }

    private static MisconductLabel.Named name(String vi, @Nullable LocalDate from) {
        return new MisconductLabel.Named(vi, "x", from, Instant.EPOCH, "admin");
    }

    private static Optional<String> vi(MisconductLabel label, LocalDate on) {
        return label.on(on).map(Bilingual::vi);
    }
}
