package vn.congvu.cases.directory;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.congvu.contracts.Bilingual;
import vn.congvu.platform.text.CleanText;

/** Reads the values of one row or one edited period and remembers the first thing that is wrong with them. */
final class Cells {
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,190}");
    private static final int LONGEST = 300;
    private static final int MOST_ITEMS = 500;

    private final UnaryOperator<String> cells;
    private @Nullable Bilingual problem;

    Cells(UnaryOperator<String> cells) {
        this.cells = cells;
    }

    @Nullable
    Bilingual problem() {
        return problem;
    }

    String code(String column) {
        var value = text(column);
        if (!value.isEmpty()) {
            checkCode(column, value);
        }
        return value;
    }

    @Nullable
    String optionalCode(String column) {
        var value = cells.apply(column);
        if (value.isEmpty()) {
            return null;
        }
        checkCode(column, value);
        return value;
    }

    List<String> codes(String column) {
        var values = texts(column);
        values.forEach(value -> checkCode(column, value));
        return values;
    }

    String text(String column) {
        var value = cells.apply(column);
        if (value.isEmpty()) {
            wrong("Thiếu " + column + ".", "Missing " + column + ".");
        }
        checkLength(column, value);
        return value;
    }

    @Nullable
    String optionalText(String column) {
        var value = cells.apply(column);
        checkLength(column, value);
        return value.isEmpty() ? null : value;
    }

    List<String> texts(String column) {
        var values = Stream.of(cells.apply(column).split(";"))
                .map(String::strip)
                .filter(v -> !v.isEmpty())
                .distinct()
                .toList();
        values.forEach(value -> checkLength(column, value));
        if (values.size() > MOST_ITEMS) {
            wrong(column + " có hơn " + MOST_ITEMS + " mục.", column + " has more than " + MOST_ITEMS + " items.");
        }
        return values;
    }

    @Nullable
    String email(String column) {
        var value = optionalText(column);
        if (value != null && !EMAIL.matcher(value).matches()) {
            wrong(
                    "\"" + shown(value) + "\" không phải địa chỉ thư điện tử.",
                    "\"" + shown(value) + "\" is no e-mail address.");
        }
        return value;
    }

    @Nullable
    LocalDate date(String column) {
        var value = cells.apply(column);
        if (value.isEmpty()) {
            return null;
        }
        var date = parse(value);
        if (date == null) {
            wrong(
                    "\"" + shown(value) + "\" trong " + column + " không phải ngày dạng năm-tháng-ngày (2025-07-01).",
                    "\"" + shown(value) + "\" in " + column + " is no date like 2025-07-01.");
        }
        return date;
    }

    private static @Nullable LocalDate parse(String value) {
        try {
            var date = LocalDate.parse(value);
            return date.getYear() < 1900 || date.getYear() > 2999 ? null : date;
        } catch (DateTimeParseException notADate) {
            return null;
        }
    }

    <E extends Enum<E>> @Nullable E oneOf(String column, Class<E> type) {
        var value = text(column).toUpperCase(Locale.ROOT);
        var constants = type.getEnumConstants();
        for (var constant : constants) {
            if (constant.name().equals(value)) {
                return constant;
            }
        }
        var known = String.join(", ", Arrays.stream(constants).map(Enum::name).toList());
        wrong(
                "\"" + shown(value) + "\" trong " + column + " không có trong danh sách: " + known + ".",
                "\"" + shown(value) + "\" in " + column + " is none of: " + known + ".");
        return null;
    }

    void order(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from != null && to != null && to.isBefore(from)) {
            wrong(
                    "Ngày kết thúc " + to + " trước ngày bắt đầu " + from + ".",
                    "The end " + to + " is before the start " + from + ".");
        }
    }

    void wrong(String vi, String en) {
        if (problem == null) {
            problem = new Bilingual(vi, en);
        }
    }

    private void checkCode(String column, String value) {
        if (!CODE.matcher(value).matches()) {
            wrong(
                    "\"" + shown(value) + "\" trong " + column + " không phải mã (chữ không dấu, số, dấu . _ -).",
                    "\"" + shown(value) + "\" in " + column + " is no code (letters, digits and . _ -).");
        }
    }

    private void checkLength(String column, String value) {
        if (!value.isEmpty() && Word.of(value).isEmpty()) {
            wrong(column + " không có chữ nào.", column + " has no letter.");
        }
        if (value.length() > LONGEST) {
            wrong(column + " dài hơn " + LONGEST + " ký tự.", column + " is longer than " + LONGEST + " characters.");
        }
    }

    private static String shown(String value) {
        return CleanText.shorten(value, 60);
    }
}
