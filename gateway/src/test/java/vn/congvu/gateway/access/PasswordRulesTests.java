package vn.congvu.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "short",
                "fourteen chars",
                "passwordpassword",
                "123456789012345678",
                "qwertyuiopasdfghjkl",
                "aaaaaaaaaaaaaaaaaaaa",
                "cong-vu-demo-only",
                "matkhau.congvu.2026",
                "head.sxd.head.sxd",
                "P@ssw0rdP@ssw0rd1",
                "ắắắắắắắắắắắắắắ"
            })
    void whatIsTriedFirstIsRefused(String password) {
        assertThat(PasswordRules.refusal(password, "head.sxd")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hai con mèo ngủ trên mái ngói đỏ",
                "a sentence nobody else would write here",
                "mưa rơi bến vắng 47 lần",
                "x7#kQ9!vLp2@mZw4"
            })
    void aSentenceOfOnesOwnIsTaken(String password) {
        assertThat(PasswordRules.refusal(password, "head.sxd")).isEmpty();
    }

    @Test
    void aLongOneIsLookedAtQuickly() {
        PasswordRules.refusal("warm up the lists first", "head.sxd");
        long start = System.nanoTime();
        PasswordRules.refusal("abcABC123!password".repeat(11), "head.sxd");

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
    }
}
