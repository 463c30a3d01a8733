package vn.congvu.intake.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTypesTests {
    @ParameterizedTest
    @CsvSource({
        "ffd8ffe000104a46494600010100000100010000, image/jpeg",
        "89504e470d0a1a0a0000000d49484452, image/png",
        "524946462400000057454250565038, image/webp",
        "000000186674797068656963000000006d696631, image/heic",
        "255044462d312e370a25e2e3cfd30a, application/pdf",
        "49443303000000000000000000000000, audio/mpeg",
        "524946462400000057415645666d7420, audio/wav",
        "00000020667479704d344120000000004d344120, audio/mp4",
        "4f67675300020000000000000000000000000000, audio/ogg",
        "00000020667479706d703432000000006d703432, video/mp4",
    })
    void tellsWhatIsTakenByItsContent(String hex, String mediaType) throws IOException {
        assertThat(MediaTypes.of(new ByteArrayInputStream(HexFormat.of().parseHex(hex))))
                .hasValueSatisfying(kind -> assertThat(kind.mediaType()).isEqualTo(mediaType));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><script>alert(1)</script></html>",
                "<svg xmlns='http://www.w3.org/2000/svg'/>",
                "PK\u0003\u0004",
                "MZ\u0090\u0000",
                "GIF89a",
                "#!/bin/sh\nrm -rf /",
                "chỉ là chữ",
                ""
            })
    void takesNothingElse(String content) throws IOException {
        assertThat(MediaTypes.of(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8))))
                .isEmpty();
    }
}
