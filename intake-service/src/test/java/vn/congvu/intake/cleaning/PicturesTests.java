package vn.congvu.intake.cleaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.GpsDirectory;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.congvu.intake.SampleFiles;

class PicturesTests {
    @Test
    void takesThePlaceAndTheDeviceOutOfAPhoto() throws Exception {
        var photo = SampleFiles.photoWithPlace(1);
        var before = ImageMetadataReader.readMetadata(new ByteArrayInputStream(photo));
        assertThat(before.getFirstDirectoryOfType(GpsDirectory.class).getRationalArray(GpsDirectory.TAG_LATITUDE))
                .as("the sample has a place")
                .hasSize(3);

        var clean = clean("image/jpeg", photo);

        var after = ImageMetadataReader.readMetadata(new ByteArrayInputStream(clean.content()));
        assertThat(after.containsDirectoryOfType(GpsDirectory.class)).isFalse();
        assertThat(after.containsDirectoryOfType(ExifDirectoryBase.class)).isFalse();
        assertThat(SampleFiles.text(clean.content())).doesNotContain("Exif", SampleFiles.SECRET);
    }

    /** The left of the sample is red: where it has to be when the picture is upright. */
    @ParameterizedTest
    @CsvSource({
        "1, 64, 32, 4, 16", "2, 64, 32, 60, 16", "3, 64, 32, 60, 16", "4, 64, 32, 4, 16",
        "5, 32, 64, 16, 4", "6, 32, 64, 16, 4", "7, 32, 64, 16, 60", "8, 32, 64, 16, 60",
    })
    void turnsAPhotoAsTheCameraWasHeld(int orientation, int width, int height, int redX, int redY) throws Exception {
        var upright = read(clean("image/jpeg", SampleFiles.photoWithPlace(orientation)));

        assertThat(upright.getWidth()).isEqualTo(width);
        assertThat(upright.getHeight()).isEqualTo(height);
        assertThat(upright.getRGB(redX, redY) >> 16 & 255).isGreaterThan(200);
        assertThat(upright.getRGB(width - 1 - redX, height - 1 - redY) & 255).isGreaterThan(200);
    }

    @Test
    void refusesAPixelBombBeforeDecodingIt() {
        assertThat(Pictures.clean("image/png", SampleFiles.pixelBomb()))
                .asInstanceOf(type(Cleaning.Refused.class))
                .satisfies(refused -> assertThat(refused.reason().en()).contains("50 megapixels"));
    }

    @Test
    void makesALargePhotoSmallerWhileItIsRead() throws Exception {
        var smaller = read(clean("image/jpeg", SampleFiles.jpeg(6000, 4000)));

        assertThat((long) smaller.getWidth() * smaller.getHeight()).isLessThanOrEqualTo(Pictures.KEPT_PIXELS);
        assertThat((double) smaller.getWidth() / smaller.getHeight()).isEqualTo(1.5);
    }

    @Test
    void dropsWhatIsHungBehindAPicture() {
        var page = ("<html><script>alert('" + SampleFiles.SECRET + "')</script>").getBytes(StandardCharsets.US_ASCII);

        for (var polyglot : new byte[][] {
            SampleFiles.joined(SampleFiles.png(), page), SampleFiles.joined(SampleFiles.photoWithPlace(1), page)
        }) {
            var mediaType = polyglot[0] == (byte) 0x89 ? "image/png" : "image/jpeg";
            assertThat(SampleFiles.text(clean(mediaType, polyglot).content()))
                    .doesNotContain("script", SampleFiles.SECRET);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 30, 200, 400, 600})
    void refusesACutOffPhoto(int length) {
        var cut = Arrays.copyOf(SampleFiles.jpeg(64, 32), length);

        assertThat(Pictures.clean("image/jpeg", cut)).isInstanceOf(Cleaning.Refused.class);
    }

    @Test
    void refusesACutOffDrawing() {
        var png = SampleFiles.png();

        assertThat(Pictures.clean("image/png", Arrays.copyOf(png, png.length / 2)))
                .isInstanceOf(Cleaning.Refused.class);
    }

    @Test
    void makesAJpegOfAWebP() throws Exception {
        var webP = Base64.getDecoder().decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");

        var clean = clean("image/webp", webP);

        assertThat(clean.mediaType()).isEqualTo("image/jpeg");
        assertThat(read(clean).getWidth()).isEqualTo(1);
    }

    private static Cleaning.Clean clean(String mediaType, byte[] content) {
        var outcome = Pictures.clean(mediaType, content);
        assertThat(outcome).isInstanceOf(Cleaning.Clean.class);
        return (Cleaning.Clean) outcome;
    }

    private static BufferedImage read(Cleaning.Clean clean) throws Exception {
        return ImageIO.read(new ByteArrayInputStream(clean.content()));
    }
}
