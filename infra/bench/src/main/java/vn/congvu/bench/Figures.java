package vn.congvu.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What was measured, for people and for programs. */
public final class Figures {
    private final List<Figure> figures = new ArrayList<>();

    /**
     * @param what measured
     * @param value as a number
     * @param unit of the value
     * @param goal what it is to be, empty where there is none
     */
    public record Figure(String what, double value, String unit, String goal) {
        private String shown() {
            return (value >= 100 || value == Math.rint(value) ? "%,.0f" : "%,.2f").formatted(value) + " " + unit;
        }
    }

    /** @param goal what it is to be, empty where there is none */
    public void add(String what, double value, String unit, String goal) {
        var figure = new Figure(what, value, unit, goal);
        figures.add(figure);
        System.out.println("  " + what + ": " + figure.shown() + (goal.isEmpty() ? "" : "   (goal: " + goal + ")"));
    }

    public List<Figure> all() {
        return List.copyOf(figures);
    }

    /** A table in Markdown, with what the machine is below it. */
    public String table(Map<String, String> machine) {
        var table = new StringBuilder("| | measured | goal |\n|---|---:|---|\n");
        for (Figure figure : figures) {
            table.append("| %s | %s | %s |\n".formatted(figure.what(), figure.shown(), figure.goal()));
        }
        table.append('\n');
        machine.forEach((name, value) -> table.append("- %s: %s\n".formatted(name, value)));
        return table.toString();
    }

    /** Writes {@code bench.md} and {@code bench.json}. */
    public void write(Path folder, Map<String, String> machine) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("bench.md"), table(machine));
        var json =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        Files.writeString(
                folder.resolve("bench.json"),
                json.writeValueAsString(Map.of("machine", machine, "figures", figures)) + "\n");
    }
}
