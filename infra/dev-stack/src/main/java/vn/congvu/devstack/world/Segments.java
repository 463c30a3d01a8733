package vn.congvu.devstack.world;

/** How many parts a text message is sent and paid in. Source: 3GPP TS 23.038 and TS 23.040. */
final class Segments {
    private static final String GSM_7 = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String GSM_7_EXTENSION = "\f^{}\\[~]|€";

    private Segments() {}

    static int count(String text) {
        var length = 0;
        for (var i = 0; i < text.length(); i++) {
            var letter = text.charAt(i);
            if (GSM_7.indexOf(letter) >= 0) {
                length++;
            } else if (GSM_7_EXTENSION.indexOf(letter) >= 0) {
                length += 2;
            } else {
                return parts(text.length(), 70, 67);
            }
        }
        return parts(length, 160, 153);
    }

    private static int parts(int length, int alone, int joined) {
        return length <= alone ? 1 : (length + joined - 1) / joined;
    }
}
