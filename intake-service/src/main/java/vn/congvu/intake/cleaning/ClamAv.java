package vn.congvu.intake.cleaning;

import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.congvu.contracts.Bilingual;
import vn.congvu.platform.problem.Problem;
import vn.congvu.platform.problem.Problems;

/** Asks clamd about a file, where there is one (clamd's INSTREAM command). */
@Component
class ClamAv {
    private static final Logger log = LoggerFactory.getLogger(ClamAv.class);
    private static final int CHUNK = 64 * 1024;
    private static final int LONGEST_ANSWER = 4096;

    private final ClamAvProperties properties;

    ClamAv(ClamAvProperties properties) {
        this.properties = properties;
    }

    /** @throws Problem if it is configured and gives no verdict: then no file is taken */
    boolean findsSomethingIn(byte[] content) {
        var host = properties.host();
        if (host == null || host.isBlank()) {
            return false;
        }
        try {
            var answer = answer(host, content);
            if (answer.endsWith(" FOUND")) {
                log.warn("a file is refused: {}", answer);
                return true;
            }
            if (answer.endsWith(" OK")) {
                return false;
            }
            throw new IOException("no verdict but " + answer);
        } catch (IOException away) {
            log.error("clamd at {}:{} gives no verdict: {}", host, properties.port(), away.getMessage());
            throw new Problem(
                    Problems.AWAY,
                    new Bilingual(
                            "Chưa kiểm tra được tệp nên chưa lưu. Phản ánh của bạn vẫn còn nguyên; hãy gửi lại tệp sau vài phút.",
                            "The file could not be checked and was not stored. Your report is safe; send the file again in a few minutes."));
        }
    }

    private String answer(String host, byte[] content) throws IOException {
        int patience = Math.toIntExact(properties.timeout().toMillis());
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, properties.port()), patience);
            socket.setSoTimeout(patience);
            var out = new DataOutputStream(socket.getOutputStream());
            out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
            for (int at = 0; at < content.length; at += CHUNK) {
                int length = Math.min(CHUNK, content.length - at);
                out.writeInt(length);
                out.write(content, at, length);
            }
            out.writeInt(0);
            out.flush();
            var answer = socket.getInputStream().readNBytes(LONGEST_ANSWER);
            return new String(answer, StandardCharsets.US_ASCII)
                    .replace("\0", "")
                    .strip();
        }
    }
}
