package vn.congvu.cases.directory;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import vn.congvu.contracts.Bilingual;
import vn.congvu.platform.text.CleanText;

/** The rows of a CSV file with a header line, in strict UTF-8; a byte order mark is tolerated. */
record CsvRows(List<Row> rows, List<BadRow> broken) {
    static final int MOST_ROWS = 200_000;
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setIgnoreEmptyLines(true)
            .setTrailingData(true)
            .get();

    /** One row; absent and blank cells are empty texts. */
    record Row(long line, Map<String, String> cells) {
        String get(String column) {
            return cells.getOrDefault(column, "");
        }
    }

    /** A row that was left out, and why. */
    record BadRow(long line, Bilingual reason) {}

    /** The whole file can't be read. */
    static final class UnreadableCsv extends RuntimeException {
        private final transient Bilingual reason;

        UnreadableCsv(Bilingual reason) {
            super(reason.en());
            this.reason = reason;
        }

        Bilingual reason() {
            return reason;
        }
    }

    static CsvRows read(byte[] bytes, List<String> required) {
        var text = decode(bytes);
        var rows = new ArrayList<Row>();
        var broken = new ArrayList<BadRow>();
        try (var parser = CSVParser.builder()
                .setReader(new StringReader(text.startsWith("\uFEFF") ? text.substring(1) : text))
                .setFormat(FORMAT)
                .get()) {
            var records = parser.iterator();
            if (!records.hasNext()) {
                throw new UnreadableCsv(new Bilingual("Tệp trống.", "The file is empty."));
            }
            var header = header(records.next(), required);
            while (hasNext(parser, records, broken)) {
                var record = records.next();
                long line = parser.getCurrentLineNumber() - breaksInside(record);
                if (rows.size() + broken.size() >= MOST_ROWS) {
                    throw new UnreadableCsv(new Bilingual(
                            "Tệp có hơn " + MOST_ROWS + " dòng. Hãy chia thành nhiều tệp.",
                            "The file has more than " + MOST_ROWS + " rows. Split it."));
                }
                add(record, line, header, rows, broken);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new CsvRows(rows, broken);
    }

    private static void add(CSVRecord record, long line, List<String> header, List<Row> rows, List<BadRow> broken) {
        if (record.size() != header.size()) {
            broken.add(new BadRow(
                    line,
                    new Bilingual(
                            "Dòng có " + record.size() + " ô, tiêu đề có " + header.size() + " cột.",
                            "The row has " + record.size() + " cells, the header has " + header.size() + " columns.")));
            return;
        }
        var cells = new HashMap<String, String>();
        for (int i = 0; i < header.size(); i++) {
            cells.put(header.get(i), CleanText.oneLine(record.get(i)));
        }
        rows.add(new Row(line, cells));
    }

    /** A quote that is never closed swallows the rest of the file: the rows before it still count. */
    private static boolean hasNext(CSVParser parser, Iterator<CSVRecord> records, List<BadRow> broken) {
        try {
            return records.hasNext();
        } catch (UncheckedIOException malformed) {
            broken.add(new BadRow(
                    parser.getCurrentLineNumber(),
                    new Bilingual(
                            "Dấu ngoặc kép không đúng; phần còn lại của tệp không đọc được.",
                            "A quotation mark is out of place; the rest of the file can't be read.")));
            return false;
        }
    }

    private static List<String> header(CSVRecord record, List<String> required) {
        var header = record.stream()
                .map(cell -> CleanText.oneLine(cell).toLowerCase(Locale.ROOT))
                .toList();
        var missing = required.stream().filter(c -> !header.contains(c)).toList();
        if (!missing.isEmpty()) {
            var names = String.join(", ", missing);
            throw new UnreadableCsv(new Bilingual(
                    "Dòng tiêu đề thiếu cột: " + names + ".", "The header line lacks the columns: " + names + "."));
        }
        return header;
    }

    private static long breaksInside(CSVRecord record) {
        return record.stream()
                .mapToLong(cell -> cell.chars().filter(c -> c == '\n').count())
                .sum();
    }

    private static String decode(byte[] bytes) {
        var decoder = StandardCharsets.UTF_8.newDecoder();
        var input = ByteBuffer.wrap(bytes);
        try {
            return decoder.decode(input).toString();
        } catch (CharacterCodingException malformed) {
            int line = 1;
            for (int i = 0; i < input.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            throw new UnreadableCsv(new Bilingual(
                    "Tệp không phải UTF-8 (dòng " + line + "). Hãy lưu lại với bảng mã UTF-8.",
                    "The file is not UTF-8 (line " + line + "). Save it again as UTF-8."));
        }
    }
}
