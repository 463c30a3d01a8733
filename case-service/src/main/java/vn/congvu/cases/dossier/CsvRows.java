package vn.congvu.cases.dossier;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import vn.congvu.contracts.Bilingual;
import vn.congvu.platform.problem.FieldProblem;
import vn.congvu.platform.problem.Problem;
import vn.congvu.platform.problem.Problems;

/** A CSV file read row by row, so that its size costs no memory. */
final class CsvRows implements AutoCloseable {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).setTrim(true).get();
    private static final Map<String, String> NAMES = RowReader.FIELDS.stream()
            .collect(Collectors.toUnmodifiableMap(name -> name.toLowerCase(Locale.ROOT), name -> name));
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final CSVParser parser;
    private final Iterator<CSVRecord> lines;
    private final List<String> header;

    /** @throws Problem if it is no table of dossiers */
    CsvRows(InputStream file, Charset charset) {
        try {
            parser = CSVParser.builder()
                    .setReader(withoutMark(new InputStreamReader(
                            file,
                            charset.newDecoder()
                                    .onMalformedInput(CodingErrorAction.REPORT)
                                    .onUnmappableCharacter(CodingErrorAction.REPORT))))
                    .setFormat(FORMAT)
                    .get();
            lines = parser.iterator();
            header = lines.hasNext() ? header(lines.next()) : header(List.of());
        } catch (UncheckedIOException | IOException broken) {
            throw unreadable();
        }
    }

    /** The next ones, at most so many; none at the end. */
    List<RawRow> next(int most) {
        var rows = new ArrayList<RawRow>();
        try {
            while (rows.size() < most && lines.hasNext()) {
                rows.add(row(lines.next()));
            }
        } catch (UncheckedIOException broken) {
            throw unreadable();
        }
        return rows;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    private static Reader withoutMark(Reader file) throws IOException {
        var reader = new PushbackReader(file);
        int first = reader.read();
        if (first >= 0 && first != BYTE_ORDER_MARK) {
            reader.unread(first);
        }
        return reader;
    }

    private static List<String> header(Iterable<String> line) {
        var header = new ArrayList<String>();
        var unknown = new ArrayList<FieldProblem>();
        for (String cell : line) {
            var name = NAMES.get(cell.replace("_", "").toLowerCase(Locale.ROOT));
            header.add(name == null ? cell : name);
            if (name == null) {
                unknown.add(wrong(cell, "Không có cột này.", "There is no such column."));
            }
        }
        if (!unknown.isEmpty() || !header.contains("code")) {
            var names = String.join(",", RowReader.FIELDS.stream().sorted().toList());
            throw new Problem(
                    Problems.INVALID,
                    new Bilingual(
                            "Dòng đầu phải là tên các cột: " + names, "The first line names the columns: " + names),
                    unknown);
        }
        return header;
    }

    private RawRow row(CSVRecord line) {
        var cells = new HashMap<String, String>();
        var errors = new ArrayList<FieldProblem>();
        if (line.size() != header.size()) {
            errors.add(wrong(
                    "$",
                    "Dòng có " + line.size() + " ô, cần " + header.size() + ".",
                    "The line has " + line.size() + " cells instead of " + header.size() + "."));
        }
        for (int cell = 0; cell < Math.min(line.size(), header.size()); cell++) {
            if (!line.get(cell).isEmpty()) {
                cells.put(header.get(cell), line.get(cell));
            }
        }
        return new RawRow(null, parser.getCurrentLineNumber(), cells, errors);
    }

    private static Problem unreadable() {
        return Problems.invalid(
                "$",
                "Không đọc được tệp CSV: kiểm tra dấu ngoặc kép và mã hoá UTF-8.",
                "The CSV can't be read: look at its quotes and its UTF-8.");
    }

    private static FieldProblem wrong(String field, String vi, String en) {
        return new FieldProblem(field, new Bilingual(vi, en));
    }
}
