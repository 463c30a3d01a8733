package vn.congvu.devstack.play;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table for the terminal: the first column to the left, the others to the right, widths as needed. */
public final class Table {
    private static final String GAP = "  ";

    private final List<List<String>> lines = new ArrayList<>();

    private Table() {}

    public static Table of(String... headings) {
        var table = new Table();
        table.lines.add(List.of(headings));
        return table;
    }

    /** @throws IllegalArgumentException if the number of cells differs from the headings' */
    public Table row(Object... cells) {
        if (cells.length != lines.getFirst().size()) {
            throw new IllegalArgumentException("a row needs " + lines.getFirst().size() + " cells");
        }
        lines.add(Arrays.stream(cells).map(String::valueOf).toList());
        return this;
    }

    public void print(PrintStream out) {
        int columns = lines.getFirst().size();
        var widths = new int[columns];
        for (var line : lines) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], width(line.get(i)));
            }
        }
        for (int row = 0; row < lines.size(); row++) {
            out.println(text(lines.get(row), widths));
            if (row == 0) {
                int whole = Arrays.stream(widths).sum() + GAP.length() * (columns - 1);
                out.println("-".repeat(whole));
            }
        }
    }

    private static String text(List<String> line, int[] widths) {
        var text = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            var blanks = " ".repeat(widths[i] - width(line.get(i)));
            text.append(i == 0 ? "" : GAP);
            text.append(i == 0 ? line.get(i) + blanks : blanks + line.get(i));
        }
        return text.toString().stripTrailing();
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
