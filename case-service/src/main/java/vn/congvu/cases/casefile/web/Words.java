package vn.congvu.cases.casefile.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.congvu.contracts.SealedText;
import vn.congvu.platform.problem.Problems;
import vn.congvu.platform.sealing.Sealer;
import vn.congvu.platform.text.CleanText;

/** What staff typed, cleaned, checked and sealed. */
@Component
class Words {
    private static final int MOST = 10_000;
    private static final int LONGEST_NAME = 300;

    private final Sealer sealer;

    Words(Sealer sealer) {
        this.sealer = sealer;
    }

    SealedText sealed(String field, @Nullable String typed) {
        var words = typed == null ? "" : CleanText.clean(wellFormed(field, typed));
        if (words.isEmpty()) {
            throw Problems.invalid(field, "Hãy ghi nội dung.", "Write something here.");
        }
        if (words.codePointCount(0, words.length()) > MOST) {
            throw Problems.invalid(field, "Dài nhất 10.000 ký tự.", "At most 10,000 characters.");
        }
        return sealer.seal(words);
    }

    /** A name or title on one line. */
    String name(String field, @Nullable String typed) {
        var name = typed == null ? "" : CleanText.oneLine(wellFormed(field, typed));
        if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST_NAME) {
            throw Problems.invalid(field, "Từ 1 đến 300 ký tự.", "From 1 to 300 characters.");
        }
        return name;
    }

    private static String wellFormed(String field, String typed) {
        if (!CleanText.isWellFormed(typed)) {
            throw Problems.invalid(
                    field,
                    "Có ký tự bị hỏng (không phải Unicode hợp lệ). Hãy gõ lại đoạn đó.",
                    "Contains a broken character (not valid Unicode). Type that part again.");
        }
        return typed;
    }
}
