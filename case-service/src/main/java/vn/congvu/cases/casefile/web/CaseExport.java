package vn.congvu.cases.casefile.web;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.congvu.cases.calendar.WorkCalendars;
import vn.congvu.contracts.ComplaintKind;
import vn.congvu.platform.text.SpreadsheetCell;

/**
 * Cases as rows of a file that leaves this system: facts and deadlines, never anybody's words. Days only, as an agency sees
 * them. Written row by row, whatever their number.
 */
@Component
class CaseExport {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final int FLUSHED_AFTER = 1_000;
    private static final List<String> HEAD = List.of(
            "Mã tra cứu",
            "Trạng thái",
            "Loại",
            "Mức độ",
            "Cơ quan trả lời",
            "Nhận ngày",
            "Hạn",
            "Quá hạn",
            "Cần xem lại");
    private static final Map<ComplaintKind, String> KINDS = new EnumMap<>(Map.of(
            ComplaintKind.CONDUCT, "Phản ánh hành vi",
            ComplaintKind.LATE_PROCEDURE, "Hồ sơ trễ hạn",
            ComplaintKind.SUGGESTION, "Kiến nghị",
            ComplaintKind.PRAISE, "Biểu dương"));

    private final WorkCalendars calendars;

    CaseExport(WorkCalendars calendars) {
        this.calendars = calendars;
    }

    /** With a byte order mark: spreadsheets take the diacritics for something else without. */
    void csv(Stream<CaseRow> rows, OutputStream out) throws IOException {
        var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write('\uFEFF');
        try (var csv = new CSVPrinter(writer, CSVFormat.EXCEL)) {
            csv.printRecord(HEAD);
            for (var row : (Iterable<CaseRow>) rows::iterator) {
                csv.printRecord(cells(row).stream().map(SpreadsheetCell::asText).toList());
            }
        }
    }

    /** Every cell is text, so nothing in it is ever calculated. */
    void xlsx(Stream<CaseRow> rows, OutputStream out) throws IOException {
        try (var book = new Workbook(out, "Cong Vu", null)) {
            var sheet = book.newWorksheet("Hồ sơ");
            sheet.freezePane(0, 1);
            line(sheet, 0, HEAD);
            sheet.range(0, 0, 0, HEAD.size() - 1).style().bold().set();
            int number = 1;
            for (var row : (Iterable<CaseRow>) rows::iterator) {
                line(sheet, number, cells(row));
                if (number % FLUSHED_AFTER == 0) {
                    sheet.flush();
                }
                number++;
            }
        }
    }

    private static void line(org.dhatim.fastexcel.Worksheet sheet, int number, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            sheet.inlineString(number, column, cells.get(column));
        }
    }

    private List<String> cells(CaseRow row) {
        var agency = row.agency();
        return List.of(
                row.reference(),
                row.stateLabel().vi(),
                KINDS.getOrDefault(row.kind(), row.kind().name()),
                switch (row.severity()) {
                    case NORMAL -> "Thông thường";
                    case COMPLEX -> "Phức tạp";
                    case HIGH -> "Nghiêm trọng";
                },
                agency == null ? "" : agency.name(),
                day(row.receivedAt()),
                day(row.dueAt()),
                row.overdue() ? "x" : "",
                row.flagged() ? "x" : "");
    }

    private String day(@Nullable Instant instant) {
        return instant == null
                ? ""
                : DAY.format(instant.atZone(calendars.common().zone()));
    }
}
