package vn.congvu.notify.apology;

import org.jspecify.annotations.Nullable;
import vn.congvu.contracts.Reference;
import vn.congvu.platform.problem.Problems;
import vn.congvu.platform.text.CleanText;

/** What offices type for the board, checked at the edge. */
final class Wording {
    static final int LONGEST_TEXT = 2_000;
    static final int LONGEST_NAME = 300;

    private Wording() {}

    static @Nullable String optional(@Nullable String text) {
        var clean = text == null ? "" : CleanText.oneLine(text);
        return clean.isEmpty() ? null : CleanText.shorten(clean, LONGEST_NAME);
    }

    static String required(String field, @Nullable String text, int longest) {
        var clean = text == null ? "" : CleanText.clean(text);
        if (clean.isEmpty()) {
            throw Problems.invalid(field, "Không được để trống.", "Must not be empty.");
        }
        if (clean.length() > longest || !CleanText.isWellFormed(clean)) {
            throw Problems.invalid(
                    field,
                    "Dài nhất " + longest + " ký tự, chữ Unicode hợp lệ.",
                    "At most " + longest + " valid characters.");
        }
        return clean;
    }

    /** A complaint's reference in its plain form, anything else as it was typed. */
    static String reference(@Nullable String text) {
        var typed = required("reference", text, LONGEST_NAME);
        return Reference.parse(typed).map(Reference::value).orElse(typed);
    }

    /** Words that go on the board: refused where they obviously lead to a person. */
    static String publicText(String field, @Nullable String text) {
        var clean = required(field, text, LONGEST_TEXT);
        if (PublicWords.tellTooMuch(clean)) {
            throw Problems.invalid(
                    field,
                    "Nội dung này được công khai. Hãy bỏ tên người, số điện thoại, e-mail, số giấy tờ và địa chỉ: "
                            + PublicWords.hide(clean),
                    "This is published. Take out names of people, phones, e-mails, identity numbers and addresses: "
                            + PublicWords.hide(clean));
        }
        return clean;
    }

    static @Nullable String publicReason(String field, @Nullable String text) {
        return text == null || text.isBlank() ? null : publicText(field, text);
    }
}
