package vn.congvu.intake.cleaning;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Takes nothing but the sound frames of an MP3 (ISO 11172-3 and 13818-3, layer III) and joins them: tags at either end, pictures,
 * the encoder's frame and whatever lies between frames are left behind.
 */
final class Mp3s {
    private static final int HEADER = 4;
    private static final int[] KBITS_1 = {32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320};
    private static final int[] KBITS_2 = {8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160};
    private static final int[] HERTZ_1 = {44_100, 48_000, 32_000};
    private static final int VERSION_1 = 3;
    private static final int LAYER_III = 1;

    private Mp3s() {}

    static Cleaning clean(byte[] content) {
        var clean = new ByteArrayOutputStream(content.length);
        int at = afterTag(content);
        while (at + HEADER <= content.length) {
            int length = frameAt(content, at);
            int next = at + length;
            if (length == 0 || next > content.length || !isFollowed(content, next)) {
                at++;
                continue;
            }
            if (!isAboutTheFile(content, at, length)) {
                clean.write(content, at, length);
            }
            at = next;
        }
        return clean.size() == 0 ? Cleaning.broken() : new Cleaning.Clean(clean.toByteArray(), "audio/mpeg");
    }

    /** Behind the tag in front, whose length is in four times seven bits. */
    private static int afterTag(byte[] content) {
        if (content.length < 10 || !says(content, 0, "ID3")) {
            return 0;
        }
        long length =
                (content[6] & 127L) << 21 | (content[7] & 127L) << 14 | (content[8] & 127L) << 7 | content[9] & 127L;
        return (int) Math.min(content.length, 10 + length);
    }

    /** A frame counts only when another comes behind it, or the end or a tag: two bytes alone look like one too often. */
    private static boolean isFollowed(byte[] content, int next) {
        return next == content.length
                || frameAt(content, next) > 0
                || says(content, next, "TAG")
                || says(content, next, "APETAGEX");
    }

    /** The length of the frame that begins here, zero for none. */
    private static int frameAt(byte[] content, int at) {
        if (at + HEADER > content.length || content[at] != -1 || (content[at + 1] & 0xE0) != 0xE0) {
            return 0;
        }
        int version = content[at + 1] >> 3 & 3;
        int layer = content[at + 1] >> 1 & 3;
        int kbits = content[at + 2] >> 4 & 15;
        int hertz = content[at + 2] >> 2 & 3;
        if (version == 1 || layer != LAYER_III || kbits == 0 || kbits == 15 || hertz == 3) {
            return 0;
        }
        boolean first = version == VERSION_1;
        int bits = (first ? KBITS_1 : KBITS_2)[kbits - 1] * 1000;
        int rate = HERTZ_1[hertz] >> (first ? 0 : version == 2 ? 1 : 2);
        return (first ? 144 : 72) * bits / rate + (content[at + 2] >> 1 & 1);
    }

    /** The frame in which encoders leave their name and the length; it has no sound. */
    private static boolean isAboutTheFile(byte[] content, int at, int length) {
        boolean first = (content[at + 1] >> 3 & 3) == VERSION_1;
        boolean mono = (content[at + 3] >> 6 & 3) == 3;
        int side = HEADER + (first ? mono ? 17 : 32 : mono ? 9 : 17);
        return length > side + HEADER && (says(content, at + side, "Xing") || says(content, at + side, "Info"))
                || length > 40 && says(content, at + 36, "VBRI");
    }

    private static boolean says(byte[] content, int at, String word) {
        var letters = word.getBytes(StandardCharsets.US_ASCII);
        return at + letters.length <= content.length
                && Arrays.equals(content, at, at + letters.length, letters, 0, letters.length);
    }
}
