package vn.congvu.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

class SignInCookieTests {
    @Test
    void overHttpsTheCookieIsSecureAndBoundToThisHost() {
        var response = new MockHttpServletResponse();
        new SignInCookie(true).write(response, "token");

        assertThat(response.getHeaders("Set-Cookie").getFirst())
                .startsWith("__Host-cong-vu=token")
                .contains("Secure", "HttpOnly", "Path=/", "SameSite=Lax")
                .doesNotContain("Domain");
    }

    @Test
    void onAPlainMachineOfADeveloperItIsNot() {
        var response = new MockHttpServletResponse();
        new SignInCookie(false).write(response, "token");

        assertThat(response.getHeaders("Set-Cookie").getFirst())
                .startsWith("cong-vu=")
                .doesNotContain("Secure");
    }
}
