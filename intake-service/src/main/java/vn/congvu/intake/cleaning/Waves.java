package vn.congvu.intake.cleaning;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/** Writes the samples of a recording into a new file; names, places and programs beside them stay away. */
final class Waves {
    private Waves() {}

    static Cleaning clean(byte[] content) {
        try (var sound = AudioSystem.getAudioInputStream(new ByteArrayInputStream(content))) {
            var samples = sound.readAllBytes();
            var format = sound.getFormat();
            var clean = new ByteArrayOutputStream();
            AudioSystem.write(
                    new AudioInputStream(
                            new ByteArrayInputStream(samples), format, samples.length / format.getFrameSize()),
                    AudioFileFormat.Type.WAVE,
                    clean);
            return new Cleaning.Clean(clean.toByteArray(), "audio/wav");
        } catch (UnsupportedAudioFileException | IOException | RuntimeException unreadable) {
            return Cleaning.broken();
        }
    }
}
