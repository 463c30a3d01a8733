package vn.congvu.devstack.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelsTests {
    private final Labels labels = new Labels();

    @Test
    void readsChannelsInSpiteOfCaseBlanksAndTypingErrors() {
        assertThat(labels.door(arrival("Telephone(or TDD)"))).isEqualTo(Labels.Door.OPERATOR);
        assertThat(labels.door(arrival("Outside agendy"))).isEqualTo(Labels.Door.OPERATOR);
        assertThat(labels.door(arrival("  ONLINE "))).isEqualTo(Labels.Door.WEB);
        assertThat(Labels.byTelephone(arrival("Telephone"))).isTrue();
        assertThat(labels.unknown()).isEmpty();
    }

    @Test
    void countsALabelThatNoRuleNames() {
        labels.door(arrival("Pigeon"));
        labels.door(arrival("Pigeon"));

        assertThat(labels.unknown()).containsEntry("channel 'Pigeon'", 2);
    }

    @Test
    void namesEachKindOfMisconductOnce() {
        var arrival = arrival("Online", List.of("Demeanor", "PROcedure", "procedure", "Force"), List.of("Void"));

        assertThat(labels.misconducts(arrival)).containsExactly("ATTITUDE", "OFFICE_RULES", "OTHER");
    }

    @Test
    void callsPartlySubstantiatedWhatIsTrueInPart() {
        assertThat(finding("Sustained", "Sustained")).isEqualTo("SUBSTANTIATED");
        assertThat(finding("Sustained", "Unfounded")).isEqualTo("PARTLY_SUBSTANTIATED");
        assertThat(finding("Not Sustained", "Exonerated")).isEqualTo("NOT_SUBSTANTIATED");
        assertThat(finding("Not Sustained", "Void")).isEqualTo("UNABLE_TO_ESTABLISH");
        assertThat(finding("Void")).isEqualTo("UNABLE_TO_ESTABLISH");
    }

    @Test
    void leadsEveryWayOfWritingAUnitToOneCode() throws IOException {
        var units = Units.read();

        assertThat(units.of(unit("TRAFFIC ENFORCEMET"))).isEqualTo(units.of(unit("Traffic Enforcement Unit")));
        assertThat(units.of(unit("2ND PRECINCT ")))
                .hasValueSatisfying(u -> assertThat(u.code()).isEqualTo("P02"));
        assertThat(units.of(unit("Unknown Command"))).isEmpty();
        assertThat(units.all())
                .extracting(Units.Unit::code)
                .doesNotHaveDuplicates()
                .allMatch(c -> c.length() <= 20);
        assertThat(units.all())
                .filteredOn(u -> !u.superior().isEmpty())
                .extracting(Units.Unit::superior)
                .isSubsetOf(units.all().stream().map(Units.Unit::code).toList());
    }

    private String finding(String... findings) {
        return labels.finding(arrival("Online", List.of("Force"), List.of(findings)));
    }

    private static Arrival arrival(String channel) {
        return arrival(channel, List.of("Force"), List.of("Void"));
    }

    private static Arrival arrival(String channel, List<String> allegations, List<String> findings) {
        return new Arrival("1", LocalDate.of(2016, 1, 4), channel, List.of("HOMICIDE"), allegations, findings, null);
    }

    private static Arrival unit(String label) {
        return new Arrival("1", LocalDate.of(2016, 1, 4), "Online", List.of(label), List.of(), List.of(), null);
    }
}
