package vn.congvu.devstack.world;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.security.RequestValidator;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TwilioAccountTests {
    private static final TwilioAccount ACCOUNT = new TwilioAccount("AC" + "0".repeat(32), "12345");
    private static final Map<String, String> FIELDS = Map.of(
            "CallSid", "CA1234567890ABCDE",
            "Caller", "+14158675309",
            "Digits", "1234",
            "From", "+14158675309",
            "To", "+18005551212");

    @Test
    void signsTheExampleOfTheDocumentationAsItSays() {
        assertThat(ACCOUNT.signature("https://mycompany.com/myapp.php?foo=1&bar=2", FIELDS))
                .isEqualTo("RSOYDt4T1cUTdK1PDd93/VVr8B8=");
    }

    @Test
    void signsWhatTheProvidersOwnValidatorAccepts() {
        var url = "http://127.0.0.1:8080/webhooks/twilio/sms";
        var fields =
                Map.of("Body", "Cán bộ một cửa đòi 500k & hẹn lại\nlần 3", "From", "+84912345678", "Z", "", "a", "=");
        assertThat(new RequestValidator("12345").validate(url, fields, ACCOUNT.signature(url, fields)))
                .isTrue();
    }

    @Test
    void doesNotShowItsToken() {
        assertThat(ACCOUNT.toString()).doesNotContain("12345");
    }
}
