package vn.congvu.intake.cleaning;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The boxes of which an MP4 is made (ISO 14496-12, 4.2). */
final class Boxes {
    private static final int HEADER = 8;

    private Boxes() {}

    /**
     * @param at where its content begins in what is around it
     * @param content what is in it, without its header
     */
    record Box(String type, int at, ByteBuffer content) {
        /** @throws IOException if a box inside goes beyond this one */
        List<Box> inside() throws IOException {
            return of(content);
        }

        /** @throws IOException if it is not there exactly once */
        Box the(String wanted) throws IOException {
            return any(wanted).orElseThrow(() -> new IOException("no " + wanted + " in " + type));
        }

        /** @throws IOException if it is there twice */
        Optional<Box> any(String wanted) throws IOException {
            var found = all(wanted);
            if (found.size() > 1) {
                throw new IOException("more than one " + wanted + " in " + type);
            }
            return found.stream().findFirst();
        }

        List<Box> all(String wanted) throws IOException {
            return inside().stream().filter(box -> box.type().equals(wanted)).toList();
        }
    }

    static List<Box> of(ByteBuffer bytes) throws IOException {
        var rest = bytes.duplicate().rewind();
        var found = new ArrayList<Box>();
        while (rest.remaining() >= HEADER) {
            int start = rest.position();
            long size = rest.getInt() & 0xFFFFFFFFL;
            var name = new byte[4];
            rest.get(name);
            if (size == 1 && rest.remaining() >= Long.BYTES) {
                size = rest.getLong();
            } else if (size == 0) {
                size = bytes.limit() - start;
            }
            long length = size - (rest.position() - start);
            if (length < 0 || length > rest.remaining()) {
                throw new IOException("a box ends outside");
            }
            found.add(new Box(
                    new String(name, StandardCharsets.ISO_8859_1), rest.position(), rest.slice(rest.position(), (int)
                            length)));
            rest.position(rest.position() + (int) length);
        }
        return found;
    }

    /** A box with these parts one behind the other. */
    static byte[] box(String type, byte[]... parts) {
        int length = HEADER;
        for (var part : parts) {
            length += part.length;
        }
        var written = ByteBuffer.allocate(length).putInt(length).put(type.getBytes(StandardCharsets.ISO_8859_1));
        for (var part : parts) {
            written.put(part);
        }
        return written.array();
    }

    static byte[] bytes(ByteBuffer content) {
        var bytes = new byte[content.limit()];
        content.get(0, bytes);
        return bytes;
    }
}
