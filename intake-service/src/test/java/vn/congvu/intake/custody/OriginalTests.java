package vn.congvu.intake.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;
import vn.congvu.contracts.Role;
import vn.congvu.intake.Citizen;
import vn.congvu.intake.IntakeTest;
import vn.congvu.intake.SampleFiles;
import vn.congvu.intake.Suite;
import vn.congvu.intake.vault.OriginalSeals;
import vn.congvu.platform.access.Caller;
import vn.congvu.platform.testing.MutableClock;
import vn.congvu.platform.testing.Tokens;

/** A file as it was sent may show who took it and where: it is opened like an identity. */
@IntakeTest
class OriginalTests {
    private static final String API = "/api/v1/identity-requests/";
    private static final Caller INSPECTOR = new Caller("inspector", Set.of(Role.INSPECTOR), null, "Thanh tra tỉnh");
    private static final Caller CUSTODIAN =
            new Caller("custodian", Set.of(Role.CUSTODIAN), null, "Người giữ danh tính");
    private static final byte[] PHOTO = SampleFiles.photoWithPlace(6);

    @Autowired
    Citizen citizen;

    @Autowired
    Suite suite;

    @Autowired
    OriginalSeals originals;

    @Autowired
    MockMvc mvc;

    @Autowired
    MutableClock clock;

    @BeforeEach
    void onAMondayMorning() {
        clock.set(MutableClock.MONDAY_MORNING);
    }

    @Test
    void theCustodianSeesTheFileAsItWasSentAndTheReporterSeesHowOften() throws Exception {
        var receipt = citizen.reports("Một việc có ảnh, không nêu tên");
        var file = attach(receipt);
        var id = granted(receipt);
        assertThat(read(id, CUSTODIAN).path("hasIdentity").asBoolean()).isFalse();
        assertThat(read(id, CUSTODIAN).at("/originals/0/id").asString()).isEqualTo(file);

        var opened = open(id, file, CUSTODIAN);

        assertThat(opened.getStatus()).isEqualTo(200);
        assertThat(opened.getContentAsByteArray()).isEqualTo(PHOTO);
        assertThat(opened.getContentType()).isEqualTo("application/octet-stream");
        assertThat(opened.getHeader("Content-Disposition"))
                .isEqualTo("attachment; filename=\"" + file + "-original.jpg\"");
        assertThat(opened.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(opened.getHeader("Content-Security-Policy")).contains("sandbox");
        assertThat(opened.getHeader("Cache-Control")).contains("no-store");
        assertThat(citizen.tracks(receipt).path("identityOpenedCount").asInt()).isEqualTo(1);
        assertThat(post(API + id + "/opening", CUSTODIAN).getStatus())
                .as("there is no identity")
                .isEqualTo(409);
        assertThat(citizen.tracks(receipt).path("identityOpenedCount").asInt()).isEqualTo(1);
    }

    @Test
    void identityAndFilesOfOneReportAreCountedTogether() throws Exception {
        var receipt = named();
        var file = attach(receipt);
        var id = granted(receipt);
        assertThat(read(id, CUSTODIAN).path("hasIdentity").asBoolean()).isTrue();

        assertThat(post(API + id + "/opening", CUSTODIAN).getStatus()).isEqualTo(200);
        assertThat(open(id, file, CUSTODIAN).getStatus()).isEqualTo(200);

        assertThat(citizen.tracks(receipt).path("identityOpenedCount").asInt()).isEqualTo(2);
    }

    @Test
    void nobodyElseOpensItAndNothingIsCounted() throws Exception {
        var receipt = named();
        var file = attach(receipt);
        var id = granted(receipt);

        assertThat(open(id, file, INSPECTOR).getStatus()).isEqualTo(403);
        assertThat(read(id, INSPECTOR).path("originals").size()).isZero();
        for (var role : Role.values()) {
            if (role != Role.CUSTODIAN) {
                assertThat(open(id, file, new Caller("x", Set.of(role), null, null))
                                .getStatus())
                        .as(role.name())
                        .isEqualTo(403);
            }
        }
        suite.assigns(receipt.reference());
        var inside = new Caller("inside", Set.of(Role.CUSTODIAN), "SXD", null);
        assertThat(open(id, file, inside).getStatus())
                .as("of the agency complained about")
                .isEqualTo(404);
        assertThat(citizen.tracks(receipt).path("identityOpenedCount").asInt()).isZero();
    }

    @Test
    void aCustodianWhoAskedOpensNothing() throws Exception {
        var receipt = named();
        var file = attach(receipt);
        var both = new Caller("both", Set.of(Role.INSPECTOR, Role.CUSTODIAN), null, null);
        var id = ask(receipt, both);
        decide(id);

        assertThat(open(id, file, both).getStatus()).isEqualTo(403);
        assertThat(read(id, both).path("originals").size()).isZero();
    }

    @Test
    void nothingOpensBeforeTheDecisionOrAfterADay() throws Exception {
        var receipt = named();
        var file = attach(receipt);
        var id = ask(receipt, INSPECTOR);
        assertThat(open(id, file, CUSTODIAN).getStatus()).isEqualTo(403);
        assertThat(read(id, CUSTODIAN).path("originals").size()).isZero();
        decide(id);

        clock.advance(Duration.ofHours(24));

        assertThat(open(id, file, CUSTODIAN).getStatus()).isEqualTo(410);
        assertThat(read(id, CUSTODIAN).path("originals").size()).isZero();
        assertThat(citizen.tracks(receipt).path("identityOpenedCount").asInt()).isZero();
    }

    @Test
    void aRequestOpensNoFileOfAnotherReport() throws Exception {
        var another = attach(named());
        var receipt = named();
        attach(receipt);
        var id = granted(receipt);

        assertThat(open(id, another, CUSTODIAN).getStatus()).isEqualTo(404);
        assertThat(citizen.tracks(receipt).path("identityOpenedCount").asInt()).isZero();
    }

    @Test
    void aForgottenFileIsOpenedByNobody() throws Exception {
        var receipt = named();
        var file = attach(receipt);
        var id = granted(receipt);
        originals.forgetAll(suite.complaint(receipt.reference()).id());

        var refused = open(id, file, CUSTODIAN);

        assertThat(refused.getStatus()).isEqualTo(410);
        assertThat(refused.getContentAsString()).contains("original-gone");
        assertThat(read(id, CUSTODIAN).path("originals").size()).isZero();
        assertThat(citizen.tracks(receipt).path("identityOpenedCount").asInt()).isZero();
    }

    private Citizen.Receipt named() {
        return citizen.reports(Map.of("text", "Có ảnh", "reporter", Map.of("name", "Người gửi ảnh")));
    }

    private String attach(Citizen.Receipt receipt) {
        return citizen.perform(multipart("/api/v1/complaints/{reference}/attachments", receipt.reference())
                        .file(new MockMultipartFile("file", "a.jpg", "image/jpeg", PHOTO))
                        .header("X-Access-Code", receipt.accessCode())
                        .with(Tokens.anonymous()))
                .body()
                .at("/attachments/0/id")
                .asString();
    }

    private String granted(Citizen.Receipt receipt) {
        var id = ask(receipt, INSPECTOR);
        decide(id);
        return id;
    }

    private String ask(Citizen.Receipt receipt, Caller caller) {
        var body = Map.of("reference", receipt.reference(), "reason", "Cần xem tệp như khi được gửi");
        return citizen.perform(MockMvcRequestBuilders.post("/api/v1/identity-requests")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(Citizen.JSON.writeValueAsBytes(body))
                        .with(Tokens.as(caller)))
                .text("id");
    }

    private void decide(String id) {
        var decided = citizen.perform(MockMvcRequestBuilders.post(API + id + "/decision")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"approve\": true, \"reason\": \"Lý do đủ rõ để quyết định\"}")
                .with(Tokens.as(CUSTODIAN)));
        assertThat(decided.status()).isEqualTo(200);
    }

    private MockHttpServletResponse open(String id, String file, Caller caller) throws Exception {
        return post(API + id + "/originals/" + file + "/opening", caller);
    }

    private MockHttpServletResponse post(String path, Caller caller) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.post(path).with(Tokens.as(caller)))
                .andReturn()
                .getResponse();
    }

    private JsonNode read(String id, Caller caller) {
        return citizen.perform(get(API + id).with(Tokens.as(caller))).body();
    }
}
