package vn.congvu.devstack.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArrivalsTests {
    @Test
    void readsEveryRecordedComplaintOnceInTheOrderOfItsDay() throws IOException {
        var all = Arrivals.all();

        assertThat(all).hasSize(4_482).extracting(Arrival::number).doesNotHaveDuplicates();
        assertThat(all).isSortedAccordingTo(Comparator.comparing(Arrival::received));
        assertThat(all.stream().mapToInt(a -> a.allegations().size()).sum()).isEqualTo(19_735);
        assertThat(all.getFirst().received()).isEqualTo(LocalDate.of(2016, 1, 1));
        assertThat(all.getLast().received()).isEqualTo(LocalDate.of(2019, 12, 31));
    }

    @Test
    void takesNoClosingFromBeforeTheComplaintOrFromTheNextMillennium() throws IOException {
        var all = Arrivals.all();

        assertThat(all.stream().filter(a -> a.closedOn().isEmpty())).hasSize(76);
        assertThat(all).allSatisfy(a -> a.closedOn()
                .ifPresent(day -> assertThat(day).isAfterOrEqualTo(a.received()).isBefore(LocalDate.of(2021, 1, 1))));
    }

    @Test
    void putsTheAllegationsOfAComplaintTogetherAndClosesItWithTheLast() {
        var arrivals = Arrivals.of(List.of(
                row("2", "2016/01/05", "HOMICIDE", "Service", "2016/02/01"),
                row("1", "2016/01/04", "UNKNOWN COMMAND", "Force", "2016/01/09"),
                row("2", "2016/01/05", "HOMICIDE", "Demeanor", "2016/02/03")));

        assertThat(arrivals).extracting(Arrival::number).containsExactly("1", "2");
        assertThat(arrivals.getLast().allegations()).containsExactly("Service", "Demeanor");
        assertThat(arrivals.getLast().closed()).isEqualTo(LocalDate.of(2016, 2, 3));
    }

    @Test
    void knowsEveryLabelOfTheRecord() throws IOException {
        var labels = new Labels();
        var units = Units.read();
        var codes = new HashSet<String>();
        for (var arrival : Arrivals.all()) {
            labels.door(arrival);
            labels.misconducts(arrival);
            labels.finding(arrival);
            units.of(arrival).ifPresent(unit -> codes.add(unit.code()));
        }

        assertThat(labels.unknown()).isEmpty();
        assertThat(units.unknown()).isEmpty();
        assertThat(codes).hasSizeGreaterThan(60).doesNotContain("");
    }

    private static Map<String, String> row(
            String number, String received, String unit, String allegation, String closed) {
        return Map.of(
                "complaint", number,
                "received", received,
                "channel", "Walk In",
                "unit", unit,
                "allegation", allegation,
                "finding", "Sustained",
                "closed", closed);
    }
}
