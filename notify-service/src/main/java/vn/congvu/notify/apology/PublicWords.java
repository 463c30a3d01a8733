package vn.congvu.notify.apology;

import java.util.List;
import java.util.regex.Pattern;
import vn.congvu.platform.text.CleanText;

/**
 * Keeps what leads to a person out of words that go on the board: phones, e-mail addresses, identity numbers, names behind a form of
 * address, house and home addresses. Rules for plain mistakes; whoever writes a reason is still told to name nobody.
 */
final class PublicWords {
    private record Hidden(Pattern what, String instead) {}

    private static final String ADDRESSED = "[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Cc]ô|[Cc]hú|[Bb]ác|[Cc]ụ|[Ee]m|ÔNG|BÀ|ANH|CHỊ";
    /** Posts follow the same words and are nobody's name. */
    private static final String NO_NAME = "Giám|Phó|Chủ|Trưởng|Chánh|Bí|Cán|Công|Viên|Bà|Ủy|UBND|Sở";

    private static final List<Hidden> RULES = List.of(
            new Hidden(
                    Pattern.compile("[\\w.%+-]+@[\\w-]+(?:\\.[\\w-]+)+", Pattern.UNICODE_CHARACTER_CLASS),
                    "(đã ẩn địa chỉ e-mail)"),
            new Hidden(
                    Pattern.compile("(?<![\\p{L}\\d/-])(?:\\+?84|0)(?:[\\s.-]?\\d){8,10}(?![\\d/])"),
                    "(đã ẩn số điện thoại)"),
            new Hidden(Pattern.compile("(?<![\\p{L}\\d./-])(?:\\d{12}|\\d{9})(?![\\d./-])"), "(đã ẩn số giấy tờ)"),
            new Hidden(
                    Pattern.compile(
                            "(?iu)\\b(?:số nhà|nhà số|số)\\s+\\d+[\\p{L}\\d/]*\\s*,?\\s+(?:đường|phố|ngõ|ngách|hẻm|ấp|thôn|tổ|khu phố)\\s+[^,.;]+"),
                    "(đã ẩn địa chỉ)"),
            new Hidden(
                    Pattern.compile("(?iu)\\b(?:cư ngụ|ngụ|thường trú|tạm trú|trú)\\s+(?:tại|ở)\\s+[^.;]+"),
                    "(đã ẩn địa chỉ)"),
            new Hidden(
                    Pattern.compile("(?u)(?<!\\p{L})(" + ADDRESSED + ")\\s+(?!(?:" + NO_NAME
                            + ")(?!\\p{L}))\\p{Lu}\\p{L}*(?:\\s+\\p{Lu}\\p{L}*){0,6}"),
                    "$1 (đã ẩn tên)"));

    private PublicWords() {}

    /** The text without them, each place marked. */
    static String hide(String text) {
        var shown = CleanText.clean(text);
        for (var rule : RULES) {
            shown = rule.what().matcher(shown).replaceAll(rule.instead());
        }
        return shown;
    }

    /** Whether anything would have to be hidden. */
    static boolean tellTooMuch(String text) {
        return !hide(text).equals(CleanText.clean(text));
    }
}
