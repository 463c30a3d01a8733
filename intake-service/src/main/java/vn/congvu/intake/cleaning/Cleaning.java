package vn.congvu.intake.cleaning;

import vn.congvu.contracts.Bilingual;

/** What became of a file. */
public sealed interface Cleaning {
    /** @param mediaType of the clean copy, not always that of what was sent */
    record Clean(byte[] content, String mediaType) implements Cleaning {}

    /** @param reason what is wrong and what to send instead */
    record Refused(Bilingual reason) implements Cleaning {}

    static Refused refused(String vi, String en) {
        return new Refused(new Bilingual(vi, en));
    }

    static Refused broken() {
        return refused(
                "Tệp bị hỏng hoặc chưa tải hết. Hãy mở thử rồi gửi lại.",
                "The file is damaged or incomplete. Check that it opens, then send it again.");
    }
}
