package vn.congvu.intake.cleaning;

import com.drew.imaging.ImageProcessingException;
import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.webp.WebpMetadataReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Draws a picture anew: only what is seen goes on. Place, time, device, preview and whatever is hung on behind stay away; how the
 * camera was held is applied.
 */
final class Pictures {
    /** More than the cameras of telephones make; looked at before anything is decoded. */
    static final long MOST_PIXELS = 50_000_000;

    /** Larger ones are made smaller while they are read: enough to read a page of small print. */
    static final long KEPT_PIXELS = 12_000_000;

    private static final float JPEG_QUALITY = 0.9f;
    private static final int UPRIGHT = 1;

    private Pictures() {}

    static Cleaning clean(String mediaType, byte[] content) {
        try {
            var reader = reader(mediaType);
            var damaged = new AtomicBoolean();
            reader.addIIOReadWarningListener((source, warning) -> damaged.set(true));
            try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
                reader.setInput(input, true, true);
                long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
                if (pixels > MOST_PIXELS) {
                    return Cleaning.refused(
                            "Ảnh quá lớn (trên 50 triệu điểm ảnh). Hãy thu nhỏ hoặc chụp màn hình rồi gửi lại.",
                            "The picture is too large (over 50 megapixels). Make it smaller or send a screenshot.");
                }
                var decoded = decode(reader, pixels);
                return damaged.get() ? Cleaning.broken() : drawn(mediaType, decoded, orientation(mediaType, content));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException unreadable) {
            return Cleaning.broken();
        }
    }

    private static ImageReader reader(String mediaType) throws IOException {
        return mediaType.equals("image/webp")
                ? new WebPImageReaderSpi().createReaderInstance(null)
                : ImageIO.getImageReadersByMIMEType(mediaType).next();
    }

    private static BufferedImage decode(ImageReader reader, long pixels) throws IOException {
        var wanted = reader.getDefaultReadParam();
        int step = (int) Math.ceil(Math.sqrt((double) pixels / KEPT_PIXELS));
        if (step > 1) {
            wanted.setSourceSubsampling(step, step, 0, 0);
        }
        return reader.read(0, wanted);
    }

    private static Cleaning drawn(String mediaType, BufferedImage decoded, int orientation) throws IOException {
        int width = decoded.getWidth();
        int height = decoded.getHeight();
        boolean onItsSide = orientation > 4;
        boolean seeThrough = decoded.getColorModel().hasAlpha();
        var clean = new BufferedImage(
                onItsSide ? height : width,
                onItsSide ? width : height,
                seeThrough ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        var canvas = clean.createGraphics();
        canvas.drawImage(decoded, turned(orientation, width, height), null);
        canvas.dispose();
        return seeThrough || mediaType.equals("image/png")
                ? new Cleaning.Clean(written(clean, "png", null), "image/png")
                : new Cleaning.Clean(written(clean, "jpeg", JPEG_QUALITY), "image/jpeg");
    }

    private static byte[] written(BufferedImage picture, String format, @Nullable Float quality) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName(format).next();
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            var wanted = writer.getDefaultWriteParam();
            if (quality != null) {
                wanted.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                wanted.setCompressionQuality(quality);
            }
            writer.setOutput(output);
            writer.write(null, new IIOImage(picture, null, null), wanted);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** Exif's number for how the camera was held; in a PNG, whose inflated texts have no bound, it is not looked for. */
    private static int orientation(String mediaType, byte[] content) throws IOException {
        try {
            var metadata =
                    switch (mediaType) {
                        case "image/jpeg" ->
                            JpegMetadataReader.readMetadata(
                                    new ByteArrayInputStream(content), List.of(new ExifReader()));
                        case "image/webp" -> WebpMetadataReader.readMetadata(new ByteArrayInputStream(content));
                        default -> new Metadata();
                    };
            var exif = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
            var number = exif == null ? null : exif.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
            return number == null || number < UPRIGHT || number > 8 ? UPRIGHT : number;
        } catch (ImageProcessingException none) {
            return UPRIGHT;
        }
    }

    private static AffineTransform turned(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
