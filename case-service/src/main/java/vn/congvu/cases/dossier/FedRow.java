package vn.congvu.cases.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.congvu.cases.calendar.WorkCalendar;
import vn.congvu.contracts.Bilingual;
import vn.congvu.platform.problem.FieldProblem;
import vn.congvu.platform.text.CleanText;

/** The cells of one row by name, read as what they should be; what they are not is noted. */
final class FedRow {
    private final Map<String, String> cells;
    private final List<FieldProblem> errors = new ArrayList<>();

    FedRow(Map<String, String> cells) {
        this.cells = cells;
    }

    Map<String, String> cells() {
        return cells;
    }

    List<FieldProblem> errors() {
        return errors;
    }

    /** On one line and without what can't be seen; null when nothing is left. */
    @Nullable
    String value(String name) {
        var raw = cells.get(name);
        if (raw == null) {
            return null;
        }
        var clean = CleanText.oneLine(raw);
        return clean.isEmpty() ? null : clean;
    }

    @Nullable
    String text(String name, int most, boolean required) {
        var value = value(name);
        if (value == null) {
            if (required) {
                missing(name);
            }
            return null;
        }
        if (value.codePointCount(0, value.length()) > most) {
            wrong(name, "Dài nhất " + most + " ký tự.", "At most " + most + " characters.");
        }
        return value;
    }

    boolean truth(String name) {
        var value = value(name);
        if (value == null || value.equalsIgnoreCase("false") || value.equals("0")) {
            return false;
        }
        if (!value.equalsIgnoreCase("true") && !value.equals("1")) {
            wrong(name, "Phải là true hoặc false.", "Either true or false.");
        }
        return true;
    }

    @Nullable
    LocalDate day(String name) {
        try {
            return LocalDate.parse(String.valueOf(value(name)));
        } catch (DateTimeParseException unreadable) {
            wrong(name, "Ngày viết theo dạng 2026-03-31.", "A day is written as 2026-03-31.");
            return null;
        }
    }

    @Nullable
    Instant instant(String name, WorkCalendar calendar, boolean required) {
        var value = value(name);
        if (value == null) {
            if (required) {
                missing(name);
            }
            return null;
        }
        try {
            var at = instant(value, calendar.zone());
            if (!at.isBefore(WorkCalendar.EARLIEST) && at.isBefore(WorkCalendar.LATEST)) {
                return at;
            }
            wrong(name, "Chỉ nhận từ năm 1900 đến năm 2199.", "Only the years 1900 to 2199.");
        } catch (DateTimeParseException unreadable) {
            wrong(
                    name,
                    "Thời điểm viết theo dạng 2026-03-31T16:30:00+07:00.",
                    "A moment is written as 2026-03-31T16:30:00+07:00.");
        }
        return null;
    }

    /** With an offset, or local time of the agency; a day alone is its beginning. */
    private static Instant instant(String value, ZoneId zone) {
        if (!value.contains("T")) {
            return LocalDate.parse(value).atStartOfDay(zone).toInstant();
        }
        boolean offset = value.endsWith("Z") || value.lastIndexOf('+') > 10 || value.lastIndexOf('-') > 10;
        var at = offset
                ? OffsetDateTime.parse(value).toInstant()
                : LocalDateTime.parse(value).atZone(zone).toInstant();
        return at.truncatedTo(ChronoUnit.MILLIS);
    }

    void missing(String name) {
        wrong(name, "Phải có.", "Is missing.");
    }

    void wrong(String field, String vi, String en) {
        errors.add(new FieldProblem(field, new Bilingual(vi, en)));
    }
}
