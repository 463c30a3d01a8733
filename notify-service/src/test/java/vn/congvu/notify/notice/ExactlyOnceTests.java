package vn.congvu.notify.notice;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.github.tomakehurst.wiremock.http.Fault;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.query.Query;
import vn.congvu.contracts.Exchanges;
import vn.congvu.contracts.notify.NoticeFailed;
import vn.congvu.contracts.notify.NoticeSent;
import vn.congvu.notify.Happenings;
import vn.congvu.notify.NotifyTests;
import vn.congvu.notify.channel.Medium;
import vn.congvu.notify.channel.TextHash;

class ExactlyOnceTests extends NotifyTests {
    @Test
    void aRedeliveredEventTellsOnce() {
        var matter = Happenings.of(phone("x-1", "0902222201"));
        var envelope =
                incoming.publish(Exchanges.INTAKE, matter.complaintId(), matter.reference(), matter.received(false));
        incoming.publish(envelope);
        await().until(() -> notice(matter) != null);
        sweep();
        incoming.publish(envelope);
        var after = Happenings.of(phone("x-2", "0902222202"));
        incoming.publish(Exchanges.INTAKE, after.complaintId(), after.reference(), after.received(false));
        await().until(() -> notice(after) != null);
        sweep();

        assertThat(form("To")).containsExactly("+84902222201", "+84902222202");
    }

    @Test
    void manyWorkersSendEachMessageOnce() throws Exception {
        var matters = IntStream.range(0, 30)
                .mapToObj(i -> Happenings.of(phone("w-" + i, "09033333" + (10 + i))))
                .toList();
        matters.forEach(matter ->
                incoming.publish(Exchanges.INTAKE, matter.complaintId(), matter.reference(), matter.received(false)));
        await().until(() -> mongo.getCollection("notices").countDocuments() == 30);

        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 6).forEach(_ -> workers.execute(this::sweep));
        }

        assertThat(form("To")).hasSize(30).doesNotHaveDuplicates();
        assertThat(mongo.findAll(Notice.class))
                .allSatisfy(notice -> assertThat(notice.delivery().state()).isEqualTo(State.SENT));
    }

    @Test
    void aCutOffHandOverIsFoundAtTheProviderAndNotRepeated() {
        var matter = received(phone("x-3", "0902222203"));
        provider(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        sweep();
        assertThat(notice(matter).delivery().state()).isEqualTo(State.UNKNOWN);

        providerTakesEverything();
        providerHas(message("SM77", texts().getFirst()));
        clock.advance(Duration.ofSeconds(31));
        sweep();

        assertThat(notice(matter).delivery()).satisfies(delivery -> {
            assertThat(delivery.state()).isEqualTo(State.SENT);
            assertThat(delivery.providerId()).isEqualTo("SM77");
        });
        assertThat(texts()).hasSize(1);
        events.await(NoticeSent.class, sent -> sent.reference().equals(matter.reference()));
    }

    @Test
    void aMessageThatTheProviderNeverHadIsSentAgainOnlyAfterEveryLookUp() {
        var matter = received(phone("x-4", "0902222204"));
        provider(aResponse().withStatus(500));
        sweep();
        providerTakesEverything();
        providerHas();

        clock.advance(Duration.ofSeconds(31));
        sweep();
        assertThat(notice(matter).delivery().state()).isEqualTo(State.UNKNOWN);
        clock.advance(Duration.ofSeconds(60));
        sweep();
        assertThat(notice(matter).delivery().state()).isEqualTo(State.UNKNOWN);
        assertThat(texts()).hasSize(1);
        clock.advance(Duration.ofSeconds(120));
        sweep();
        assertThat(notice(matter).delivery().state()).isEqualTo(State.PENDING);
        sweep();

        assertThat(notice(matter).delivery().state()).isEqualTo(State.SENT);
        assertThat(texts()).hasSize(2);
    }

    @Test
    void whatStaysUnknownGoesToAPerson() {
        var matter = received(phone("x-5", "0902222205"));
        provider(aResponse().withFixedDelay(1_500).withStatus(201).withBody("{\"sid\":\"SM1\"}"));
        sweep();
        WORLD.stubFor(get(urlPathEqualTo(MESSAGES)).willReturn(aResponse().withStatus(503)));
        for (int hour = 0; hour < 26; hour++) {
            clock.advance(Duration.ofHours(1));
            sweep();
        }

        var delivery = notice(matter).delivery();
        assertThat(delivery.state()).isEqualTo(State.UNKNOWN);
        assertThat(delivery.needsPerson()).isTrue();
        assertThat(texts()).hasSize(1);
        assertThat(events.await(NoticeFailed.class, failed -> failed.reference().equals(matter.reference()))
                        .reason())
                .isEqualTo("unknown-outcome");
    }

    @Test
    void aCrashAfterTheRecordAndBeforeTheAnswerIsLookedUp() {
        var matter = received(phone("x-6", "0902222206"));
        var notice = notice(matter);
        var now = clock.instant();
        var crashed = notice.with(
                notice.delivery().sending(Medium.SMS, TextHash.of("Xin chao"), 1, now, now.plusSeconds(30), null));
        context.getBean(Ledger.class).write(notice, crashed);

        sweep();
        assertThat(texts()).isEmpty();

        providerHas(message("SM88", "Xin chao"));
        clock.advance(Duration.ofSeconds(31));
        sweep();
        assertThat(notice(matter).delivery().providerId()).isEqualTo("SM88");
        assertThat(texts()).isEmpty();
    }

    @Test
    void aMessageOfAnotherNoticeIsNotTakenForThisOne() {
        var first = received(phone("x-7", "0902222207"));
        provider(aResponse().withStatus(201).withBody("{\"sid\":\"SM99\"}"));
        sweep();
        assertThat(notice(first).delivery().providerId()).isEqualTo("SM99");

        var second = received("x-7");
        provider(aResponse().withFault(Fault.EMPTY_RESPONSE));
        sweep();
        providerHas(message("SM99", texts().getLast()));
        clock.advance(Duration.ofSeconds(31));
        sweep();

        assertThat(notice(second).delivery().state()).isEqualTo(State.UNKNOWN);
    }

    @Test
    void aProviderThatIsAwayOrBusyKeepsMessagesWaiting() {
        var matter = received(phone("x-8", "0902222208"));
        for (int status : new int[] {429, 503}) {
            provider(aResponse().withStatus(status));
            sweep();
            assertThat(notice(matter).delivery().state()).isEqualTo(State.PENDING);
            assertThat(notice(matter).delivery().reason()).startsWith("http-" + status);
            clock.advance(Duration.ofMinutes(10));
        }
        providerTakesEverything();
        await().untilAsserted(() -> {
            clock.advance(Duration.ofMinutes(10));
            sweep();
            assertThat(notice(matter).delivery().state()).isEqualTo(State.SENT);
        });
    }

    @Test
    void aVaultThatIsAwayKeepsMessagesWaiting() {
        var matter = received("x-9");
        WORLD.stubFor(get(urlPathEqualTo("/intake/internal/contacts/x-9"))
                .willReturn(aResponse().withStatus(503)));
        sweep();
        assertThat(notice(matter).delivery().state()).isEqualTo(State.PENDING);

        phone("x-9", "0902222209");
        clock.advance(Duration.ofMinutes(1));
        sweep();
        assertThat(notice(matter).delivery().state()).isEqualTo(State.SENT);
    }

    @Test
    void anErasedContactIsNotWrittenTo() {
        var matter = received("x-10");
        sweep();

        assertThat(notice(matter).delivery().state()).isEqualTo(State.SUPPRESSED);
        assertThat(texts()).isEmpty();
    }

    @Test
    void aContactOfSomebodyElseIsNotWrittenTo() {
        var matter = received(sealed("x-20", "x-21", "SMS", "{\"phone\":\"0902222220\"}"));
        sweep();

        assertThat(notice(matter).delivery().state()).isEqualTo(State.PENDING);
        assertThat(texts()).isEmpty();
    }

    @Test
    void theVaultIsAskedWithATokenOfOurOwn() {
        received(phone("x-11", "0902222211"));
        sweep();

        WORLD.verify(getRequestedFor(urlPathEqualTo("/intake/internal/contacts/x-11"))
                .withHeader("Authorization", matching("Bearer .+")));
    }

    @Test
    void noNumberAndNoWordsLieInTheDatabase() {
        var matter = Happenings.of(phone("x-12", "0902222212"));
        incoming.publish(Exchanges.CASES, matter.caseId(), matter.reference(), matter.asked("Có phải số nhà 5 không?"));
        await().until(() -> notice(matter) != null);
        sweep();

        assertThat(texts()).singleElement().asString().contains("Co phai so nha 5 khong?");
        for (var collection : mongo.getCollectionNames()) {
            mongo.getCollection(collection).find().forEach(document -> assertThat(document.toJson())
                    .as(collection)
                    .doesNotContain("902222212")
                    .doesNotContain("số nhà 5"));
        }
    }

    private Happenings received(String contactRef) {
        var matter = Happenings.of(contactRef);
        incoming.publish(Exchanges.INTAKE, matter.complaintId(), matter.reference(), matter.received(false));
        await().until(() -> notice(matter) != null);
        return matter;
    }

    private Notice notice(Happenings matter) {
        return mongo.findOne(Query.query(where("reference").is(matter.reference())), Notice.class);
    }

    private static String message(String sid, String text) {
        return new Document("sid", sid)
                .append("body", text)
                .append("direction", "outbound-api")
                .append("status", "sent")
                .toJson();
    }

    private static void providerHas(String... messages) {
        WORLD.stubFor(get(urlPathEqualTo(MESSAGES))
                .withQueryParam("To", matching("\\+849022222\\d\\d"))
                .willReturn(aResponse()
                        .withBody("{\"messages\":[" + String.join(",", messages)
                                + "],\"page\":0,\"next_page_uri\":null}")));
    }
}
