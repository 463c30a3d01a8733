package vn.congvu.intake.cleaning;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import vn.congvu.intake.cleaning.Boxes.Box;

/**
 * Takes the AAC samples of a telephone's recording and writes a new file around them, in which nothing but their lengths, their
 * times and how to decode them is taken over (ISO 14496-12 and 14496-14): no place, name, date, device, chapter or picture. A video
 * is refused: its pictures can carry more than what is seen.
 */
final class M4as {
    private static final int LONGEST_DECODER_BOX = 128;
    private static final int SAMPLE_ENTRY = 28;

    private M4as() {}

    /** @param decoder how the samples are decoded, as it stands in the file */
    private record Sound(
            int unitsPerSecond, int channels, int hertz, byte[] decoder, Times times, List<byte[]> samples) {}

    /** @param entries pairs of how many samples and how long each lasts */
    private record Times(byte[] entries, long samples, long duration) {}

    static Cleaning clean(byte[] content) {
        try {
            var file = new Box("file", 0, ByteBuffer.wrap(content));
            var tracks = file.the("moov").all("trak");
            var sounds = new ArrayList<Box>();
            for (var track : tracks) {
                switch (handler(track)) {
                    case "soun" -> sounds.add(track);
                    case "vide" -> {
                        return Cleaning.refused(
                                "Video chưa xóa được vị trí và tên máy. Hãy gửi ảnh chụp màn hình, hoặc chỉ phần tiếng dạng M4A, MP3, WAV.",
                                "We can't remove place and device from a video. Send screenshots, or only its sound as M4A, MP3 or WAV.");
                    }
                    default -> {
                        // what is neither seen nor heard stays behind
                    }
                }
            }
            return sounds.size() == 1
                    ? new Cleaning.Clean(written(sound(content, file.all("mdat"), sounds.getFirst())), "audio/mp4")
                    : Cleaning.broken();
        } catch (IOException | BufferUnderflowException | IndexOutOfBoundsException unreadable) {
            return Cleaning.broken();
        }
    }

    private static String handler(Box track) throws IOException {
        var name = new byte[4];
        track.the("mdia").the("hdlr").content().get(8, name);
        return new String(name, StandardCharsets.ISO_8859_1);
    }

    private static Sound sound(byte[] content, List<Box> media, Box track) throws IOException {
        var description = track.the("mdia");
        var table = description.the("minf").the("stbl");
        var entry = table.the("stsd").content();
        var entries = Boxes.of(entry.slice(8, entry.limit() - 8));
        if (entries.size() != 1 || !entries.getFirst().type().equals("mp4a")) {
            throw new IOException("not one kind of AAC");
        }
        var format = entries.getFirst().content();
        var decoder = new Box("mp4a", 0, format.slice(SAMPLE_ENTRY, format.limit() - SAMPLE_ENTRY)).the("esds");
        if (decoder.content().limit() > LONGEST_DECODER_BOX) {
            throw new IOException("more than it takes to decode");
        }
        var samples = samples(content, media, table);
        var times = times(table.the("stts").content());
        if (times.samples() != samples.size()) {
            throw new IOException("times and samples do not agree");
        }
        var header = description.the("mdhd").content();
        return new Sound(
                header.getInt(header.get(0) == 1 ? 20 : 12),
                format.getShort(16),
                format.getInt(24),
                Boxes.bytes(decoder.content()),
                times,
                samples);
    }

    private static Times times(ByteBuffer stts) throws IOException {
        int count = stts.getInt(4);
        if (count < 0 || count > (stts.limit() - 8) / 8) {
            throw new IOException("cut off");
        }
        long samples = 0;
        long duration = 0;
        for (int i = 0; i < count; i++) {
            long some = stts.getInt(8 + i * 8) & 0xFFFFFFFFL;
            samples += some;
            duration += some * (stts.getInt(12 + i * 8) & 0xFFFFFFFFL);
        }
        if (duration < 0 || duration > 0xFFFFFFFFL) {
            throw new IOException("longer than any recording");
        }
        var entries = new byte[count * 8];
        stts.get(8, entries);
        return new Times(entries, samples, duration);
    }

    /** Each sample where the chunks say it lies, among the media and nowhere else; together never more than the file itself. */
    private static List<byte[]> samples(byte[] content, List<Box> media, Box table) throws IOException {
        var sizes = table.the("stsz").content();
        int same = sizes.getInt(4);
        int count = sizes.getInt(8);
        var runs = table.the("stsc").content();
        var wide = table.any("co64");
        var chunks = wide.isPresent() ? wide.get().content() : table.the("stco").content();
        var samples = new ArrayList<byte[]>();
        long total = 0;
        for (int chunk = 0, run = 0; chunk < chunks.getInt(4) && samples.size() < count; chunk++) {
            if (run + 1 < runs.getInt(4) && runs.getInt(8 + (run + 1) * 12) - 1 <= chunk) {
                run++;
            }
            long at = wide.isPresent() ? chunks.getLong(8 + chunk * 8) : chunks.getInt(8 + chunk * 4) & 0xFFFFFFFFL;
            for (int i = 0; i < runs.getInt(12 + run * 12) && samples.size() < count; i++) {
                int size = same == 0 ? sizes.getInt(12 + samples.size() * 4) : same;
                total += size;
                if (size <= 0 || !isAmong(media, at, size) || total > content.length) {
                    throw new IOException("a sample lies outside");
                }
                var sample = new byte[size];
                System.arraycopy(content, (int) at, sample, 0, size);
                samples.add(sample);
                at += size;
            }
        }
        if (samples.isEmpty() || samples.size() != count) {
            throw new IOException("cut off");
        }
        return samples;
    }

    private static boolean isAmong(List<Box> media, long at, int size) {
        return media.stream()
                .anyMatch(box -> at >= box.at()
                        && at + size <= box.at() + (long) box.content().limit());
    }

    private static byte[] written(Sound sound) {
        var kind = Boxes.box("ftyp", "M4A \0\0\0\0M4A mp42isom".getBytes(StandardCharsets.US_ASCII));
        var all = new ByteArrayOutputStream();
        var sizes = ByteBuffer.allocate(12 + sound.samples().size() * 4)
                .putInt(0)
                .putInt(0)
                .putInt(sound.samples().size());
        for (var sample : sound.samples()) {
            all.writeBytes(sample);
            sizes.putInt(sample.length);
        }
        var file = new ByteArrayOutputStream();
        file.writeBytes(kind);
        file.writeBytes(Boxes.box("mdat", all.toByteArray()));
        file.writeBytes(movie(sound, sizes.array(), kind.length + 8));
        return file.toByteArray();
    }

    private static byte[] movie(Sound sound, byte[] sizes, int samplesAt) {
        int duration = (int) sound.times().duration();
        var header = ByteBuffer.allocate(100)
                .putInt(12, sound.unitsPerSecond())
                .putInt(16, duration)
                .putInt(20, 0x00010000)
                .putShort(24, (short) 0x0100)
                .putInt(96, 2);
        asItIs(header, 36);
        var track = ByteBuffer.allocate(84)
                .putInt(0, 7)
                .putInt(12, 1)
                .putInt(20, duration)
                .putShort(36, (short) 0x0100);
        asItIs(track, 40);
        var media = ByteBuffer.allocate(24)
                .putInt(12, sound.unitsPerSecond())
                .putInt(16, duration)
                .putShort(20, (short) 0x55C4);
        var handler = ByteBuffer.allocate(25).put(8, "soun".getBytes(StandardCharsets.US_ASCII));
        var here = Boxes.box("url ", numbers(1));
        return Boxes.box(
                "moov",
                Boxes.box("mvhd", header.array()),
                Boxes.box(
                        "trak",
                        Boxes.box("tkhd", track.array()),
                        Boxes.box(
                                "mdia",
                                Boxes.box("mdhd", media.array()),
                                Boxes.box("hdlr", handler.array()),
                                Boxes.box(
                                        "minf",
                                        Boxes.box("smhd", new byte[8]),
                                        Boxes.box("dinf", Boxes.box("dref", numbers(0, 1), here)),
                                        table(sound, sizes, samplesAt)))));
    }

    /** All samples in one chunk. */
    private static byte[] table(Sound sound, byte[] sizes, int samplesAt) {
        var format = ByteBuffer.allocate(SAMPLE_ENTRY)
                .putShort(6, (short) 1)
                .putShort(16, (short) sound.channels())
                .putShort(18, (short) 16)
                .putInt(24, sound.hertz());
        var entry = Boxes.box("mp4a", format.array(), Boxes.box("esds", sound.decoder()));
        return Boxes.box(
                "stbl",
                Boxes.box("stsd", numbers(0, 1), entry),
                Boxes.box(
                        "stts",
                        numbers(0, sound.times().entries().length / 8),
                        sound.times().entries()),
                Boxes.box("stsc", numbers(0, 1, 1, sound.samples().size(), 1)),
                Boxes.box("stsz", sizes),
                Boxes.box("stco", numbers(0, 1, samplesAt)));
    }

    /** The matrix that turns nothing. */
    private static void asItIs(ByteBuffer header, int at) {
        header.putInt(at, 0x00010000).putInt(at + 16, 0x00010000).putInt(at + 32, 0x40000000);
    }

    private static byte[] numbers(int... numbers) {
        var written = ByteBuffer.allocate(numbers.length * 4);
        for (int number : numbers) {
            written.putInt(number);
        }
        return written.array();
    }
}
