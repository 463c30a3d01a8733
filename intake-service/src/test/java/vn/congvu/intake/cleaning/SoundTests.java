package vn.congvu.intake.cleaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import vn.congvu.intake.SampleFiles;

class SoundTests {
    @Test
    void keepsTheSamplesOfARecordingAndNothingElse() {
        assertThat(SampleFiles.text(SampleFiles.waveWithArtist())).contains(SampleFiles.SECRET);

        assertThat(Waves.clean(SampleFiles.waveWithArtist()))
                .asInstanceOf(type(Cleaning.Clean.class))
                .satisfies(clean -> assertThat(clean.content()).isEqualTo(SampleFiles.wave()));
    }

    @Test
    void keepsTheFramesOfAnMp3AndNothingElse() {
        assertThat(Mp3s.clean(SampleFiles.mp3WithTags()))
                .asInstanceOf(type(Cleaning.Clean.class))
                .satisfies(clean -> assertThat(clean.content()).isEqualTo(SampleFiles.mp3Frames()));
    }

    @Test
    void leavesOutTheFrameInWhichAnEncoderWritesAboutItself() {
        var sound = SampleFiles.mp3Frames();
        var named = "Info....LAME3.100".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(named, 0, sound, 4 + 17, named.length);

        assertThat(Mp3s.clean(sound)).asInstanceOf(type(Cleaning.Clean.class)).satisfies(clean -> assertThat(
                        clean.content())
                .isEqualTo(Arrays.copyOf(SampleFiles.mp3Frames(), 2 * 144)));
    }

    @Test
    void refusesWhatHasNoSoundInIt() {
        assertThat(Mp3s.clean("ID3\3\0\0\0\0\0\0 only words".getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOf(Cleaning.Refused.class);
        assertThat(Waves.clean(Arrays.copyOf(SampleFiles.wave(), 20))).isInstanceOf(Cleaning.Refused.class);
    }
}
