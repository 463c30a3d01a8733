package vn.congvu.notify;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import vn.congvu.notify.notice.Sweeping;
import vn.congvu.platform.sealing.PublicSealer;
import vn.congvu.platform.testing.EventsSeen;
import vn.congvu.platform.testing.Incoming;
import vn.congvu.platform.testing.MutableClock;
import vn.congvu.platform.testing.SuiteTest;
import vn.congvu.platform.testing.TestKeys;

/** The whole service with a simulated SMS provider, vaults and mail server. Deliveries are worked off by {@link #sweep()} only. */
@SuiteTest
public abstract class NotifyTests {
    protected static final String ACCOUNT = "AC0000";
    protected static final String TOKEN = "provider-secret";
    protected static final String MESSAGES = "/2010-04-01/Accounts/" + ACCOUNT + "/Messages.json";
    protected static final WireMockServer WORLD =
            new WireMockServer(wireMockConfig().dynamicPort());
    protected static final GreenMail MAIL = new GreenMail(ServerSetup.SMTP.dynamicPort());

    private static final PublicSealer CONTACTS = TestKeys.CONTACT_KEYS.sealer();

    static {
        WORLD.start();
        MAIL.start();
    }

    @Autowired
    protected MockMvc mvc;

    @Autowired
    protected MongoTemplate mongo;

    @Autowired
    protected MutableClock clock;

    @Autowired
    protected Incoming incoming;

    @Autowired
    protected EventsSeen events;

    @Autowired
    protected ApplicationContext context;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("complaints.notify.twilio.api-base-url", WORLD::baseUrl);
        settings.add("complaints.notify.twilio.account-sid", () -> ACCOUNT);
        settings.add("complaints.notify.twilio.auth-token", () -> TOKEN);
        settings.add("complaints.notify.twilio.from", () -> "+84273000111");
        settings.add("complaints.notify.twilio.response-timeout", () -> "PT0.7S");
        settings.add("complaints.notify.intake-base-url", () -> WORLD.baseUrl() + "/intake");
        settings.add("complaints.notify.cases-base-url", () -> WORLD.baseUrl() + "/cases");
        settings.add("complaints.notify.delivery.every", () -> "PT24H");
        // one agency whose head signs first; all others as by default
        settings.add("complaints.notify.signing.agencies.STP", () -> "PT4H");
        settings.add("complaints.notify.signing.every", () -> "PT24H");
        settings.add("complaints.notify.sms.guard.per-second", () -> "1000");
        settings.add("complaints.notify.sms.guard.pause", () -> "PT0.01S");
        settings.add("complaints.notify.sms.guard.open-after", () -> "100");
        settings.add("complaints.notify.sms.guard.open-for", () -> "PT0.1S");
        settings.add("complaints.notify.sms.daily-cap.per-number", () -> "3");
        settings.add("complaints.notify.sms.daily-cap.overall", () -> "40");
        settings.add("spring.mail.host", () -> "127.0.0.1");
        settings.add("spring.mail.port", () -> MAIL.getSmtp().getPort());
    }

    @BeforeEach
    void startAnew() throws Exception {
        clock.set(MutableClock.MONDAY_MORNING);
        for (var collection :
                List.of("notices", "apologies", "apologies_to_sign", "sms_days", "message_templates", "read_marks")) {
            mongo.getCollection(collection).deleteMany(new Document());
        }
        MAIL.purgeEmailFromAllMailboxes();
        WORLD.resetAll();
        WORLD.stubFor(any(anyUrl()).atPriority(10).willReturn(aResponse().withStatus(404)));
        providerTakesEverything();
    }

    protected void sweep() {
        Sweeping.once(context);
    }

    protected static void providerTakesEverything() {
        provider(aResponse()
                .withStatus(201)
                .withTransformers("response-template")
                .withBody("{\"sid\":\"SM{{randomValue length=32 type='ALPHANUMERIC'}}\",\"status\":\"queued\"}"));
    }

    protected static void provider(ResponseDefinitionBuilder answer) {
        WORLD.stubFor(post(urlPathEqualTo(MESSAGES)).willReturn(answer));
    }

    /** A reporter who left a phone. */
    protected static String phone(String ref, String number) {
        return sealed(ref, "SMS", "{\"phone\":\"" + number + "\"}");
    }

    /** A reporter who typed an address with a phone that has never written or called. */
    protected static String unheard(String ref, String address) {
        var sealed = CONTACTS.seal(address.getBytes(StandardCharsets.UTF_8), ref);
        return vault("/intake", ref, "{\"channel\":\"SMS\",\"sealed\":\"" + sealed + "\",\"mayBeTexted\":false}");
    }

    protected static String email(String ref, String address) {
        return sealed(ref, "WEB", "{\"email\":\"" + address + "\"}");
    }

    /** As intake-service answers: nobody else can open it. */
    private static String sealed(String ref, String channel, String address) {
        return sealed(ref, ref, channel, address);
    }

    /** @param context for which contact it was sealed */
    protected static String sealed(String ref, String context, String channel, String address) {
        var sealed = CONTACTS.seal(address.getBytes(StandardCharsets.UTF_8), context);
        return vault("/intake", ref, "{\"channel\":\"" + channel + "\",\"sealed\":\"" + sealed + "\"}");
    }

    protected static String vault(String service, String ref, String contact) {
        WORLD.stubFor(get(urlPathEqualTo(service + "/internal/contacts/" + ref))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/json")
                        .withBody(contact)));
        return ref;
    }

    /** Texts handed to the provider, in order. */
    protected static List<String> texts() {
        return form("Body");
    }

    protected static List<String> form(String field) {
        return WORLD.findAll(postRequestedFor(urlPathEqualTo(MESSAGES))).stream()
                .sorted(java.util.Comparator.comparing(request -> request.getLoggedDate()))
                .map(request -> field(request.getBodyAsString(), field))
                .toList();
    }

    private static String field(String body, String name) {
        return Arrays.stream(body.split("&"))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
    }
}
