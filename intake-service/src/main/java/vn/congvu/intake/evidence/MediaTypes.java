package vn.congvu.intake.evidence;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/** Says what a file is by its bytes; what the sender calls it plays no part. */
final class MediaTypes {
    private static final MimeTypes DETECTOR = MimeTypes.getDefaultMimeTypes();
    /** What is known, by what the detector calls it; not all of it can be made clean. */
    private static final Map<String, MediaKind> TAKEN = Map.ofEntries(
            Map.entry("image/jpeg", new MediaKind("image/jpeg", "jpg")),
            Map.entry("image/png", new MediaKind("image/png", "png")),
            Map.entry("image/webp", new MediaKind("image/webp", "webp")),
            Map.entry("image/heic", new MediaKind("image/heic", "heic")),
            Map.entry("image/heif", new MediaKind("image/heif", "heif")),
            Map.entry("application/pdf", new MediaKind("application/pdf", "pdf")),
            Map.entry("audio/mpeg", new MediaKind("audio/mpeg", "mp3")),
            Map.entry("audio/vnd.wave", new MediaKind("audio/wav", "wav")),
            Map.entry("audio/x-wav", new MediaKind("audio/wav", "wav")),
            Map.entry("audio/mp4", new MediaKind("audio/mp4", "m4a")),
            Map.entry("audio/x-m4a", new MediaKind("audio/mp4", "m4a")),
            Map.entry("application/ogg", new MediaKind("audio/ogg", "ogg")),
            Map.entry("audio/ogg", new MediaKind("audio/ogg", "ogg")),
            Map.entry("audio/vorbis", new MediaKind("audio/ogg", "ogg")),
            Map.entry("audio/opus", new MediaKind("audio/ogg", "ogg")),
            Map.entry("application/mp4", new MediaKind("video/mp4", "mp4")),
            Map.entry("video/mp4", new MediaKind("video/mp4", "mp4")));

    /** @param ending of a file name */
    record MediaKind(String mediaType, String ending) {}

    private MediaTypes() {}

    /** Empty for what is not known. */
    static Optional<MediaKind> of(InputStream content) throws IOException {
        var marked = content.markSupported() ? content : new BufferedInputStream(content);
        var detected = DETECTOR.detect(marked, new Metadata()).getBaseType().toString();
        return Optional.ofNullable(TAKEN.get(detected));
    }

    static String endingOf(String mediaType) {
        return TAKEN.values().stream()
                .filter(kind -> kind.mediaType().equals(mediaType))
                .findFirst()
                .map(MediaKind::ending)
                .orElse("bin");
    }

    static List<String> taken() {
        return List.of("JPEG", "PNG", "WebP", "PDF", "M4A", "MP3", "WAV");
    }
}
