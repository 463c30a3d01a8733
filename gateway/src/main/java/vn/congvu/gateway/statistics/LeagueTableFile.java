package vn.congvu.gateway.statistics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import vn.congvu.gateway.statistics.Statistics.LeagueTable;
import vn.congvu.platform.text.SpreadsheetCell;

/** The public figures as a file for spreadsheets. Agencies with too few answers have no numbers here either. */
final class LeagueTableFile {
    private LeagueTableFile() {}

    /** With a byte order mark: spreadsheets take the diacritics for something else without. */
    static String of(LeagueTable table) {
        var text = new StringBuilder("\uFEFF");
        try (var csv = new CSVPrinter(text, CSVFormat.EXCEL)) {
            csv.printRecord(
                    "code",
                    "name",
                    "answered",
                    "onTimePercent",
                    "medianWorkingDays",
                    "p90WorkingDays",
                    "overdueNow",
                    "apologies",
                    "praise");
            for (var line : table.agencies()) {
                csv.printRecord(Stream.<@Nullable Object>of(
                                SpreadsheetCell.asText(line.code()),
                                SpreadsheetCell.asText(line.name()),
                                line.answered(),
                                line.onTimePercent(),
                                line.medianWorkingDays(),
                                line.p90WorkingDays(),
                                line.overdueNow(),
                                line.apologies(),
                                line.praise())
                        .toList());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }
}
