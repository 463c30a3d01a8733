package vn.congvu.cases.dossier;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import vn.congvu.cases.calendar.WorkCalendars;
import vn.congvu.contracts.Bilingual;
import vn.congvu.platform.problem.FieldProblem;
import vn.congvu.platform.problem.Problem;
import vn.congvu.platform.problem.Problems;

/** Takes what the one-stop system tells, row by row: good rows stay whatever is wrong with others. */
@Component
class DossierImport {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).setTrim(true).get();
    private static final Map<String, String> NAMES = RowReader.FIELDS.stream()
            .collect(Collectors.toUnmodifiableMap(name -> name.toLowerCase(Locale.ROOT), name -> name));

    private final DossierDesk desk;
    private final WorkCalendars calendars;
    private final DossierProperties properties;

    DossierImport(DossierDesk desk, WorkCalendars calendars, DossierProperties properties) {
        this.desk = desk;
        this.calendars = calendars;
        this.properties = properties;
    }

    /**
     * @param accepted rows that were new or changed something
     * @param unchanged rows that said what was known
     */
    record Result(int accepted, int unchanged, List<Rejected> rejected) {}

    /**
     * @param index place in the JSON array, from 0
     * @param line line of the CSV file, the header is 1
     */
    record Rejected(
            @Nullable Integer index,
            @Nullable Long line,
            @Nullable String code,
            List<FieldProblem> errors) {}

    private record Row(
            @Nullable Integer index, @Nullable Long line, Map<String, String> values, List<FieldProblem> errors) {}

    Result json(JsonNode array) {
        if (!array.isArray()) {
            throw Problems.invalid("$", "Phải là một mảng JSON.", "A JSON array is expected.");
        }
        limit(array.size());
        var rows = new ArrayList<Row>();
        for (int index = 0; index < array.size(); index++) {
            rows.add(row(index, array.get(index)));
        }
        return take(rows);
    }

    Result csv(String text) {
        var rows = new ArrayList<Row>();
        try (var parser = CSVParser.builder()
                .setReader(new StringReader(text.startsWith("\uFEFF") ? text.substring(1) : text))
                .setFormat(FORMAT)
                .get()) {
            List<String> header = null;
            for (CSVRecord line : parser) {
                if (header == null) {
                    header = header(line);
                    continue;
                }
                rows.add(row(line, parser.getCurrentLineNumber(), header));
                limit(rows.size());
            }
        } catch (UncheckedIOException | CSVException broken) {
            throw unreadable();
        } catch (IOException broken) {
            throw unreadable();
        }
        return take(rows);
    }

    private Result take(List<Row> rows) {
        var today = desk.today();
        int accepted = 0;
        int unchanged = 0;
        var rejected = new ArrayList<Rejected>();
        for (Row row : rows) {
            var reader = new RowReader(row.values(), today, calendars);
            var errors = row.errors();
            var fed = errors.isEmpty() ? reader.read() : Optional.<Fed>empty();
            if (fed.isEmpty()) {
                var all = errors.isEmpty() ? reader.errors() : errors;
                rejected.add(new Rejected(row.index(), row.line(), row.values().get("code"), all));
            } else if (desk.feed(fed.get())) {
                accepted++;
            } else {
                unchanged++;
            }
        }
        return new Result(accepted, unchanged, rejected);
    }

    private static Row row(int index, JsonNode node) {
        var values = new HashMap<String, String>();
        var errors = new ArrayList<FieldProblem>();
        if (!node.isObject()) {
            errors.add(wrong("$", "Phải là một đối tượng JSON.", "A JSON object is expected."));
        } else {
            node.properties().forEach(property -> {
                if (property.getKey().equals("applicant") && property.getValue().isObject()) {
                    property.getValue()
                            .properties()
                            .forEach(inner ->
                                    put("applicant" + capital(inner.getKey()), inner.getValue(), values, errors));
                } else {
                    put(property.getKey(), property.getValue(), values, errors);
                }
            });
        }
        return new Row(index, null, values, errors);
    }

    private static void put(String name, JsonNode value, Map<String, String> values, List<FieldProblem> errors) {
        if (value.isContainer()) {
            errors.add(wrong(name, "Phải là một giá trị đơn.", "A single value is expected."));
        } else if (!value.isNull()) {
            values.put(name, value.asString());
        }
    }

    private static List<String> header(CSVRecord line) {
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
            throw new Problem(
                    Problems.INVALID,
                    new Bilingual(
                            "Dòng đầu phải là tên các cột: "
                                    + String.join(
                                            ",",
                                            RowReader.FIELDS.stream().sorted().toList()),
                            "The first line names the columns: "
                                    + String.join(
                                            ",",
                                            RowReader.FIELDS.stream().sorted().toList())),
                    unknown);
        }
        return header;
    }

    private static Row row(CSVRecord line, long lastLine, List<String> header) {
        var values = new HashMap<String, String>();
        var errors = new ArrayList<FieldProblem>();
        if (line.size() != header.size()) {
            errors.add(wrong(
                    "$",
                    "Dòng có " + line.size() + " ô, cần " + header.size() + ".",
                    "The line has " + line.size() + " cells instead of " + header.size() + "."));
        }
        for (int cell = 0; cell < Math.min(line.size(), header.size()); cell++) {
            values.put(header.get(cell), line.get(cell));
        }
        return new Row(null, lastLine, values, errors);
    }

    private void limit(int rows) {
        if (rows > properties.maxRows()) {
            throw new Problem(
                    Problems.TOO_LARGE,
                    new Bilingual(
                            "Mỗi lần gửi nhiều nhất " + properties.maxRows() + " hồ sơ; hãy chia nhỏ.",
                            "At most " + properties.maxRows() + " dossiers at a time; send them in parts."));
        }
    }

    private static Problem unreadable() {
        return Problems.invalid(
                "$",
                "Không đọc được tệp CSV: kiểm tra dấu ngoặc kép và mã hoá UTF-8.",
                "The CSV can't be read: look at its quotes and its UTF-8.");
    }

    private static String capital(String name) {
        return name.isEmpty() ? name : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private static FieldProblem wrong(String field, String vi, String en) {
        return new FieldProblem(field, new Bilingual(vi, en));
    }
}
