package vn.congvu.intake.cleaning;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Leaves out of a JPEG, whose pixels stay as they are, what says more than the picture: Exif, XMP, comments, makers' data. */
final class JpegSegments {
    private static final int APP0 = 0xE0;
    private static final int APP14_COLOURS = 0xEE;
    private static final int APP15 = 0xEF;
    private static final int COMMENT = 0xFE;
    private static final int START_OF_SCAN = 0xDA;
    private static final int END = 0xD9;

    private JpegSegments() {}

    /** @throws IOException if it is no whole JPEG */
    static byte[] withoutMetadata(byte[] jpeg) throws IOException {
        if (byteAt(jpeg, 0) != 0xFF || byteAt(jpeg, 1) != 0xD8) {
            throw new IOException("no JPEG");
        }
        var kept = new ByteArrayOutputStream(jpeg.length);
        kept.write(jpeg, 0, 2);
        int at = 2;
        while (true) {
            if (byteAt(jpeg, at) != 0xFF) {
                throw new IOException("no marker where one belongs");
            }
            int marker = byteAt(jpeg, at + 1);
            if (marker == END) {
                kept.write(jpeg, at, 2);
                return kept.toByteArray();
            }
            int end = at + 2 + (byteAt(jpeg, at + 2) << 8 | byteAt(jpeg, at + 3));
            if (marker == START_OF_SCAN) {
                end = scanEnd(jpeg, end);
            }
            if (end > jpeg.length || end < at + 4) {
                throw new IOException("cut off");
            }
            if (!saysMore(marker)) {
                kept.write(jpeg, at, end - at);
            }
            at = end;
        }
    }

    private static boolean saysMore(int marker) {
        return marker == COMMENT || marker >= APP0 && marker <= APP15 && marker != APP14_COLOURS;
    }

    /** Behind the picture's data, in which FF is followed by 0 or a restart marker. */
    private static int scanEnd(byte[] jpeg, int from) throws IOException {
        int at = from;
        while (byteAt(jpeg, at) != 0xFF
                || byteAt(jpeg, at + 1) == 0
                || byteAt(jpeg, at + 1) >= 0xD0 && byteAt(jpeg, at + 1) <= 0xD7) {
            at++;
        }
        return at;
    }

    private static int byteAt(byte[] jpeg, int at) throws IOException {
        if (at >= jpeg.length) {
            throw new IOException("cut off");
        }
        return jpeg[at] & 0xFF;
    }
}
