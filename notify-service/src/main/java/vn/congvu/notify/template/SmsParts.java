package vn.congvu.notify.template;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What a text costs as SMS (3GPP TS 23.038 and 23.040): a single part holds 160 septets or 70 UCS-2 units; of several, each
 * gives 7 octets to the header that joins them, so 153 and 67. Neither an escape pair nor a surrogate pair is cut in two.
 *
 * @param units septets for GSM-7, UTF-16 units for UCS-2
 */
public record SmsParts(
        @Schema(example = "GSM_7") Encoding encoding,
        @Schema(example = "147") int units,
        @Schema(example = "1") int parts) {
    /** The alphabet a message is sent in. */
    public enum Encoding {
        GSM_7(160, 153),
        UCS_2(70, 67);

        private final int single;
        private final int joined;

        Encoding(int single, int joined) {
            this.single = single;
            this.joined = joined;
        }
    }

    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String ESCAPED = "\f^{}\\[~]|€";

    public static SmsParts of(String text) {
        var encoding = text.codePoints().allMatch(SmsParts::inGsm7) ? Encoding.GSM_7 : Encoding.UCS_2;
        int units = text.codePoints().map(letter -> width(letter, encoding)).sum();
        return new SmsParts(encoding, units, units <= encoding.single ? 1 : joinedParts(text, encoding));
    }

    private static int joinedParts(String text, Encoding encoding) {
        int parts = 1;
        int used = 0;
        for (int letter : text.codePoints().toArray()) {
            int width = width(letter, encoding);
            if (used + width > encoding.joined) {
                parts++;
                used = 0;
            }
            used += width;
        }
        return parts;
    }

    private static int width(int letter, Encoding encoding) {
        return switch (encoding) {
            case GSM_7 -> ESCAPED.indexOf(letter) >= 0 ? 2 : 1;
            case UCS_2 -> Character.charCount(letter);
        };
    }

    private static boolean inGsm7(int letter) {
        return BASIC.indexOf(letter) >= 0 || ESCAPED.indexOf(letter) >= 0;
    }
}
