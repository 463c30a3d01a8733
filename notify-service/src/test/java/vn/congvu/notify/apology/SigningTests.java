package vn.congvu.notify.apology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.ResultActions;
import vn.congvu.contracts.AgencyRef;
import vn.congvu.contracts.Event;
import vn.congvu.contracts.Exchanges;
import vn.congvu.contracts.Role;
import vn.congvu.contracts.notify.ApologyOutcomeAdded;
import vn.congvu.notify.Happenings;
import vn.congvu.notify.NotifyTests;
import vn.congvu.platform.access.Caller;
import vn.congvu.platform.testing.Tokens;

/** The head of STP has four hours to sign before an apology goes out in the agency's name. */
class SigningTests extends NotifyTests {
    private static final AgencyRef STP = new AgencyRef("STP", "Sở Tư pháp");
    private static final Duration FOUR_HOURS = Duration.ofHours(4);

    @Autowired
    private Signing signing;

    @Test
    void theLetterWaitsForItsHeadAndOnlyOfficesAreTold() throws Exception {
        var matter = missed("s-1", "0907777701");

        assertThat(apologies()).isEmpty();
        assertThat(toldToPersons()).isEmpty();
        sweep();
        assertThat(MAIL.getReceivedMessages()).hasSize(2);
        assertThat(MAIL.getReceivedMessages()[0].getContent().toString()).contains("ký trước", "/staff/apologies");
        list("STP")
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].reference").value(matter.reference()))
                .andExpect(jsonPath("$.items[0].signBy").value("2026-03-02T06:00:00Z"));
        list("SNV").andExpect(jsonPath("$.items.length()").value(0));
        var draft = mvc.perform(get("/api/v1/apologies/to-sign/" + waiting().id() + "/letter")
                        .with(head("STP")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(draft).contains("BẢN XEM TRƯỚC", matter.spoken());
    }

    @Test
    void aSignedLetterGoesOutOnceAndThePersonIsToldOnce() throws Exception {
        missed("s-2", "0907777702");
        var id = waiting().id();

        sign(id, "k1", "STP", 0)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.signed").value(true))
                .andExpect(jsonPath("$.reason").value("phải xác minh lại"))
                .andExpect(jsonPath("$.number").value("01/PXL-STP"));
        sign(id, "k1", "STP", 0)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.number").value("01/PXL-STP"));
        sign(id, "k2", "STP", 1).andExpect(status().isConflict());
        clock.advance(FOUR_HOURS);
        signing.sweep();

        assertThat(apologies()).singleElement().satisfies(apology -> {
            assertThat(apology.signed().name()).isEqualTo("Lê Hồng Minh");
            assertThat(apology.signer()).isEqualTo("Giám đốc Sở Tư pháp");
        });
        assertThat(toldToPersons()).containsExactly("01/PXL-STP");
        list("STP").andExpect(jsonPath("$.items.length()").value(0));
    }

    @Test
    void whenTheTimeIsOverItGoesOutInTheAgencysName() throws Exception {
        missed("s-3", "0907777703");
        var id = waiting().id();
        clock.advance(FOUR_HOURS.minusSeconds(1));
        assertThat(signing.sweep()).isZero();
        clock.advance(Duration.ofSeconds(1));

        assertThat(signing.sweep()).isEqualTo(1);
        assertThat(signing.sweep()).isZero();

        assertThat(apologies()).singleElement().satisfies(apology -> assertThat(apology.signed())
                .isNull());
        assertThat(toldToPersons()).containsExactly("01/PXL-STP");
        sign(id, "k1", "STP", 1)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.current.number").value("01/PXL-STP"));
    }

    @Test
    void headsOfOtherAgenciesAndOtherRolesFindNothingToSign() throws Exception {
        missed("s-4", "0907777704");
        var id = waiting().id();

        sign(id, "k1", "SNV", 0).andExpect(status().isNotFound());
        sign("none", "k1", "STP", 0).andExpect(status().isNotFound());
        sign(id, "k1", "STP", 7)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.current.version").value(0));
        for (var role : Role.values()) {
            if (role != Role.AGENCY_HEAD) {
                mvc.perform(post("/api/v1/apologies/" + id + "/sign")
                                .with(Tokens.as(role, "STP", "x"))
                                .header("Idempotency-Key", "k")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{\"version\":0}"))
                        .andExpect(status().isForbidden());
            }
        }
        mvc.perform(post("/api/v1/apologies/" + id + "/sign")
                        .with(head("STP"))
                        .header("Idempotency-Key", "k")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"version\":0,\"reason\":\"tại bà Trần Thị C\"}"))
                .andExpect(status().isBadRequest());
        assertThat(apologies()).isEmpty();
    }

    @Test
    void whoeverDecidesFirstDecidesAndItGoesOutOnce() throws Exception {
        for (int round = 0; round < 8; round++) {
            clock.set(Instant.parse("2026-03-02T02:00:00Z").plus(Duration.ofDays(round)));
            missed("race-" + round, "090777771" + round);
            var one = waiting();
            clock.advance(FOUR_HOURS);
            try (var replicas = Executors.newFixedThreadPool(6)) {
                for (int i = 0; i < 3; i++) {
                    var key = "head-" + i;
                    replicas.execute(signing::sweep);
                    replicas.execute(() -> signing.decide(
                                    one,
                                    ToSign.Decision.signed(clock.instant(), key, "Giám đốc Sở Tư pháp", null, null))
                            .ifPresent(signing::finish));
                }
            }
            signing.sweep();

            var decision = signing.find(one.id()).orElseThrow().decision();
            var out = apologies().stream()
                    .filter(apology -> apology.id().equals(one.id()))
                    .toList();
            assertThat(out).hasSize(1);
            assertThat(out.getFirst().signed() != null).isEqualTo(decision.key() != null);
        }
        assertThat(toldToPersons()).doesNotHaveDuplicates().hasSize(8);
        assertThat(apologies())
                .extracting(Apology::number)
                .doesNotHaveDuplicates()
                .hasSize(8);
    }

    @Test
    void aCrashAfterTheDecisionIsMadeGoodByTheSweep() {
        missed("s-6", "0907777706");
        // the process died right after this write
        signing.decide(waiting(), ToSign.Decision.signed(clock.instant(), "k", "Giám đốc Sở Tư pháp", null, null));
        assertThat(apologies()).isEmpty();

        assertThat(signing.sweep()).isEqualTo(1);

        assertThat(apologies()).singleElement().satisfies(apology -> assertThat(apology.signed())
                .isNotNull());
        assertThat(toldToPersons()).containsExactly("01/PXL-STP");
    }

    @Test
    void aRedeliveredMissStartsNoSecondWait() {
        var matter = Happenings.of(STP, phone("s-7", "0907777707"));
        var envelope = incoming.publish(Exchanges.CASES, matter.caseId(), matter.reference(), matter.breached(1));
        await().until(() -> mongo.getCollection("apologies_to_sign").countDocuments() == 1);
        clock.advance(FOUR_HOURS);
        signing.sweep();
        incoming.publish(envelope);
        incoming.publish(Exchanges.CASES, matter.caseId(), matter.reference(), matter.escalated());
        await().until(() -> mongo.getCollection("notices").countDocuments() == 4);

        assertThat(apologies()).hasSize(1);
        assertThat(mongo.getCollection("apologies_to_sign").countDocuments()).isEqualTo(1);
    }

    @Test
    void anAnswerThatComesWhileTheLetterWaitsStandsBesideIt() {
        var matter = missed("s-8", "0907777708");
        var late = Duration.ofDays(3);
        happens(matter, matter.answered(Happenings.DUE.plus(late), late, 1));
        await().until(() -> waiting().outcome() != null);
        clock.advance(FOUR_HOURS);
        signing.sweep();

        assertThat(apologies())
                .singleElement()
                .satisfies(apology -> assertThat(apology.outcome().text().vi()).endsWith("chậm 1 ngày làm việc"));
        var added = events.await(
                ApologyOutcomeAdded.class, event -> event.reference().equals(matter.reference()));
        assertThat(events.sequences(added.apologyId())).containsExactly(1L, 2L);
    }

    private Happenings missed(String ref, String number) {
        var matter = Happenings.of(STP, phone(ref, number));
        long before = mongo.getCollection("apologies_to_sign").countDocuments();
        happens(matter, matter.breached(1));
        await().until(() -> mongo.getCollection("apologies_to_sign").countDocuments() == before + 1
                && mongo.getCollection("notices").countDocuments(new org.bson.Document("reference", matter.reference()))
                        == 2);
        return matter;
    }

    private void happens(Happenings matter, Event event) {
        incoming.publish(Exchanges.CASES, matter.caseId(), matter.reference(), event);
    }

    /** The numbers of the letters that messages to persons speak of. */
    private List<String> toldToPersons() {
        return mongo.getCollection("notices")
                .find(new org.bson.Document("kind", "CASE_MISSED"))
                .map(notice -> notice.get("values", org.bson.Document.class).getString("number"))
                .into(new java.util.ArrayList<>());
    }

    private ToSign waiting() {
        return signing.waitingFor("STP").getFirst();
    }

    private List<Apology> apologies() {
        return mongo.findAll(Apology.class);
    }

    private ResultActions list(String agency) throws Exception {
        return mvc.perform(get("/api/v1/apologies/to-sign").with(head(agency))).andExpect(status().isOk());
    }

    private ResultActions sign(String id, String key, String agency, long version) throws Exception {
        return mvc.perform(post("/api/v1/apologies/" + id + "/sign")
                .with(head(agency))
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"version\":" + version + ",\"name\":\"Lê Hồng Minh\",\"reason\":\"phải xác minh lại\"}"));
    }

    private static org.springframework.test.web.servlet.request.RequestPostProcessor head(String agency) {
        return Tokens.as(new Caller("head", Set.of(Role.AGENCY_HEAD), agency, "Giám đốc Sở Tư pháp"));
    }
}
