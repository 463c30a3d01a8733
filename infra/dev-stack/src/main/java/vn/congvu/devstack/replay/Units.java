package vn.congvu.devstack.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import vn.congvu.devstack.play.Csv;

/** The police units as agencies: every way a unit is written leads to one code. */
final class Units {
    /** The whole department, which every unit is under. */
    static final String DEPARTMENT = "DPD";

    /** Looks into complaints about every unit, so it watches deadlines and takes what names no unit. */
    static final String INVESTIGATOR = "OCI";

    /** @param superior code of the unit directly above, empty at the top */
    record Unit(String code, String name, String superior) {}

    private final Map<String, String> codes = new LinkedHashMap<>();
    private final Map<String, Unit> units = new TreeMap<>();
    private final Map<String, Integer> unknown = new TreeMap<>();

    private Units() {}

    static Units read() throws IOException {
        var units = new Units();
        var stream = Objects.requireNonNull(Units.class.getResourceAsStream("/replay/units.csv"), "units.csv");
        try (var reader = new InputStreamReader(stream, UTF_8)) {
            for (var row : Csv.read(reader)) {
                var code = row.getOrDefault("code", "");
                units.codes.put(Labels.plain(row.getOrDefault("label", "")), code);
                if (!code.isEmpty()) {
                    units.units.put(
                            code, new Unit(code, row.getOrDefault("name", ""), row.getOrDefault("superior", "")));
                }
            }
        }
        return units;
    }

    Collection<Unit> all() {
        return units.values();
    }

    String name(String code) {
        var unit = units.get(code);
        return unit == null ? code : unit.name();
    }

    /** The first unit of the complaint that is known; empty where the city knew none ("UNKNOWN COMMAND"). */
    Optional<Unit> of(Arrival arrival) {
        return arrival.units().stream()
                .map(this::code)
                .filter(code -> !code.isEmpty())
                .findFirst()
                .map(units::get);
    }

    /** Labels that no line of units.csv names, and how often they came. */
    Map<String, Integer> unknown() {
        return Map.copyOf(unknown);
    }

    private String code(String label) {
        var code = codes.get(Labels.plain(label));
        if (code == null) {
            unknown.merge("unit '" + label + "'", 1, Integer::sum);
            return "";
        }
        return code;
    }
}
