package vn.congvu.cases.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.congvu.cases.casefile.Situations.MONDAY;
import static vn.congvu.cases.casefile.Situations.TEN_DAYS_LATER;
import static vn.congvu.cases.casefile.Situations.accepted;
import static vn.congvu.cases.casefile.Situations.answered;
import static vn.congvu.cases.casefile.Situations.at;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.congvu.cases.calendar.Foresight.Move;
import vn.congvu.cases.calendar.OfficeHours;
import vn.congvu.cases.calendar.SpecialDay;
import vn.congvu.cases.calendar.WorkCalendar;
import vn.congvu.contracts.SlaClock;

/** What a change would move is what it then does move. */
class DeadlineForesightTests {
    private static final WorkCalendar WITH_A_DAY_OFF = new WorkCalendar(
            Situations.CALENDAR.zone(), OfficeHours.standard(), List.of(SpecialDay.off(LocalDate.of(2026, 3, 10))));

    @Test
    void anOpenCaseWouldMoveByTheDayOff() {
        List<Move> moves = DeadlineForesight.moves(accepted(), at(MONDAY.plusSeconds(120), WITH_A_DAY_OFF));
        assertThat(moves)
                .contains(new Move(
                        accepted().reference(),
                        SlaClock.RESOLVE,
                        TEN_DAYS_LATER,
                        TEN_DAYS_LATER.plus(Duration.ofDays(1))));
    }

    @Test
    void nothingMovesUnderTheSameCalendar() {
        assertThat(DeadlineForesight.moves(accepted(), at(MONDAY.plusSeconds(120))))
                .isEmpty();
    }

    @Test
    void anAnsweredCaseKeepsTheDeadlineItMet() {
        assertThat(DeadlineForesight.moves(answered(), at(MONDAY.plusSeconds(90_000), WITH_A_DAY_OFF)))
                .extracting(Move::clock)
                .doesNotContain(SlaClock.RESOLVE);
    }
}
