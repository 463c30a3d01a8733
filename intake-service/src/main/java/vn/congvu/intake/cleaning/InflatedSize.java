package vn.congvu.intake.cleaning;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** How much the compressed streams of a PDF become, found out without keeping any of it. */
final class InflatedSize {
    private static final long MOST = 200L * 1024 * 1024;
    private static final byte[] WORD = {'s', 't', 'r', 'e', 'a', 'm'};

    private InflatedSize() {}

    static boolean isBounded(byte[] pdf) {
        long size = 0;
        var sink = new byte[64 * 1024];
        for (int at = 0; at < pdf.length - WORD.length; at++) {
            if (!isWord(pdf, at)) {
                continue;
            }
            size += inflated(pdf, afterLineEnd(pdf, at + WORD.length), MOST - size, sink);
            if (size > MOST) {
                return false;
            }
        }
        return true;
    }

    private static long inflated(byte[] pdf, int from, long most, byte[] sink) {
        long size = 0;
        var inflater = new Inflater();
        try {
            inflater.setInput(pdf, from, pdf.length - from);
            while (!inflater.finished() && size <= most) {
                int some = inflater.inflate(sink);
                if (some == 0) {
                    return size;
                }
                size += some;
            }
            return size;
        } catch (DataFormatException notCompressedThatWay) {
            return size;
        } finally {
            inflater.end();
        }
    }

    private static boolean isWord(byte[] pdf, int at) {
        for (int i = 0; i < WORD.length; i++) {
            if (pdf[at + i] != WORD[i]) {
                return false;
            }
        }
        return true;
    }

    private static int afterLineEnd(byte[] pdf, int at) {
        int from = at;
        while (from < pdf.length && (pdf[from] == '\r' || pdf[from] == '\n' || pdf[from] == ' ')) {
            from++;
        }
        return from;
    }
}
