package vn.congvu.notify.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.time.Duration;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import vn.congvu.contracts.AgencyRef;
import vn.congvu.contracts.DataRequestKind;
import vn.congvu.contracts.Event;
import vn.congvu.contracts.Exchanges;
import vn.congvu.contracts.Role;
import vn.congvu.notify.Happenings;
import vn.congvu.notify.NotifyTests;
import vn.congvu.platform.testing.Tokens;

class OfficeNewsTests extends NotifyTests {
    private static final String MINE = "/api/v1/notices/mine";
    private static final AgencyRef SYT = new AgencyRef("SYT", "Sở Y tế");

    @Test
    void anOfficeSeesWhatItWasToldAndNoOtherOffice() throws Exception {
        var matter = happened(Happenings.SNV, Happenings::assigned);

        mvc.perform(get(MINE).with(head("SNV", "head.snv")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.unread").value(1))
                .andExpect(jsonPath("$.items[0].reference").value(matter.reference()))
                .andExpect(jsonPath("$.items[0].template").value("office-case-assigned"))
                .andExpect(jsonPath("$.items[0].page").value("/staff/cases/" + matter.caseId()))
                .andExpect(jsonPath("$.items[0].title.en").isNotEmpty())
                .andExpect(jsonPath("$.items[0].read").value(false));
        for (var other : List.of(
                head("SYT", "head.syt"),
                Tokens.as(Role.AGENCY_OFFICER, "SNV", "officer.snv"),
                Tokens.as(Role.AGENCY_HEAD, null, "head.of-nothing"))) {
            mvc.perform(get(MINE).with(other)).andExpect(jsonPath("$.items").isEmpty());
        }
    }

    @Test
    void theCustodianSeesRequestsAboutDataAndNobodyElseDoes() throws Exception {
        var matter = Happenings.of((String) null);
        incoming.publish(Exchanges.INTAKE, "r1", matter.reference(), matter.dataRequest(DataRequestKind.ACCESS));
        var custodian = Tokens.as(Role.CUSTODIAN, null, "custodian");

        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> mvc.perform(get(MINE).with(custodian))
                        .andExpect(jsonPath("$.items[0].page").value("/staff/data-requests/r1")));
        mvc.perform(get(MINE).with(Tokens.as(Role.MONITOR, null, "monitor")))
                .andExpect(jsonPath("$.items").isEmpty());
    }

    @Test
    void eachAccountKeepsWhatItHasRead() throws Exception {
        happened(Happenings.SNV, Happenings::assigned);
        var first = idOf(head("SNV", "head.snv"), 0);

        mvc.perform(post(MINE + "/" + first + "/read").with(head("SNV", "head.snv")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.read").value(true));
        mvc.perform(post(MINE + "/" + first + "/read").with(head("SYT", "head.syt")))
                .andExpect(status().isNotFound());

        assertThat(unread(head("SNV", "head.snv"))).isZero();
        assertThat(unread(head("SNV", "acting.snv"))).isEqualTo(1);
    }

    @Test
    void everythingLookedAtIsReadAtOnceAndWhatComesLaterIsNew() throws Exception {
        happened(Happenings.SNV, Happenings::assigned);
        happened(Happenings.SNV, Happenings::assigned);
        var me = head("SNV", "head.snv");
        String newest = JsonPath.read(body(me), "$.items[0].at");

        mvc.perform(post(MINE + "/read")
                        .with(me)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"until\": \"" + newest + "\"}"))
                .andExpect(status().isNoContent());
        assertThat(unread(me)).isZero();
        clock.advance(Duration.ofMinutes(1));
        happened(Happenings.SNV, Happenings::assigned);

        assertThat(unread(me)).isEqualTo(1);
        mvc.perform(post(MINE + "/read")
                        .with(me)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"))
                .andExpect(status().isBadRequest());
    }

    @Test
    void theHeadAndTheOfficerWhoHasTheWorkHearThatTheWaitIsOver() throws Exception {
        var matter = happened(SYT, Happenings::assigned);
        incoming.publish(Exchanges.CASES, matter.caseId(), matter.reference(), matter.delegated());
        awaitNotices(matter, 2);
        incoming.publish(Exchanges.CASES, matter.caseId(), matter.reference(), matter.resumed());
        awaitNotices(matter, 4);

        assertThat(templates(head("SYT", "head.syt")))
                .containsExactlyInAnyOrder("office-case-assigned", "office-clock-resumed");
        assertThat(templates(Tokens.as(Role.AGENCY_OFFICER, "SYT", "officer.syt")))
                .containsExactlyInAnyOrder("office-case-delegated", "office-clock-resumed");
    }

    @Test
    void theHeadHearsOfAnOfficersDraft() throws Exception {
        var matter = happened(SYT, Happenings::assigned);
        incoming.publish(Exchanges.CASES, matter.caseId(), matter.reference(), matter.drafted());
        awaitNotices(matter, 2);

        assertThat(templates(head("SYT", "head.syt"))).contains("office-answer-drafted");
    }

    private interface Happening {
        Event of(Happenings matter);
    }

    private Happenings happened(AgencyRef agency, Happening what) {
        var matter = Happenings.of(agency, null);
        incoming.publish(Exchanges.CASES, matter.caseId(), matter.reference(), what.of(matter));
        awaitNotices(matter, 1);
        return matter;
    }

    private void awaitNotices(Happenings matter, int count) {
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        mongo.getCollection("notices").countDocuments(new Document("reference", matter.reference()))
                                == count);
    }

    private static RequestPostProcessor head(String agency, String account) {
        return Tokens.as(Role.AGENCY_HEAD, agency, account);
    }

    private String body(RequestPostProcessor caller) throws Exception {
        return mvc.perform(get(MINE).with(caller))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private String idOf(RequestPostProcessor caller, int at) throws Exception {
        return JsonPath.read(body(caller), "$.items[" + at + "].id");
    }

    private int unread(RequestPostProcessor caller) throws Exception {
        return JsonPath.read(body(caller), "$.unread");
    }

    private List<String> templates(RequestPostProcessor caller) throws Exception {
        return JsonPath.read(body(caller), "$.items[*].template");
    }
}
