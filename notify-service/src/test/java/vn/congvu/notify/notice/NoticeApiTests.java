package vn.congvu.notify.notice;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.ResultActions;
import vn.congvu.contracts.Exchanges;
import vn.congvu.contracts.Role;
import vn.congvu.notify.Happenings;
import vn.congvu.notify.NotifyTests;
import vn.congvu.platform.testing.Tokens;

class NoticeApiTests extends NotifyTests {
    @Test
    void showsTheLedgerWithoutAddressesAndWords() throws Exception {
        var matter = received("n-1", "0907777701");
        sweep();

        mvc.perform(get("/api/v1/notices").param("state", "SENT").with(Tokens.as(Role.MONITOR)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[0].reference").value(matter.reference()))
                .andExpect(jsonPath("$.items[0].template").value("complaint-received"))
                .andExpect(jsonPath("$.items[0].medium").value("SMS"))
                .andExpect(jsonPath("$.items[0].parts").value(1))
                .andExpect(content().string(Matchers.not(Matchers.containsString("907777701"))))
                .andExpect(content().string(Matchers.not(Matchers.containsString("n-1"))));
    }

    @Test
    void pagesWithoutLossOrRepetition() throws Exception {
        for (int i = 0; i < 5; i++) {
            received("n-2" + i, "090777771" + i);
        }
        var first = body(mvc.perform(get("/api/v1/notices").param("size", "3").with(Tokens.as(Role.ADMIN))));
        String next = JsonPath.read(first, "$.next");
        var second = body(mvc.perform(
                get("/api/v1/notices").param("size", "3").param("cursor", next).with(Tokens.as(Role.ADMIN))));

        java.util.List<String> ids = JsonPath.read(first, "$.items[*].id");
        java.util.List<String> more = JsonPath.read(second, "$.items[*].id");
        assertThat(ids).hasSize(3);
        assertThat(more).hasSize(2).doesNotContainAnyElementsOf(ids);
        mvc.perform(get("/api/v1/notices").param("cursor", "nonsense!").with(Tokens.as(Role.ADMIN)))
                .andExpect(status().isBadRequest());
        mvc.perform(get("/api/v1/notices").param("state", "NONSENSE").with(Tokens.as(Role.ADMIN)))
                .andExpect(status().isBadRequest());
    }

    @Test
    void aPersonDecidesAboutWhatFailed() throws Exception {
        var matter = received("n-3", "0907777703");
        provider(aResponse().withStatus(400).withBody("{\"code\":21610}"));
        sweep();
        assertThat(notice(matter).delivery().state()).isEqualTo(State.FAILED);
        providerTakesEverything();

        resolve(matter, "resend")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("PENDING"));
        sweep();
        assertThat(notice(matter).delivery().state()).isEqualTo(State.SENT);
        assertThat(notice(matter).resolvedBy()).isEqualTo("monitor");
        resolve(matter, "resend")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("/problems/notice-needs-nobody"));
        assertThat(texts()).hasSize(2);
    }

    @Test
    void aPersonWhoFoundItArrivedEndsIt() throws Exception {
        var matter = received("n-4", "0907777704");
        provider(aResponse().withStatus(400).withBody("{\"code\":30001}"));
        sweep();

        resolve(matter, "sent")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("SENT"));
        sweep();
        assertThat(texts()).hasSize(1);
    }

    @Test
    void anUnknownOutcomeOrNoticeIsRefused() throws Exception {
        var matter = received("n-5", "0907777705");

        resolve(matter, "maybe").andExpect(status().isBadRequest());
        mvc.perform(get("/api/v1/notices/none").with(Tokens.as(Role.ADMIN))).andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"ADMIN", "MONITOR"})
    void nobodyElseLooks(Role role) throws Exception {
        var somebody = Tokens.as(role, "SNV", "somebody");

        mvc.perform(get("/api/v1/notices").with(somebody)).andExpect(status().isForbidden());
        mvc.perform(post("/api/v1/notices/x/resolve")
                        .with(Tokens.as(role, "SNV", "somebody"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"outcome\":\"sent\"}"))
                .andExpect(status().isForbidden());
    }

    @Test
    void withoutATokenNothingIsAnswered() throws Exception {
        mvc.perform(get("/api/v1/notices")).andExpect(status().isUnauthorized());
        mvc.perform(get("/api/v1/apologies")).andExpect(status().isUnauthorized());
    }

    private ResultActions resolve(Happenings matter, String outcome) throws Exception {
        return mvc.perform(post("/api/v1/notices/" + notice(matter).id() + "/resolve")
                .with(Tokens.as(Role.MONITOR))
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"outcome\":\"" + outcome + "\"}"));
    }

    private static String body(ResultActions result) throws Exception {
        return result.andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
    }

    private Happenings received(String ref, String number) {
        var matter = Happenings.of(phone(ref, number));
        incoming.publish(Exchanges.INTAKE, matter.complaintId(), matter.reference(), matter.received(false));
        await().until(() -> notice(matter) != null);
        return matter;
    }

    private Notice notice(Happenings matter) {
        return mongo.findOne(query(where("reference").is(matter.reference())), Notice.class);
    }
}
