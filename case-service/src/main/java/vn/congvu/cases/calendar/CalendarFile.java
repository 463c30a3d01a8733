package vn.congvu.cases.calendar;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import vn.congvu.cases.calendar.CalendarChange.HoursChange;
import vn.congvu.contracts.Bilingual;
import vn.congvu.platform.text.CleanText;

/** Reads {@code calendar.csv} and {@code office-hours.csv}: good lines in, bad lines listed with line and reason. */
final class CalendarFile {
    static final int MAX_TEXT = 200;
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .get();

    private CalendarFile() {}

    record Days(List<SpecialDay> days, List<BadLine> refused) {}

    /** @param lines by agency */
    record Hours(@Nullable String timezone, Map<String, List<HoursText>> lines, List<BadLine> refused) {
        List<HoursChange> changes() {
            return lines.entrySet().stream()
                    .map(agency -> new HoursChange(
                            agency.getKey(),
                            agency.getKey().equals(CalendarTable.EVERYBODY) ? timezone : null,
                            List.copyOf(agency.getValue())))
                    .toList();
        }
    }

    static Days days(byte[] file) {
        Map<LocalDate, Long> seen = new LinkedHashMap<>();
        List<SpecialDay> good = new ArrayList<>();
        List<BadLine> refused = new ArrayList<>();
        for (Row row : rows(file, List.of("date", "kind"), refused)) {
            try {
                SpecialDay day = day(row.get("date"), row.get("kind"), row.get("name"), row.get("basis"));
                Long earlier = seen.putIfAbsent(day.date(), row.line());
                if (earlier != null) {
                    throw new BadText(
                            "Ngày đã có ở dòng " + earlier + ".", "The date is already in line " + earlier + ".");
                }
                good.add(day);
            } catch (BadText bad) {
                refused.add(new BadLine(row.line(), bad.reason()));
            }
        }
        return new Days(good, refused);
    }

    static Hours hours(byte[] file) {
        Map<String, List<HoursText>> good = new LinkedHashMap<>();
        Map<String, List<Numbered>> accepted = new LinkedHashMap<>();
        List<BadLine> refused = new ArrayList<>();
        String timezone = null;
        for (Row row : rows(file, List.of("agency", "days", "from", "to"), refused)) {
            try {
                String zone = row.get("timezone");
                if (!zone.isEmpty()) {
                    timezone = timezone(zone, timezone);
                }
                HoursText text = new HoursText(
                        row.get("days"),
                        row.get("from"),
                        row.get("to"),
                        row.get("valid_from"),
                        row.get("valid_to"),
                        row.get("season_from"),
                        row.get("season_to"));
                String agency = row.get("agency");
                if (agency.isEmpty()) {
                    throw new BadText(
                            "Thiếu mã cơ quan (hoặc * cho mọi cơ quan).", "The agency is missing (or * for all).");
                }
                Numbered line = new Numbered(row.line(), text.line());
                List<Numbered> others = accepted.computeIfAbsent(agency, _ -> new ArrayList<>());
                for (Numbered other : others) {
                    if (other.hours().conflictsWith(line.hours())) {
                        throw new BadText(
                                "Giờ làm việc trùng với dòng " + other.line() + ".",
                                "The hours overlap those of line " + other.line() + ".");
                    }
                }
                others.add(line);
                good.computeIfAbsent(agency, _ -> new ArrayList<>()).add(text);
            } catch (BadText bad) {
                refused.add(new BadLine(row.line(), bad.reason()));
            }
        }
        return new Hours(timezone, good, refused);
    }

    /** @throws BadText with the reason */
    static SpecialDay day(String date, String kind, String name, String basis) {
        DayKind known =
                switch (kind.toLowerCase(Locale.ROOT)) {
                    case "off" -> DayKind.OFF;
                    case "work" -> DayKind.WORK;
                    default ->
                        throw new BadText(
                                "Loại ngày là off (nghỉ) hoặc work (làm việc), không phải \"" + kind + "\".",
                                "The kind of day is off or work, not \"" + kind + "\".");
                };
        return new SpecialDay(date(date), known, text(name), text(basis));
    }

    /** @throws BadText with the reason */
    static LocalDate date(String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.getYear() >= 1900 && date.getYear() < 2200) {
                return date;
            }
        } catch (DateTimeException notADate) {
            // told below, as a date out of range is
        }
        throw new BadText(
                "Không hiểu ngày \"" + text + "\"; viết ví dụ 2026-09-02.",
                "Can't read the date \"" + text + "\"; write for instance 2026-09-02.");
    }

    /** @throws BadText with the reason */
    static String timezone(String text, @Nullable String before) {
        if (before != null && !before.equals(text)) {
            throw new BadText(
                    "Chỉ có một múi giờ: \"" + before + "\" hay \"" + text + "\"?",
                    "There is only one time zone: \"" + before + "\" or \"" + text + "\"?");
        }
        try {
            return ZoneId.of(text).getId();
        } catch (DateTimeException notAZone) {
            throw new BadText(
                    "Không có múi giờ \"" + text + "\"; viết ví dụ Asia/Ho_Chi_Minh.",
                    "There is no time zone \"" + text + "\"; write for instance Asia/Ho_Chi_Minh.");
        }
    }

    private static @Nullable String text(String raw) {
        String clean = CleanText.oneLine(raw);
        if (clean.codePointCount(0, clean.length()) > MAX_TEXT) {
            throw new BadText(
                    "Tên và căn cứ dài không quá " + MAX_TEXT + " ký tự.",
                    "Name and basis are at most " + MAX_TEXT + " characters long.");
        }
        return clean.isEmpty() ? null : clean;
    }

    private static List<Row> rows(byte[] file, List<String> required, List<BadLine> refused) {
        String text = decode(file);
        List<Row> rows = new ArrayList<>();
        try (var parser = FORMAT.parse(new StringReader(text.startsWith("\uFEFF") ? text.substring(1) : text))) {
            List<String> missing = required.stream()
                    .filter(column -> !parser.getHeaderNames().contains(column))
                    .toList();
            if (!missing.isEmpty()) {
                String names = String.join(", ", missing);
                throw new BadText(
                        "Dòng tiêu đề thiếu cột: " + names + ".", "The header line lacks the columns: " + names + ".");
            }
            for (CSVRecord record : parser) {
                rows.add(new Row(parser.getCurrentLineNumber(), record));
            }
        } catch (UncheckedIOException malformed) {
            refused.add(new BadLine(
                    rows.isEmpty() ? 1 : rows.getLast().line() + 1,
                    new Bilingual(
                            "Dấu ngoặc kép không đúng; phần còn lại của tệp không đọc được.",
                            "A quotation mark is out of place; the rest of the file can't be read.")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return rows;
    }

    private static String decode(byte[] file) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw new BadText(
                    "Tệp không phải UTF-8. Hãy lưu lại với bảng mã UTF-8.", "The file is not UTF-8. Save it as UTF-8.");
        }
    }

    private record Numbered(long line, HoursLine hours) {}

    private record Row(long line, CSVRecord record) {
        /** Columns and cells that are not there are empty. */
        String get(String column) {
            return record.isSet(column) ? CleanText.oneLine(record.get(column)) : "";
        }
    }
}
