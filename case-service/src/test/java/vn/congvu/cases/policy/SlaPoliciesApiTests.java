package vn.congvu.cases.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import vn.congvu.cases.deadline.Limit;
import vn.congvu.contracts.ComplaintKind;
import vn.congvu.contracts.Role;
import vn.congvu.contracts.SlaClock;
import vn.congvu.platform.testing.MutableClock;
import vn.congvu.platform.testing.SuiteTest;
import vn.congvu.platform.testing.Tokens;

@SuiteTest
class SlaPoliciesApiTests {
    @Autowired
    MockMvc mvc;

    @Autowired
    SlaPolicies policies;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    MutableClock clock;

    @Test
    void aNewVersionHoldsFromItsDayAndOldCasesKeepTheirs() throws Exception {
        SlaPolicy before = policies.all().getFirst();
        Instant from = before.effectiveFrom().plus(Duration.ofDays(36500));
        create("""
                {"name": {"vi": "Quy định của tỉnh", "en": "Rules of the province"}, "effectiveFrom": "%s",
                 "maxPauses": 1, "dossiers": {"lastReceipt": "16:00"}}""".formatted(from))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.inForce").value(false))
                .andExpect(jsonPath("$.maxExtensions").value(1))
                .andExpect(jsonPath("$.dossiers.lastReceipt").value("16:00"))
                .andExpect(jsonPath("$.dossiers.maxReschedules").value(1));
        SlaPolicy latest = policies.all().getFirst();
        assertThat(policies.inForce(from.minusMillis(1))).isEqualTo(before);
        assertThat(policies.inForce(from)).isEqualTo(latest);
        assertThat(policies.holdsFor(before.id(), from)).isEqualTo(before);
        assertThat(latest.limit(SlaClock.RESOLVE, ComplaintKind.CONDUCT, Severity.HIGH))
                .contains(new Limit.WorkingDays(5));
    }

    @Test
    void aVersionMayApplyToOpenCases() throws Exception {
        String old = policies.inForce(clock.instant()).id();
        Instant from = policies.all().getFirst().effectiveFrom().plus(Duration.ofDays(36500));
        create("""
                {"effectiveFrom": "%s", "appliesToOpenCases": true}""".formatted(from)).andExpect(status().isCreated());
        assertThat(policies.holdsFor(old, from.minusMillis(1)).id())
                .isNotEqualTo(policies.all().getFirst().id());
        assertThat(policies.holdsFor(old, from)).isEqualTo(policies.all().getFirst());
    }

    @Test
    void anotherReplicaFollows() throws Exception {
        SlaPolicies other = new SlaPolicies(mongo, event -> {}, clock);
        int before = other.all().size();
        Instant from = policies.all().getFirst().effectiveFrom().plus(Duration.ofDays(36500));
        create("{\"effectiveFrom\": \"%s\"}".formatted(from)).andExpect(status().isCreated());
        assertThat(other.version(policies.all().getFirst().id()))
                .isEqualTo(policies.all().getFirst());
        other.follow();
        assertThat(other.all()).hasSize(before + 1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            limits[0].limit  | {"limits": [{"clock": "RESOLVE", "limit": {"workingDays": -10}}]}
            limits[0].limit  | {"limits": [{"clock": "RESOLVE", "limit": {"workingDays": 0}}]}
            limits[0].limit  | {"limits": [{"clock": "RESOLVE", "limit": {"workingTime": "PT-5M"}}]}
            limits           | {"limits": [{"clock": "RESOLVE", "limit": {"workingDays": 10}}]}
            maxPause         | {"maxPause": {"workingDays": -1}}
            maxPauses        | {"maxPauses": -1}
            warningPercents  | {"warningPercents": [80, 50]}
            warningPercents  | {"warningPercents": [0]}
            ladder[1].rung   | {"ladder": [{"rung": "CHAIR", "after": {"workingDays": 1}}, {"rung": "CHAIR", "after": {"workingDays": 2}}]}
            effectiveFrom    | {"effectiveFrom": "2020-01-01T00:00:00Z"}
            dossiers.lastReceipt | {"dossiers": {"lastReceipt": "3 pm"}}
            name             | {"name": {"vi": "", "en": ""}}
            """)
    void badPoliciesAreRefused(String field, String draft) throws Exception {
        int before = policies.all().size();
        create(draft).andExpect(status().isBadRequest()).andExpect(jsonPath("$.errors[*].field", hasItem(field)));
        assertThat(policies.all()).hasSize(before);
    }

    @Test
    void aVersionIsTriedWithoutBeingMade() throws Exception {
        int before = policies.all().size();
        Instant from = policies.all().getFirst().effectiveFrom().plus(Duration.ofDays(36500));
        mvc.perform(post("/api/v1/sla-policies/preview")
                        .with(Tokens.as(Role.ADMIN))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"effectiveFrom\": \"%s\", \"maxPauses\": 1}".formatted(from)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.cases.open").exists())
                .andExpect(jsonPath("$.dossiers.open").exists());
        assertThat(policies.all()).hasSize(before);
    }

    @Test
    void theDefaultIsShownAsSuch() throws Exception {
        mvc.perform(get("/api/v1/sla-policies/SLA-1").with(Tokens.as(Role.MONITOR)))
                .andExpect(jsonPath("$.name.vi").value("mặc định sản phẩm"))
                .andExpect(jsonPath("$.limits[0].limit.workingDays").value(1));
        mvc.perform(get("/api/v1/sla-policies/SLA-99").with(Tokens.as(Role.MONITOR)))
                .andExpect(status().isNotFound());
        mvc.perform(get("/api/v1/sla-policies").with(Tokens.as(Role.AGENCY_HEAD)))
                .andExpect(status().isForbidden());
    }

    private ResultActions create(String draft) throws Exception {
        return mvc.perform(post("/api/v1/sla-policies")
                .with(Tokens.as(Role.ADMIN))
                .contentType(MediaType.APPLICATION_JSON)
                .content(draft));
    }
}
