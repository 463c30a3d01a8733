package vn.congvu.intake.twilio;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import vn.congvu.contracts.Bilingual;
import vn.congvu.platform.problem.Problem;
import vn.congvu.platform.problem.Problems;

/** The bytes of a webhook as they came: what signatures are made over. */
public final class RawBody {
    /** Far more than any provider sends. */
    private static final int LARGEST = 256 * 1024;

    private RawBody() {}

    /**
     * Reads the body from the wire, not from the parameters, which merge the query and lose what is not text.
     *
     * @throws Problem 413 if it is larger than any provider sends
     */
    public static byte[] of(HttpServletRequest request) throws IOException {
        var body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            throw new Problem(
                    Problems.TOO_LARGE,
                    new Bilingual("Webhook nhận tối đa 256 KB.", "A webhook takes at most 256 KB."));
        }
        return body;
    }

    /** @throws Problem 400 if the bytes are not UTF-8 */
    public static String strictUtf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw unreadable();
        }
    }

    /** For a body that is not what the provider's documentation says. */
    public static Problem unreadable() {
        return new Problem(
                Problems.MALFORMED,
                new Bilingual(
                        "Không đọc được nội dung webhook. Gửi đúng định dạng, mã hóa UTF-8.",
                        "The webhook can't be read. Send the documented format in UTF-8."));
    }
}
