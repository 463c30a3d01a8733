package vn.congvu.intake.complaint;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congvu.contracts.Bilingual;
import vn.congvu.intake.phone.PhoneNumber;
import vn.congvu.platform.problem.FieldProblem;
import vn.congvu.platform.problem.Problem;
import vn.congvu.platform.text.CleanText;

/** Reads what people typed, field by field, and collects everything that is wrong, so that it is said at once. */
public final class Typed {
    /** The longest text of a report or message, in characters. */
    public static final int LONGEST_TEXT = 20_000;

    private static final LocalDate NOBODY_REMEMBERS = LocalDate.of(1975, 1, 1);

    private final List<FieldProblem> problems = new ArrayList<>();

    /** A text that must be there. */
    public String text(String field, @Nullable String raw) {
        var text = optionalText(field, raw);
        if (text == null
                && problems.stream().noneMatch(problem -> problem.field().equals(field))) {
            problem(field, "Hãy viết điều bạn muốn nói.", "Write what you want to say.");
        }
        return text == null ? "" : text;
    }

    /** A text that may be absent, over several lines. */
    public @Nullable String optionalText(String field, @Nullable String raw) {
        if (raw == null || !wellFormed(field, raw)) {
            return null;
        }
        int length = raw.codePointCount(0, raw.length());
        if (length > LONGEST_TEXT) {
            problem(
                    field,
                    "Nội dung dài " + length
                            + " ký tự; nhận tối đa 20.000. Hãy tóm tắt, hoặc gửi phần còn lại dưới dạng tệp đính kèm.",
                    "The text has " + length
                            + " characters; at most 20,000 are taken. Shorten it, or attach the rest as a file.");
            return null;
        }
        var text = CleanText.clean(raw);
        return text.isEmpty() ? null : text;
    }

    /** A name, code or title that may be absent. */
    public @Nullable String line(String field, @Nullable String raw, int longest) {
        if (raw == null || !wellFormed(field, raw)) {
            return null;
        }
        if (raw.codePointCount(0, raw.length()) > longest) {
            problem(
                    field,
                    "Dài quá " + longest + " ký tự. Hãy viết ngắn lại.",
                    "Longer than " + longest + " characters. Shorten it.");
            return null;
        }
        var line = CleanText.oneLine(raw);
        return line.isEmpty() ? null : line;
    }

    /** A telephone number that may be absent, in international form. */
    public @Nullable String phone(String field, @Nullable String raw) {
        var typed = line(field, raw, 40);
        if (typed == null) {
            return null;
        }
        return switch (PhoneNumber.read(typed)) {
            case PhoneNumber.Reading.Readable(var number) -> number.e164();
            case PhoneNumber.Reading.Emergency(var number) -> {
                problem(
                        field,
                        number
                                + " là số khẩn cấp: nếu cần cứu giúp ngay, hãy gọi số đó. Ở đây hãy ghi số của bạn hoặc để trống.",
                        number
                                + " is an emergency number: call it if you need help now. Give your own number here, or none.");
                yield null;
            }
            case PhoneNumber.Reading.Unreadable() -> {
                problem(
                        field,
                        "Không đọc được số điện thoại. Viết như 0912 345 678 hoặc +84 912 345 678, hoặc để trống.",
                        "Not a telephone number. Write it like 0912 345 678 or +84 912 345 678, or leave it empty.");
                yield null;
            }
        };
    }

    /** An e-mail address that may be absent. */
    public @Nullable String email(String field, @Nullable String raw) {
        var typed = line(field, raw, 254);
        if (typed != null && !typed.matches("[^\\s@<>\"(),:;\\[\\]\\\\]+@[^\\s@<>\"(),:;\\[\\]\\\\]+\\.[^\\s@.]+")) {
            problem(
                    field,
                    "Không đọc được địa chỉ thư điện tử. Viết như ten@vidu.vn, hoặc để trống.",
                    "Not an e-mail address. Write it like name@example.vn, or leave it empty.");
            return null;
        }
        return typed;
    }

    /** A day that something happened on. */
    public @Nullable LocalDate past(String field, @Nullable LocalDate day, LocalDate today) {
        if (day != null && (day.isAfter(today) || day.isBefore(NOBODY_REMEMBERS))) {
            problem(
                    field,
                    "Ngày xảy ra phải từ năm 1975 đến hôm nay, hoặc để trống.",
                    "The day must lie between 1975 and today, or be left out.");
            return null;
        }
        return day;
    }

    public void problem(String field, String vi, String en) {
        problems.add(new FieldProblem(field, new Bilingual(vi, en)));
    }

    /** @throws Problem naming every field that needs correcting */
    public void refuseIfWrong() {
        if (!problems.isEmpty()) {
            throw new Problem(
                    ComplaintProblems.INVALID_SUBMISSION,
                    new Bilingual(
                            "Hãy sửa các mục được nêu rồi gửi lại. Chưa có gì được lưu.",
                            "Correct what is named and send it again. Nothing was stored."),
                    List.copyOf(problems));
        }
    }

    private boolean wellFormed(String field, String raw) {
        if (CleanText.isWellFormed(raw)) {
            return true;
        }
        problem(
                field,
                "Có ký tự bị hỏng (không phải Unicode hợp lệ). Hãy gõ lại đoạn đó.",
                "Contains a broken character (not valid Unicode). Type that part again.");
        return false;
    }
}
