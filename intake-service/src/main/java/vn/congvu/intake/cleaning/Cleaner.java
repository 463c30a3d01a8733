package vn.congvu.intake.cleaning;

import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;
import vn.congvu.platform.problem.Problem;

/** Makes a clean copy of a file, a few at a time, so that large pictures can't take all memory. */
@Component
public class Cleaner {
    private static final int AT_ONCE = 2;

    private final ClamAv clamAv;
    private final Semaphore room = new Semaphore(AT_ONCE, true);

    Cleaner(ClamAv clamAv) {
        this.clamAv = clamAv;
    }

    /**
     * The copy that others may see.
     *
     * @param mediaType as told by the content
     * @throws Problem if the virus scanner that is configured does not answer
     */
    public Cleaning clean(String mediaType, byte[] content) {
        if (clamAv.findsSomethingIn(content)) {
            return Cleaning.refused(
                    "Tệp có mã độc. Hãy chụp lại hoặc gửi một bản khác.",
                    "There is malware in the file. Take the picture again or send another copy.");
        }
        room.acquireUninterruptibly();
        try {
            return switch (mediaType) {
                case "image/jpeg", "image/png", "image/webp" -> Pictures.clean(mediaType, content);
                case "application/pdf" -> Pdfs.clean(content);
                case "audio/wav" -> Waves.clean(content);
                case "audio/mpeg" -> Mp3s.clean(content);
                case "audio/mp4", "video/mp4" -> M4as.clean(content);
                case "image/heic", "image/heif" ->
                    Cleaning.refused(
                            "Ảnh HEIC của iPhone chưa xóa được vị trí chụp. Hãy gửi ảnh chụp màn hình của ảnh đó, hoặc chọn Cài đặt > Camera > Định dạng > Tương thích nhất.",
                            "We can't remove the place from an iPhone's HEIC photo. Send a screenshot of it, or choose Settings > Camera > Formats > Most Compatible.");
                default ->
                    Cleaning.refused(
                            "Loại tệp này có thể chứa vị trí và tên máy mà chưa xóa được. Hãy gửi ghi âm dạng M4A, MP3 hoặc WAV, hình dạng JPEG hoặc PNG.",
                            "This kind of file can carry a place and a device's name that we can't remove. Send sound as M4A, MP3 or WAV, pictures as JPEG or PNG.");
            };
        } finally {
            room.release();
        }
    }
}
