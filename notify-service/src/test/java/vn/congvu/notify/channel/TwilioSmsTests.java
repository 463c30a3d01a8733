package vn.congvu.notify.channel;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.congvu.notify.site.Site;
import vn.congvu.platform.testing.TestServers;

class TwilioSmsTests {
    @RegisterExtension
    static final WireMockExtension PROVIDER = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort())
            .build();

    private static final String MESSAGES = "/2010-04-01/Accounts/AC1/Messages.json";
    private static final SmsProvider.Sms SMS = new SmsProvider.Sms("notice-1", "+84901234567", "Da nhan phan anh");
    private static final Site SITE = new Site(
            ZoneId.of("Asia/Ho_Chi_Minh"),
            URI.create("https://p.example.vn"),
            "/tra-cuu",
            "/xin-loi",
            "/c/",
            "/d",
            "/s",
            "/staff/data-requests/");

    @Test
    void sendsToTheConfiguredAddressWithOurReceiptAddress() {
        answers(aResponse().withStatus(201).withBody("{\"sid\":\"SM1\",\"status\":\"queued\"}"));

        assertThat(twilio(PROVIDER.baseUrl()).send(SMS)).isEqualTo(new Outcome.Accepted("SM1"));
        PROVIDER.verify(postRequestedFor(urlPathEqualTo(MESSAGES))
                .withBasicAuth(new com.github.tomakehurst.wiremock.client.BasicCredentials("AC1", "token"))
                .withFormParam("To", equalTo("+84901234567"))
                .withFormParam("From", equalTo("CongVu"))
                .withFormParam("Body", equalTo("Da nhan phan anh"))
                .withFormParam(
                        "StatusCallback", equalTo("https://p.example.vn/webhooks/twilio/status?notice=notice-1")));
    }

    @ParameterizedTest
    @CsvSource({
        "429, 20429, NotAccepted",
        "503, 20503, NotAccepted",
        "401, 20003, NotAccepted",
        "403, 20003, NotAccepted",
        "302, 0, NotAccepted",
        "500, 20500, Unknown",
        "502, 0, Unknown",
        "504, 0, Unknown",
        "400, 21211, Refused",
        "400, 21610, Refused"
    })
    void everyAnswerSaysWhetherItMayBeRepeatedAndIsAskedOnce(int status, int code, String expected) {
        answers(aResponse().withStatus(status).withBody("{\"code\":" + code + ",\"message\":\"x\"}"));

        assertThat(twilio(PROVIDER.baseUrl()).send(SMS).getClass().getSimpleName())
                .isEqualTo(expected);
        PROVIDER.verify(1, postRequestedFor(urlPathEqualTo(MESSAGES)));
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aBrokenConnectionLeavesItUnknown(Fault fault) {
        answers(aResponse().withFault(fault));

        assertThat(twilio(PROVIDER.baseUrl()).send(SMS)).isInstanceOf(Outcome.Unknown.class);
        PROVIDER.verify(1, postRequestedFor(urlPathEqualTo(MESSAGES)));
    }

    @Test
    void aLateAnswerLeavesItUnknown() {
        answers(aResponse().withStatus(201).withBody("{\"sid\":\"SM1\"}").withFixedDelay(3_000));

        assertThat(twilio(PROVIDER.baseUrl()).send(SMS)).isInstanceOf(Outcome.Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>proxy</html>", "{}", ""})
    void anAnswerWithoutAnIdLeavesItUnknown(String body) {
        answers(aResponse().withStatus(201).withBody(body));

        assertThat(twilio(PROVIDER.baseUrl()).send(SMS)).isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void aRefusedConnectionIsSafeToRepeat() {
        var nobody = twilio("http://127.0.0.1:" + TestServers.freePort());

        assertThat(nobody.send(SMS)).isEqualTo(new Outcome.NotAccepted("not-connected"));
        assertThat(twilio("http://no-such-host.invalid").send(SMS)).isInstanceOf(Outcome.NotAccepted.class);
    }

    @Test
    void findsASentTextAmongThoseToTheNumber() {
        var hash = TextHash.of(SMS.text());
        PROVIDER.stubFor(get(urlPathEqualTo(MESSAGES))
                .withQueryParam("To", equalTo("+84901234567"))
                .willReturn(aResponse()
                        .withBody(list(
                                message("SM0", "Da nhan phan anh", "inbound"),
                                message("SM1", "Khac", "outbound-api"),
                                message("SM2", "Da nhan phan anh", "outbound-api")))));
        var twilio = twilio(PROVIDER.baseUrl());

        assertThat(twilio.find(SMS.to(), hash, id -> false)).isEqualTo(new Lookup.Found("SM2"));
        assertThat(twilio.find(SMS.to(), hash, "SM2"::equals)).isEqualTo(new Lookup.Absent());
        assertThat(twilio.find(SMS.to(), TextHash.of("Other"), id -> false)).isEqualTo(new Lookup.Absent());
    }

    @Test
    void aProviderThatCanNotBeAskedIsNotTakenForNo() {
        PROVIDER.stubFor(get(urlPathEqualTo(MESSAGES)).willReturn(aResponse().withStatus(500)));

        assertThat(twilio(PROVIDER.baseUrl()).find(SMS.to(), "hash", id -> false))
                .isInstanceOf(Lookup.NoAnswer.class);
    }

    @Test
    void theBreakerStopsAskingAProviderThatIsAwayAndSaysSo() {
        PROVIDER.stubFor(post(urlPathEqualTo(MESSAGES))
                .withRequestBody(containing("Body"))
                .willReturn(aResponse().withStatus(503)));
        var guarded = new GuardedSms(
                twilio(PROVIDER.baseUrl()),
                new SmsGuardSettings(1000, 2, Duration.ofMillis(1), 50, Duration.ofMinutes(5)));

        assertThat(guarded.available()).isTrue();
        for (int i = 0; i < 10; i++) {
            assertThat(guarded.send(SMS)).isInstanceOf(Outcome.NotAccepted.class);
        }
        assertThat(guarded.available()).isFalse();
        PROVIDER.verify(5, postRequestedFor(urlPathEqualTo(MESSAGES)));
    }

    @Test
    void nothingThatIsUnknownIsRepeatedByTheGuard() {
        answers(aResponse().withStatus(500));
        var guarded = new GuardedSms(
                twilio(PROVIDER.baseUrl()),
                new SmsGuardSettings(1000, 3, Duration.ofMillis(1), 100, Duration.ofMinutes(5)));

        assertThat(guarded.send(SMS)).isInstanceOf(Outcome.Unknown.class);
        PROVIDER.verify(1, postRequestedFor(urlPathEqualTo(MESSAGES)));
    }

    @Test
    void neitherNumberNorWordsShowInWhatIsLogged() {
        assertThat(SMS.toString()).doesNotContain("901234567").doesNotContain("phan anh");
    }

    private static void answers(ResponseDefinitionBuilder answer) {
        PROVIDER.stubFor(post(urlPathEqualTo(MESSAGES)).willReturn(answer));
    }

    private static TwilioSms twilio(String base) {
        var settings = new TwilioSettings(
                "AC1", "token", URI.create(base), "CongVu", Duration.ofSeconds(1), Duration.ofMillis(700));
        return new TwilioSms(settings, SITE, new TwilioHttp(settings));
    }

    private static String message(String sid, String body, String direction) {
        return "{\"sid\":\"%s\",\"body\":\"%s\",\"direction\":\"%s\",\"status\":\"sent\"}"
                .formatted(sid, body, direction);
    }

    private static String list(String... messages) {
        return "{\"messages\":[" + String.join(",", messages)
                + "],\"page\":0,\"page_size\":50,\"next_page_uri\":null,\"uri\":\"" + MESSAGES + "\"}";
    }
}
