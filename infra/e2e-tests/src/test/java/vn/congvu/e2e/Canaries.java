package vn.congvu.e2e;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Words that no other text has, looked for in bytes: as UTF-8, as the two forms of UTF-16, and inside base64. */
final class Canaries {
    private static final int BASE64_GROUP = 3;

    private final Map<byte[], String> patterns = new LinkedHashMap<>();

    Canaries(Collection<String> words) {
        for (var word : words) {
            patterns.put(word.getBytes(StandardCharsets.UTF_8), word);
            patterns.put(word.getBytes(StandardCharsets.UTF_16LE), word + " (UTF-16)");
            patterns.put(word.getBytes(StandardCharsets.UTF_16BE), word + " (UTF-16, big end first)");
            for (int shift = 0; shift < BASE64_GROUP; shift++) {
                patterns.put(inBase64(word, shift), word + " (base64)");
            }
        }
    }

    /** The characters of base64 that do not depend on what stands before and behind. */
    private static byte[] inBase64(String word, int shift) {
        var bytes = word.getBytes(StandardCharsets.UTF_8);
        var shifted = new byte[shift + bytes.length];
        System.arraycopy(bytes, 0, shifted, shift, bytes.length);
        var encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        int from = shift == 0 ? 0 : shift + 1;
        int to = shifted.length % BASE64_GROUP == 0 ? encoded.length() : encoded.length() - 1;
        return encoded.substring(from, to).getBytes(StandardCharsets.US_ASCII);
    }

    /** What is found, in words. */
    List<String> in(byte[] bytes) {
        return in(ByteBuffer.wrap(bytes));
    }

    List<String> in(String text) {
        return in(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A file of less than 2 GB. */
    List<String> in(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return in(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
        }
    }

    private List<String> in(ByteBuffer bytes) {
        var found = new ArrayList<String>();
        patterns.forEach((pattern, name) -> {
            if (contains(bytes, pattern)) {
                found.add(name);
            }
        });
        return found;
    }

    private static boolean contains(ByteBuffer bytes, byte[] pattern) {
        byte first = pattern[0];
        for (int at = 0, last = bytes.limit() - pattern.length; at <= last; at++) {
            if (bytes.get(at) == first && matches(bytes, at, pattern)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(ByteBuffer bytes, int at, byte[] pattern) {
        for (int i = 1; i < pattern.length; i++) {
            if (bytes.get(at + i) != pattern[i]) {
                return false;
            }
        }
        return true;
    }
}
