package vn.congvu.gateway.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import vn.congvu.platform.text.SpreadsheetCell;

/** A breach report for spreadsheets: a row for each report or dossier, then what named nobody. */
final class BreachFile {
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    private BreachFile() {}

    static ResponseEntity<String> response(BreachReport report) {
        var name = ContentDisposition.attachment().filename("breach-report.csv").build();
        return ResponseEntity.ok()
                .contentType(CSV)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(of(report));
    }

    /** With a byte order mark: spreadsheets take the diacritics for something else without. */
    static String of(BreachReport report) {
        var text = new StringBuilder("\uFEFF");
        try (var csv = new CSVPrinter(text, CSVFormat.EXCEL)) {
            csv.printRecord("subject", "seen", "actions", "actors", "first", "last");
            for (var touched : report.touched()) {
                csv.printRecord(
                        SpreadsheetCell.asText(touched.subject()),
                        touched.worst(),
                        touched.actions().entrySet().stream()
                                .map(action -> action.getKey() + " " + action.getValue())
                                .collect(Collectors.joining("; ")),
                        SpreadsheetCell.asText(String.join("; ", touched.actors())),
                        touched.first(),
                        touched.last());
            }
            for (var unnamed : report.unnamed()) {
                csv.printRecord(
                        "?",
                        SpreadsheetCell.asText(String.valueOf(unnamed.detail())),
                        unnamed.action(),
                        SpreadsheetCell.asText(unnamed.actor()),
                        unnamed.at(),
                        unnamed.at());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }
}
