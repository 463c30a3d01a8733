package vn.congvu.devstack.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.congvu.devstack.play.Gateway.ApologySeen;
import vn.congvu.devstack.play.Gateway.CaseSeen;
import vn.congvu.devstack.replay.Reckoning.Check;

class ReckoningTests {
    private static final LocalDate MONDAY = LocalDate.of(2016, 3, 7);
    private static final Instant DUE = CityCalendar.due(MONDAY, 10);
    private static final Instant END = DUE.plus(Duration.ofDays(60));

    private Played inTime;
    private Played late;
    private Played open;

    @BeforeEach
    void playThree() {
        inTime = played("1", "HOMICIDE", MONDAY.plusDays(2), DUE.minus(Duration.ofDays(9)));
        late = played("2", "8TH PRECINCT", MONDAY.plusDays(40), DUE.plus(Duration.ofDays(20)));
        open = played("3", "UNKNOWN COMMAND", null, null);
        open.triaged = true;
    }

    @Test
    void holdsWhenNothingIsMissingOrDouble() {
        assertThat(failed(cases(), board())).isEmpty();
    }

    @Test
    void noticesALostAndADoubledCase() {
        assertThat(failed(List.of(seen(inTime, "CLOSED"), seen(late, "CLOSED")), board()))
                .contains("every acknowledged reference is exactly one case");
        assertThat(failed(
                        List.of(
                                seen(inTime, "CLOSED"),
                                seen(late, "CLOSED"),
                                seen(open, "ASSIGNED"),
                                seen(open, "ASSIGNED")),
                        board()))
                .contains("every acknowledged reference is exactly one case");
    }

    @Test
    void noticesAMissingADoubledAndAnUnearnedApology() {
        assertThat(failed(cases(), List.of(apology(late))))
                .containsExactly("every missed deadline has exactly one apology");
        assertThat(failed(cases(), List.of(apology(late), apology(late), apology(open))))
                .containsExactly("every missed deadline has exactly one apology");
        assertThat(failed(cases(), List.of(apology(late), apology(open), apology(inTime))))
                .containsExactly("nothing in time has an apology");
    }

    @Test
    void noticesADeadlineOtherThanTheCalendars() {
        inTime.suiteDueAt = DUE.plus(Duration.ofDays(1));

        assertThat(failed(cases(), board())).containsExactly("every deadline is the one the city's calendar gives");
    }

    @Test
    void noticesACaseAtAnotherAgency() {
        var moved = new CaseSeen("c", late.reference, "CLOSED", "P09", "", 1, null);

        assertThat(failed(List.of(seen(inTime, "CLOSED"), moved, seen(open, "ASSIGNED")), board()))
                .containsExactly("every case is with the agency it belongs to");
    }

    @Test
    void noticesAReferenceGivenTwice() {
        late.reference = inTime.reference;

        assertThat(failed(cases(), board())).contains("every complaint was acknowledged under a reference of its own");
    }

    @Test
    void noticesACallerToldTwiceOrNever() {
        late = byTelephone(late);
        late.messages = List.of("01/PXL-P08", "01/PXL-P08", Player.answerTo(late));
        assertThat(failed(cases(), board()))
                .containsExactly("every caller was told of a missed deadline once, and of nothing else");

        late.messages = List.of("01/PXL-P08");
        assertThat(failed(cases(), board())).containsExactly("every caller got the answer once");
    }

    @Test
    void endsTheTableWithTheSum() {
        var bytes = new ByteArrayOutputStream();
        reckoning(cases(), board()).print(new PrintStream(bytes, true, StandardCharsets.UTF_8));

        assertThat(bytes.toString(StandardCharsets.UTF_8)
                        .lines()
                        .toList()
                        .getLast()
                        .split(" +"))
                .containsExactly("all", "3", "2", "1", "1", "1", "1", "2");
    }

    private List<String> failed(List<CaseSeen> cases, List<ApologySeen> board) {
        return reckoning(cases, board).checks().stream()
                .filter(check -> !check.holds())
                .map(Check::claim)
                .toList();
    }

    private Reckoning reckoning(List<CaseSeen> cases, List<ApologySeen> board) {
        return new Reckoning(List.of(inTime, late, open), cases, board, END);
    }

    private List<CaseSeen> cases() {
        return List.of(seen(inTime, "CLOSED"), seen(late, "ANSWERED"), seen(open, "ACCEPTED"));
    }

    private List<ApologySeen> board() {
        return Stream.of(late, open).map(ReckoningTests::apology).toList();
    }

    private static CaseSeen seen(Played played, String state) {
        return new CaseSeen("id-" + played.reference, played.reference, state, played.agency, "", 3, null);
    }

    private static ApologySeen apology(Played played) {
        return new ApologySeen("a-" + played.reference, played.reference, played.agency, "CASE");
    }

    private static Played byTelephone(Played online) {
        var a = online.arrival;
        var called = new Played(
                new Arrival(
                        a.number(), a.received(), "Telephone", a.units(), a.allegations(), a.findings(), a.closed()),
                units());
        called.reference = online.reference;
        called.suiteDueAt = online.suiteDueAt;
        called.answeredAt = online.answeredAt;
        return called;
    }

    private static Units units() {
        try {
            return Units.read();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Played played(String number, String unit, LocalDate closed, Instant answeredAt) {
        var arrival = new Arrival(number, MONDAY, "Online", List.of(unit), List.of("Force"), List.of("Void"), closed);
        var played = new Played(arrival, units());
        played.reference = "REF" + number;
        played.suiteDueAt = DUE;
        played.answeredAt = answeredAt;
        return played;
    }
}
