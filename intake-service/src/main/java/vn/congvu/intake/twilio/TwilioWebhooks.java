package vn.congvu.intake.twilio;

import com.twilio.security.RequestValidator;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import vn.congvu.contracts.Bilingual;
import vn.congvu.platform.problem.Problem;
import vn.congvu.platform.problem.ProblemType;

/** Tells Twilio's requests from forged ones. */
@Component
public class TwilioWebhooks {
    public static final ProblemType BAD_SIGNATURE = new ProblemType(
            "webhook-signature", 403, new Bilingual("Chữ ký webhook không đúng", "The webhook's signature is wrong"));
    /** What Twilio takes for an answer. */
    public static final MediaType TWIML = new MediaType("application", "xml", StandardCharsets.UTF_8);

    private static final String SIGNATURE = "X-Twilio-Signature";

    private final TwilioProperties twilio;
    private final String publicBaseUrl;

    TwilioWebhooks(TwilioProperties twilio, WebhookProperties webhooks) {
        this.twilio = twilio;
        this.publicBaseUrl = webhooks.publicBaseUrl().toString().replaceAll("/+$", "");
    }

    /**
     * The form, if Twilio signed it for this address and account. The validator tries the address with and without its port,
     * because Twilio signs either.
     *
     * @throws Problem 403 without a right signature
     */
    public TwilioForm verified(HttpServletRequest request) throws IOException {
        var signature = request.getHeader(SIGNATURE);
        var token = twilio.authToken();
        if (signature == null || token == null) {
            throw badSignature();
        }
        var form = TwilioForm.parse(RawBody.of(request));
        var query = request.getQueryString();
        var url = publicBaseUrl + request.getRequestURI() + (query == null ? "" : "?" + query);
        if (!new RequestValidator(token).validate(url, form.fields(), signature)
                || !form.field("AccountSid").equals(Optional.ofNullable(twilio.accountSid()))) {
            throw badSignature();
        }
        return form;
    }

    /** An address of ours as the provider is to call it. */
    public String callback(String path) {
        return publicBaseUrl + path;
    }

    private static Problem badSignature() {
        return new Problem(
                BAD_SIGNATURE,
                new Bilingual(
                        "Yêu cầu không mang chữ ký đúng của nhà cung cấp. Kiểm tra khóa và địa chỉ công khai đã cấu hình.",
                        "The request lacks the provider's signature. Check the configured token and public address."));
    }
}
