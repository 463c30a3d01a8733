package vn.congvu.intake.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import vn.congvu.contracts.Channel;
import vn.congvu.contracts.Exchanges;
import vn.congvu.contracts.Ids;
import vn.congvu.contracts.Misconduct;
import vn.congvu.contracts.Reference;
import vn.congvu.contracts.cases.AnswerDatesPublished;
import vn.congvu.contracts.intake.ComplaintReceived;
import vn.congvu.intake.Citizen;
import vn.congvu.intake.IntakeTest;
import vn.congvu.intake.Suite;
import vn.congvu.platform.sealing.Sealer;
import vn.congvu.platform.testing.EventsSeen;
import vn.congvu.platform.testing.Incoming;
import vn.congvu.platform.testing.MutableClock;
import vn.congvu.platform.testing.Tokens;
import vn.congvu.platform.text.CleanText;

@IntakeTest
class ReceivingComplaintsTests {
    private static final String TEXT = "Cán bộ bộ phận Một cửa nói trống không, bắt tôi đi lại ba lần.";

    @Autowired
    Citizen citizen;

    @Autowired
    Suite suite;

    @Autowired
    EventsSeen events;

    @Autowired
    Incoming incoming;

    @Autowired
    Sealer sealer;

    @Autowired
    MutableClock clock;

    @BeforeEach
    void onAMondayMorning() {
        clock.set(MutableClock.MONDAY_MORNING);
    }

    @Test
    void answersWithAReferenceAndACode() {
        var answer = citizen.send(key(), Map.of("text", TEXT));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(Reference.parse(answer.text("reference"))).isPresent();
        assertThat(AccessCode.parse(answer.text("accessCode"))).isPresent();
        assertThat(answer.text("receivedAt")).isEqualTo("2026-03-02T02:00:00Z");
    }

    @Test
    void tellsTheOthersOnceWithSealedWords() {
        var receipt = citizen.reports(Map.of(
                "text",
                TEXT,
                "misconduct",
                "ATTITUDE",
                "agencyCode",
                "sxd",
                "reporter",
                Map.of("phone", "0912 345 678"),
                "language",
                "en"));

        var event =
                events.await(ComplaintReceived.class, seen -> seen.reference().equals(receipt.reference()));
        assertThat(sealer.open(event.text())).isEqualTo(TEXT);
        assertThat(event.agencyCode()).isEqualTo("SXD");
        assertThat(event.misconducts()).containsExactly(Misconduct.ATTITUDE);
        assertThat(event.channel()).isEqualTo(Channel.WEB);
        assertThat(event.acknowledged()).isTrue();
        assertThat(event.reporter().channel()).isEqualTo(Channel.SMS);
        assertThat(event.reporter().contactRef()).isNotNull().doesNotContain("912345678");
        assertThat(events.sequences(event.complaintId())).containsExactly(1L);
    }

    @Test
    void givesTheSameAnswerToTheSameRequest() {
        var key = key();
        var first = citizen.send(key, Map.of("text", TEXT));
        clock.advance(Duration.ofHours(1));

        assertThat(citizen.send(key, Map.of("text", TEXT))).isEqualTo(first);
    }

    @Test
    void givesTheSameAnswerWhicheverUnicodeFormTheRequestHas() {
        var key = key();
        var composed = citizen.send(key, Map.of("text", Normalizer.normalize(TEXT, Normalizer.Form.NFC)));

        assertThat(citizen.send(key, Map.of("text", Normalizer.normalize(TEXT, Normalizer.Form.NFD))))
                .isEqualTo(composed);
    }

    @Test
    void refusesAnotherBodyUnderTheSameKey() {
        var key = key();
        citizen.send(key, Map.of("text", TEXT));

        var answer = citizen.send(key, Map.of("text", "Việc khác"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("type")).isEqualTo("/problems/idempotency-key-reused");
    }

    @Test
    void takesRequestsWithoutAKeyForDifferentReports() {
        assertThat(citizen.send((String) null, Map.of("text", TEXT)).text("reference"))
                .isNotEqualTo(citizen.send((String) null, Map.of("text", TEXT)).text("reference"));
    }

    @Test
    void makesOneReportOfFiftyRequestsAtOnce() throws Exception {
        var key = key();
        Callable<Citizen.Answer> sending =
                () -> citizen.send(key, Map.of("text", TEXT, "reporter", Map.of("phone", "0912000001")));
        try (var pool = Executors.newFixedThreadPool(16)) {
            var answers = pool.invokeAll(Collections.nCopies(50, sending)).stream()
                    .map(Future::resultNow)
                    .distinct()
                    .toList();

            assertThat(answers).hasSize(1);
            assertThat(answers.getFirst().status()).isEqualTo(201);
            var reference = answers.getFirst().text("reference");
            events.await(ComplaintReceived.class, seen -> seen.reference().equals(reference));
            assertThat(events.sequences(suite.complaint(reference).id())).containsExactly(1L);
        }
    }

    @Test
    void storesComposedTextAndKeepsTheRawOne() {
        var raw = "  " + Normalizer.normalize(TEXT, Normalizer.Form.NFD) + "\u202e\u200b\r\n";

        var content = suite.complaint(citizen.reports(raw).reference()).content();

        assertThat(content.text()).isEqualTo(TEXT);
        assertThat(content.rawText()).isEqualTo(raw);
    }

    @Test
    void keepsTheWordsOfAnAgencyNobodyKnows() {
        var receipt = citizen.reports(Map.of("text", TEXT, "agencyCode", "Phòng một cửa ở gần chợ"));

        var event =
                events.await(ComplaintReceived.class, seen -> seen.reference().equals(receipt.reference()));
        assertThat(event.agencyCode()).isNull();
        assertThat(sealer.open(event.agencyWords())).isEqualTo("Phòng một cửa ở gần chợ");
    }

    @Test
    void keepsTheWordsBesideWhatMayBeACode() {
        var receipt = citizen.reports(Map.of("text", TEXT, "agencyCode", "bhxh"));

        var event =
                events.await(ComplaintReceived.class, seen -> seen.reference().equals(receipt.reference()));
        assertThat(event.agencyCode()).isEqualTo("BHXH");
        assertThat(sealer.open(event.agencyWords())).isEqualTo("bhxh");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\u200b\u202e", "\n"})
    void refusesAnEmptyTextNamingTheField(String text) {
        var answer = citizen.send(key(), Map.of("text", text));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().at("/errors/0/field").asString("")).isEqualTo("text");
    }

    @Test
    void takesTwentyThousandCharactersAndNotOneMore() {
        assertThat(citizen.send(key(), Map.of("text", "ộ".repeat(20_000))).status())
                .isEqualTo(201);
        assertThat(citizen.send(key(), Map.of("text", "ộ".repeat(20_001))).status())
                .isEqualTo(422);
    }

    @Test
    void saysWhatToDoAboutAMegabyteOfText() {
        var answer = citizen.send(key(), Map.of("text", "a".repeat(1_048_576)));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().at("/errors/0/message").asString("")).contains("20.000", "đính kèm");
    }

    @Test
    void namesEveryFieldThatNeedsCorrecting() {
        var answer = citizen.send(
                key(),
                Map.of("text", TEXT, "occurredOn", "2026-03-03", "reporter", Map.of("phone", "113", "email", "abc")));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().path("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder("occurredOn", "reporter.phone", "reporter.email");
        assertThat(answer.body().path("errors").findValuesAsString("message"))
                .anySatisfy(message -> assertThat(message).contains("113 là số khẩn cấp"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"text\": ",
                "{\"text\": \"a\", \"admin\": true}",
                "{\"text\": {\"$ne\": \"\"}}",
                "{\"text\": \"a\", \"agencyCode\": {\"$ne\": \"\"}}",
                "{\"text\": \"a\", \"kind\": \"NO_SUCH_KIND\"}",
                "{\"text\": \"a\", \"kind\": 1}",
                "{\"text\": \"a\", \"occurredOn\": \"hôm qua\"}",
                "{\"text\": \"a\", \"reporter\": {\"name\": \"b\", \"roles\": []}}",
                "[]",
                "",
                "null"
            })
    void refusesMalformedRequests(String body) {
        var answer = citizen.send(body.getBytes(StandardCharsets.UTF_8), key());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("detail")).isNotBlank();
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        var body = "{\"text\": \"C\u00e1n b\u00f4\"}".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(citizen.send(body, key()).status()).isEqualTo(400);
    }

    @Test
    void refusesHalfACharacter() {
        var answer = citizen.send("{\"text\": \"x \\ud800 y\"}".getBytes(StandardCharsets.UTF_8), key());

        assertThat(answer.status()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "có dấu", "two words"})
    void refusesAKeyThatIsNone(String key) {
        assertThat(citizen.send(key, Map.of("text", TEXT)).status()).isEqualTo(400);
    }

    @Test
    void survivesNaughtyStrings() throws Exception {
        var strings = Citizen.JSON.readValue(
                new ClassPathResource("naughty-strings.json").getContentAsByteArray(), String[].class);
        for (var naughty : strings) {
            var answer = citizen.send(key(), Map.of("text", naughty, "agencyCode", naughty));
            var clean = CleanText.clean(naughty);
            if (clean.isEmpty()) {
                assertThat(answer.status()).as(naughty).isEqualTo(422);
            } else if (answer.status() != 201) {
                assertThat(answer.body().path("errors").findValuesAsString("field"))
                        .as(naughty)
                        .containsOnly("agencyCode");
            } else {
                assertThat(suite.complaint(answer.text("reference")).content().text())
                        .isEqualTo(clean);
            }
        }
    }

    @Test
    void tellsByWhenAnAnswerIsExpectedAsSoonAsItIsKnown() {
        var now = clock.instant();
        var due = now.plus(Duration.ofDays(14));
        incoming.publish(
                Exchanges.CASES,
                Ids.next(),
                "answer-dates",
                new AnswerDatesPublished(
                        List.of(
                                new AnswerDatesPublished.AnswerDate(now.minusSeconds(1), now),
                                new AnswerDatesPublished.AnswerDate(now.plusSeconds(60), due)),
                        now.minusSeconds(60),
                        null));

        await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> assertThat(
                        citizen.send(key(), Map.of("text", TEXT)).text("expectedAnswerBy"))
                .isEqualTo(due.toString()));
        assertThat(citizen.send(key(), Map.of("text", "Cảm ơn cán bộ", "kind", "PRAISE"))
                        .text("expectedAnswerBy"))
                .isEmpty();
    }

    @Test
    void refusesAFormThatIsNoJson() {
        var request = MockMvcRequestBuilders.post("/api/v1/complaints")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .content("text=a")
                .with(Tokens.anonymous());

        assertThat(citizen.perform(request).status()).isEqualTo(415);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
