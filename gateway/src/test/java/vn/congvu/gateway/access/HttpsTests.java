package vn.congvu.gateway.access;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import vn.congvu.gateway.testing.GatewayTest;

@GatewayTest
@TestPropertySource(properties = "complaints.gateway.public-base-url=https://congvu.example")
class HttpsTests {
    @Autowired
    MockMvc browser;

    @Test
    void behindTlsTheBrowserIsToldToStayThere() throws Exception {
        browser.perform(get("/")).andExpect(header().exists("Strict-Transport-Security"));
    }

    @Test
    void behindTlsEveryCookieIsSecure() throws Exception {
        browser.perform(get("/staff/sign-in?lang=en"))
                .andExpect(cookie().secure("__Host-cong-vu-form", true))
                .andExpect(cookie().secure("cong-vu-lang", true));
    }
}
