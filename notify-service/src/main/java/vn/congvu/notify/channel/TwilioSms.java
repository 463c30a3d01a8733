package vn.congvu.notify.channel;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.type.PhoneNumber;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.net.ssl.SSLHandshakeException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import vn.congvu.notify.site.Site;

/**
 * SMS through Twilio's REST API.
 *
 * <p>Which failures are safe to repeat: those before the request was on the wire (no route, refused, no TLS), 429 and 503,
 * which say that the request was not handled (RFC 6585, section 4; RFC 9110, section 15.6.4), and 401, 403, 404 and redirects,
 * which come from a wrong configuration. 500, 502 and 504 may follow the acceptance, so their outcome is unknown, like that of a
 * broken connection or a late answer. Every other 4xx is about this very message and final.
 */
final class TwilioSms implements SmsProvider {
    /** Under which the receipt of a message names its notice. */
    static final String NOTICE_PARAMETER = "notice";

    static final String STATUS_PATH = "/webhooks/twilio/status";

    private static final int PAGE_SIZE = 50;
    private static final int PAGES = 4;
    private static final String TRIAL_PREFIX = "Sent from your Twilio trial account - ";
    private static final Pattern ERROR_CODE = Pattern.compile("\"code\"\\s*:\\s*(\\d{5})");

    private final TwilioRestClient client;
    private final TwilioSettings settings;
    private final Site site;

    TwilioSms(TwilioSettings settings, Site site, TwilioHttp http) {
        this.settings = settings;
        this.site = site;
        this.client = new TwilioRestClient.Builder(settings.accountSid(), settings.authToken())
                .accountSid(settings.accountSid())
                .httpClient(http)
                .build();
    }

    @Override
    public Outcome send(Sms sms) {
        try {
            var message = Message.creator(new PhoneNumber(sms.to()), new PhoneNumber(settings.from()), sms.text())
                    .setStatusCallback(receiptAddress(sms.noticeId()))
                    .create(client);
            var id = message.getSid();
            return id == null ? new Outcome.Unknown("answer-without-id") : new Outcome.Accepted(id);
        } catch (TwilioHttp.Failed answer) {
            return outcome(answer.status(), answer.body());
        } catch (TwilioHttp.BrokenOff broken) {
            return beforeTheWire(broken.why())
                    ? new Outcome.NotAccepted("not-connected")
                    : new Outcome.Unknown(
                            "broken-off-" + broken.why().getClass().getSimpleName());
        } catch (RuntimeException unreadable) {
            return new Outcome.Unknown("unreadable-answer");
        }
    }

    @Override
    public Lookup find(String to, String textHash, Predicate<String> accountedFor) {
        try {
            var page = Message.reader()
                    .setTo(new PhoneNumber(to))
                    .setPageSize((long) PAGE_SIZE)
                    .firstPage(client);
            for (int read = 1; ; read++) {
                for (var message : page.getRecords()) {
                    if (isIt(message, textHash) && !accountedFor.test(message.getSid())) {
                        return new Lookup.Found(message.getSid());
                    }
                }
                if (!page.hasNextPage() || read == PAGES) {
                    return new Lookup.Absent();
                }
                page = Message.reader().nextPage(page, client);
            }
        } catch (RuntimeException away) {
            return new Lookup.NoAnswer(away.getClass().getSimpleName());
        }
    }

    @Override
    public boolean available() {
        return true;
    }

    private URI receiptAddress(String noticeId) {
        return URI.create(site.url(
                STATUS_PATH + "?" + NOTICE_PARAMETER + "=" + URLEncoder.encode(noticeId, StandardCharsets.UTF_8)));
    }

    private static boolean isIt(Message message, String textHash) {
        var body = message.getBody();
        if (body == null || message.getDirection() == Message.Direction.INBOUND) {
            return false;
        }
        var text = body.startsWith(TRIAL_PREFIX) ? body.substring(TRIAL_PREFIX.length()) : body;
        return TextHash.of(text).equals(textHash);
    }

    private static Outcome outcome(int status, String body) {
        var code = ERROR_CODE.matcher(body);
        var reason = "http-" + status + (code.find() ? "-" + code.group(1) : "");
        return switch (status) {
            case 401, 403, 404, 429, 503 -> new Outcome.NotAccepted(reason);
            default -> {
                if (status >= 500) {
                    yield new Outcome.Unknown(reason);
                }
                yield status >= 400 ? new Outcome.Refused(reason) : new Outcome.NotAccepted(reason);
            }
        };
    }

    private static boolean beforeTheWire(IOException cause) {
        return cause instanceof ConnectException
                || cause instanceof ConnectTimeoutException
                || cause instanceof ConnectionRequestTimeoutException
                || cause instanceof NoRouteToHostException
                || cause instanceof UnknownHostException
                || cause instanceof SSLHandshakeException;
    }
}
