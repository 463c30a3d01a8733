package vn.congvu.devstack.play;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** RFC 4180 with a header line: quoted cells may hold commas, line breaks and doubled quotes. */
public final class Csv {
    private Csv() {}

    /**
     * One map a row, by the names of the header line. Empty lines are skipped, cells a row lacks are empty.
     *
     * @throws IOException if the source is unreadable, a quote is not closed or a row has more cells than the header
     */
    public static List<Map<String, String>> read(Reader source) throws IOException {
        var lines = cells(source);
        if (lines.isEmpty()) {
            return List.of();
        }
        var header = lines.getFirst();
        var rows = new ArrayList<Map<String, String>>();
        for (var line : lines.subList(1, lines.size())) {
            if (line.size() > header.size()) {
                throw new IOException("more cells than the header " + header + ": " + line);
            }
            var row = new LinkedHashMap<String, String>();
            for (int i = 0; i < header.size(); i++) {
                row.put(header.get(i), i < line.size() ? line.get(i) : "");
            }
            rows.add(row);
        }
        return rows;
    }

    /** One line, without its end. */
    public static String line(Object... cells) {
        return List.of(cells).stream().map(c -> quoted(c.toString())).collect(Collectors.joining(","));
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
    }

    private static List<List<String>> cells(Reader source) throws IOException {
        var lines = new ArrayList<List<String>>();
        var line = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        boolean wasQuote = false;
        int read;
        while ((read = source.read()) >= 0) {
            char c = (char) read;
            if (c == '\uFEFF' && lines.isEmpty() && line.isEmpty() && cell.isEmpty()) {
                continue;
            }
            if (quoted) {
                quoted = c != '"';
                wasQuote = !quoted;
                if (quoted) {
                    cell.append(c);
                }
                continue;
            }
            switch (c) {
                case '"' -> {
                    quoted = true;
                    if (wasQuote) {
                        cell.append('"');
                    }
                }
                case ',' -> {
                    line.add(cell.toString());
                    cell.setLength(0);
                }
                case '\n' -> {
                    end(line, cell, lines);
                    line = new ArrayList<>();
                }
                case '\r' -> {}
                default -> cell.append(c);
            }
            wasQuote = false;
        }
        if (quoted) {
            throw new IOException("a quote is not closed: " + cell);
        }
        end(line, cell, lines);
        return lines;
    }

    private static void end(List<String> line, StringBuilder cell, List<List<String>> lines) {
        if (line.isEmpty() && cell.isEmpty()) {
            return;
        }
        line.add(cell.toString());
        cell.setLength(0);
        lines.add(line);
    }
}
