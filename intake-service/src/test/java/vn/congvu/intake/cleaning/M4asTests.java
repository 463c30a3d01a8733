package vn.congvu.intake.cleaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import vn.congvu.intake.SampleFiles;

class M4asTests {
    @Test
    void takesThePlaceAndTheNameOutOfARecording() throws IOException {
        var voice = sample("voice.m4a");
        assertThat(SampleFiles.text(voice)).contains(SampleFiles.SECRET, "loci", "udta", "meta", "Lavf");

        var clean = clean(voice);

        assertThat(SampleFiles.text(clean.content()))
                .doesNotContain(SampleFiles.SECRET, "loci", "udta", "meta", "Lavf", "SoundHandler");
        assertThat(clean.mediaType()).isEqualTo("audio/mp4");
        assertThat(soundOf(clean.content())).isEqualTo(soundOf(voice)).hasSizeGreaterThan(1000);
    }

    @Test
    void leavesACleanOneAsItIs() throws IOException {
        var clean = clean(sample("voice.m4a"));

        assertThat(clean(clean.content()).content()).isEqualTo(clean.content());
    }

    @Test
    void refusesAVideoAndSaysWhatToSend() throws IOException {
        assertThat(M4as.clean(sample("film.mp4")))
                .asInstanceOf(type(Cleaning.Refused.class))
                .satisfies(refused -> assertThat(refused.reason().en()).contains("only its sound"));
    }

    @Test
    void refusesACutOffRecording() throws IOException {
        var voice = sample("voice.m4a");
        for (int length = 0; length < voice.length; length += 50) {
            assertThat(M4as.clean(Arrays.copyOf(voice, length))).isInstanceOf(Cleaning.Refused.class);
        }
    }

    @Test
    void passesNoWordOnHoweverAFileIsBent() throws IOException {
        var voice = sample("voice.m4a");
        var random = new Random(20260302);
        for (int i = 0; i < 20_000; i++) {
            var bent = voice.clone();
            for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
                bent[random.nextInt(bent.length)] = (byte) random.nextInt(256);
            }
            if (M4as.clean(bent) instanceof Cleaning.Clean clean) {
                assertThat(SampleFiles.text(clean.content())).doesNotContain(SampleFiles.SECRET);
                assertThat(clean.content().length).isLessThan(2 * voice.length);
            }
        }
    }

    /** What lies in the only box of media. */
    private static byte[] soundOf(byte[] file) throws IOException {
        return Boxes.bytes(
                new Boxes.Box("file", 0, ByteBuffer.wrap(file)).the("mdat").content());
    }

    private static Cleaning.Clean clean(byte[] content) {
        var outcome = M4as.clean(content);
        assertThat(outcome).isInstanceOf(Cleaning.Clean.class);
        return (Cleaning.Clean) outcome;
    }

    private static byte[] sample(String name) throws IOException {
        return new ClassPathResource("samples/" + name).getContentAsByteArray();
    }
}
