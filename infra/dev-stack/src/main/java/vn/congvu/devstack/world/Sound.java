package vn.congvu.devstack.world;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Recordings as small as they can be and still play: a WAV that hums once a word, an MP3 of silence. */
final class Sound {
    private static final int RATE = 8000;
    private static final int MP3_FRAME_BYTES = 104;
    private static final double MP3_FRAMES_A_SECOND = 44_100 / 1152.0;

    private Sound() {}

    static int seconds(String spoken) {
        return Math.clamp(spoken.strip().split("\\s+").length * 2L / 5, 2, 120);
    }

    /** 8 kHz, 16 bit, mono; the words are in the file's comment (RIFF INFO, ICMT). */
    static byte[] wav(String spoken) {
        var samples = seconds(spoken) * RATE;
        var words = spoken.getBytes(StandardCharsets.UTF_8);
        var comment = words.length + 1 + (words.length + 1) % 2;
        var list = 4 + 8 + comment;
        var wav = ByteBuffer.allocate(44 + 8 + list + samples * 2).order(ByteOrder.LITTLE_ENDIAN);
        wav.put(ascii("RIFF")).putInt(wav.capacity() - 8).put(ascii("WAVE"));
        wav.put(ascii("fmt ")).putInt(16).putShort((short) 1).putShort((short) 1);
        wav.putInt(RATE).putInt(RATE * 2).putShort((short) 2).putShort((short) 16);
        wav.put(ascii("LIST"))
                .putInt(list)
                .put(ascii("INFO"))
                .put(ascii("ICMT"))
                .putInt(comment);
        wav.put(words).put(new byte[comment - words.length]);
        wav.put(ascii("data")).putInt(samples * 2);
        for (var i = 0; i < samples; i++) {
            var inWord = i % (RATE * 2 / 5) < RATE / 4;
            wav.putShort((short) (inWord ? Math.sin(i * 2 * Math.PI * 220 / RATE) * 6000 : 0));
        }
        return wav.array();
    }

    /** MPEG-1 layer III, 32 kbit/s, mono: frames whose side information says that nothing is to be heard. */
    static byte[] mp3(String spoken) {
        var mp3 = new ByteArrayOutputStream();
        var frame = new byte[MP3_FRAME_BYTES];
        frame[0] = (byte) 0xFF;
        frame[1] = (byte) 0xFB;
        frame[2] = (byte) 0x10;
        frame[3] = (byte) 0xC4;
        for (var i = 0; i < seconds(spoken) * MP3_FRAMES_A_SECOND; i++) {
            mp3.writeBytes(frame);
        }
        return mp3.toByteArray();
    }

    private static byte[] ascii(String four) {
        return four.getBytes(StandardCharsets.US_ASCII);
    }
}
