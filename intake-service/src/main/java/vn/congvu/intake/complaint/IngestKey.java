package vn.congvu.intake.complaint;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.congvu.contracts.Bilingual;
import vn.congvu.platform.problem.Problem;

/** What a report is known by at the door. */
public final class IngestKey {
    private static final Pattern ALLOWED = Pattern.compile("[\\x21-\\x7e]{1,200}");

    private IngestKey() {}

    /**
     * The key of a request.
     *
     * @param door such as {@code web}
     * @param idempotencyKey as the header says; without one, the request is one of its own
     * @throws Problem if it is empty, too long or has other than visible ASCII characters
     */
    public static String of(String door, @Nullable String idempotencyKey) {
        var key = idempotencyKey == null ? UUID.randomUUID().toString() : idempotencyKey.strip();
        if (!ALLOWED.matcher(key).matches()) {
            throw new Problem(
                    ComplaintProblems.BAD_KEY,
                    new Bilingual(
                            "Idempotency-Key gồm 1 đến 200 ký tự ASCII nhìn thấy được, ví dụ một UUID.",
                            "An Idempotency-Key has 1 to 200 visible ASCII characters, for example a UUID."));
        }
        return door + ":" + key;
    }
}
