package vn.congvu.devstack.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.congvu.devstack.play.Csv;

/** Writes the city as a province folder: the suite is not wired to one place. */
final class CityDirectory {
    private CityDirectory() {}

    static void write(Path folder, Units units) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve("agencies.csv"), agencies(units));
        Files.write(folder.resolve("offices.csv"), offices(units));
        Files.write(
                folder.resolve("communes.csv"),
                List.of("code,name,agency,valid_from,valid_to,successors,former_names"));
        Files.write(
                folder.resolve("fields.csv"),
                List.of(
                        "code,name,name_en,competent,agency,words",
                        Csv.line(
                                "police-conduct",
                                "Police conduct",
                                "Police conduct",
                                "DEPARTMENT",
                                Units.INVESTIGATOR,
                                "")));
        Files.write(folder.resolve("office-hours.csv"), officeHours());
        Files.write(folder.resolve("calendar.csv"), daysOff());
    }

    private static List<String> agencies(Units units) {
        var lines = new ArrayList<String>();
        lines.add("code,name,name_en,level,superior,valid_from,valid_to,successors,former_names,email");
        for (var unit : units.all()) {
            var level = unit.superior().isEmpty() ? "PROVINCE" : "DEPARTMENT";
            lines.add(Csv.line(
                    unit.code(), unit.name(), unit.name(), level, unit.superior(), "", "", "", "", mail("unit", unit)));
        }
        return lines;
    }

    private static List<String> offices(Units units) {
        var lines = new ArrayList<String>();
        lines.add("agency,post,title,email,valid_from,valid_to");
        for (var unit : units.all()) {
            lines.add(Csv.line(unit.code(), "HEAD", "Commanding Officer, " + unit.name(), mail("head", unit), "", ""));
            if (unit.code().equals(Units.DEPARTMENT)) {
                lines.add(Csv.line(unit.code(), "CHAIR", "Board of Police Commissioners", mail("chair", unit), "", ""));
            }
            if (unit.code().equals(Units.INVESTIGATOR)) {
                lines.add(Csv.line(unit.code(), "MONITOR", "Chief Investigator", mail("monitor", unit), "", ""));
            }
        }
        return lines;
    }

    private static List<String> officeHours() {
        return List.of(
                "agency,days,from,to,valid_from,valid_to,season_from,season_to,timezone",
                Csv.line("*", "mon-fri", CityCalendar.OPENS, CityCalendar.CLOSES, "", "", "", "", CityCalendar.ZONE));
    }

    private static List<String> daysOff() {
        var lines = new ArrayList<String>();
        lines.add("date,kind,name,basis");
        CityCalendar.federalHolidays().forEach((day, name) -> lines.add(Csv.line(day, "off", name, "5 U.S.C. 6103")));
        return lines;
    }

    private static String mail(String who, Units.Unit unit) {
        return who + "." + unit.code().toLowerCase(Locale.ROOT) + "@detroit.example";
    }
}
