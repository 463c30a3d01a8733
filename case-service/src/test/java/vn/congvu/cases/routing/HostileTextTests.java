package vn.congvu.cases.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.text.Normalizer;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.congvu.cases.directory.Provinces;

/** Whatever is sent, it is routed quickly. */
class HostileTextTests {
    private static final int MEGABYTE = 1_000_000;
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
    private static final Router ROUTER = new Router(Provinces.tayNinh());
    private static final Suggester SUGGESTER = new Suggester();

    static Stream<Arguments> hostile() {
        return Stream.of(
                Arguments.of("one long word", "a".repeat(MEGABYTE)),
                Arguments.of("short words", repeated("xã an ")),
                Arguments.of("the begin of a name", repeated("sở nông nghiệp và phát triển nông ")),
                Arguments.of("names of agencies", repeated("UBND xã Tân Biên, Sở Y tế, huyện Châu Thành, phường 1 ")),
                Arguments.of("ambiguous names", repeated("huyện Châu Thành xã Tân Hưng cũ ")),
                Arguments.of(
                        "words of misconduct", repeated("không xin lỗi trễ hẹn chưa trả kết quả <giờ> 8h30 500k ")),
                Arguments.of("first halves of patterns", repeated("hẹn trễ chậm quá đòi bắt ")),
                Arguments.of("marks only", repeated("\u0301\u0309\u0323")),
                Arguments.of("one letter, a million marks", "a" + "\u0301".repeat(MEGABYTE)),
                Arguments.of(
                        "decomposed",
                        Normalizer.normalize(repeated("Tôi phản ánh UBND xã Hòa Khánh Đông "), Normalizer.Form.NFD)),
                Arguments.of("lone surrogates", repeated("\uD800 xã \uDFFF ")),
                Arguments.of("digits", repeated("0123456789 ")),
                Arguments.of("links between words", repeated("ở của tại thuộc ")),
                Arguments.of("stops", repeated("phản ánh xã hội an toàn ")));
    }

    @ParameterizedTest(name = "{0}")
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    @MethodSource("hostile")
    void aMegabyteIsReadInMilliseconds(String what, String text) {
        warmUp();
        long start = CPU.getCurrentThreadCpuTime();

        ROUTER.route(Questions.saying(text).question());
        SUGGESTER.suggest(text);

        var took = Duration.ofNanos(CPU.getCurrentThreadCpuTime() - start);
        System.out.println("1 MB of " + what + ": " + took.toMillis() + " ms of processor time");
        // cold, without the optimising compiler and beside other builds; a server needs a fraction of it
        assertThat(took).isLessThan(Duration.ofMillis(500));
    }

    private static void warmUp() {
        ROUTER.route(Questions.saying("xã Tân Biên").question());
        SUGGESTER.suggest("xã Tân Biên");
    }

    private static String repeated(String part) {
        return part.repeat(MEGABYTE / part.length());
    }
}
