package vn.congvu.intake;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** Files as citizens and others send them. */
public final class SampleFiles {
    /** Stands in whatever must not come through. */
    public static final String SECRET = "NguoiToCao0912";

    private SampleFiles() {}

    public static byte[] png() {
        return png(Color.BLUE);
    }

    public static byte[] png(Color colour) {
        return written(picture(4, 3, colour), "png");
    }

    /** Red on the left, blue on the right. */
    public static byte[] jpeg(int width, int height) {
        return written(picture(width, height, Color.BLUE), "jpeg");
    }

    /** As a telephone makes it: with the place, the device and how it was held. */
    public static byte[] photoWithPlace(int orientation) {
        var jpeg = jpeg(64, 32);
        var exif = exif(orientation);
        return ByteBuffer.allocate(jpeg.length + exif.length + 4)
                .put(jpeg, 0, 2)
                .putShort((short) 0xFFE1)
                .putShort((short) (exif.length + 2))
                .put(exif)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    /** Declares a billion pixels in a few bytes. */
    public static byte[] pixelBomb() {
        var header = ByteBuffer.allocate(17)
                .put("IHDR".getBytes(StandardCharsets.US_ASCII))
                .putInt(40_000)
                .putInt(40_000)
                .put(new byte[] {8, 2, 0, 0, 0});
        var crc = new CRC32();
        crc.update(header.array());
        return ByteBuffer.allocate(33)
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'})
                .putInt(13)
                .put(header.array())
                .putInt((int) crc.getValue())
                .array();
    }

    public static byte[] wave() {
        var format = new AudioFormat(8000, 16, 1, true, false);
        var samples = new byte[1600];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) (i * 7);
        }
        try {
            var bytes = new ByteArrayOutputStream();
            AudioSystem.write(
                    new AudioInputStream(new ByteArrayInputStream(samples), format, samples.length / 2),
                    AudioFileFormat.Type.WAVE,
                    bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** With an artist behind the samples. */
    public static byte[] waveWithArtist() {
        var wave = wave();
        var artist = (SECRET + "\0\0").getBytes(StandardCharsets.US_ASCII);
        var tagged = ByteBuffer.allocate(wave.length + 20 + artist.length).order(ByteOrder.LITTLE_ENDIAN);
        tagged.put(wave)
                .put("LIST".getBytes(StandardCharsets.US_ASCII))
                .putInt(12 + artist.length)
                .put("INFOIART".getBytes(StandardCharsets.US_ASCII))
                .putInt(artist.length)
                .put(artist)
                .putInt(4, tagged.capacity() - 8);
        return tagged.array();
    }

    /** Three silent frames of 48 kbit/s at 48 kHz with tags at both ends. */
    public static byte[] mp3WithTags() {
        var tag = ("TPE1\0\0\0\u0010\0\0\0" + SECRET).getBytes(StandardCharsets.ISO_8859_1);
        var bytes = ByteBuffer.allocate(10 + tag.length + 3 * 144 + 128);
        bytes.put("ID3\3\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1))
                .put((byte) tag.length)
                .put(tag);
        bytes.put(mp3Frames());
        bytes.put(("TAG" + SECRET).getBytes(StandardCharsets.US_ASCII));
        return bytes.array();
    }

    public static byte[] mp3Frames() {
        var bytes = ByteBuffer.allocate(3 * 144);
        for (int i = 0; i < 3; i++) {
            bytes.position(i * 144).put(new byte[] {(byte) 0xFF, (byte) 0xFB, 0x34, (byte) 0xC4});
        }
        return bytes.array();
    }

    public static byte[] joined(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }

    public static String text(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1);
    }

    private static BufferedImage picture(int width, int height, Color colour) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var canvas = picture.createGraphics();
        canvas.setColor(Color.RED);
        canvas.fillRect(0, 0, width / 2, height);
        canvas.setColor(colour);
        canvas.fillRect(width / 2, 0, width - width / 2, height);
        canvas.dispose();
        return picture;
    }

    private static byte[] written(BufferedImage picture, String format) {
        try {
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(picture, format, bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** A directory with the maker, the orientation and a pointer to a second one with a latitude. */
    private static byte[] exif(int orientation) {
        var maker = (SECRET + "\0\0").getBytes(StandardCharsets.US_ASCII);
        int gpsAt = 8 + 2 + 3 * 12 + 4 + maker.length;
        return ByteBuffer.allocate(6 + gpsAt + 2 + 2 * 12 + 4 + 24)
                .put("Exif\0\0MM\0*".getBytes(StandardCharsets.US_ASCII))
                .putInt(8)
                .putShort((short) 3)
                .put(entry(0x010F, 2, maker.length, 8 + 2 + 3 * 12 + 4))
                .put(entry(0x0112, 3, 1, orientation << 16))
                .put(entry(0x8825, 4, 1, gpsAt))
                .putInt(0)
                .put(maker)
                .putShort((short) 2)
                .put(entry(1, 2, 2, 'N' << 24))
                .put(entry(2, 5, 3, gpsAt + 2 + 2 * 12 + 4))
                .putInt(0)
                .putInt(10)
                .putInt(1)
                .putInt(46)
                .putInt(1)
                .putInt(35)
                .putInt(1)
                .array();
    }

    private static byte[] entry(int tag, int type, int count, int value) {
        return ByteBuffer.allocate(12)
                .putShort((short) tag)
                .putShort((short) type)
                .putInt(count)
                .putInt(value)
                .array();
    }
}
