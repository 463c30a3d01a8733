package vn.congvu.notify.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.ResultActions;
import vn.congvu.contracts.Language;
import vn.congvu.contracts.Role;
import vn.congvu.notify.NotifyTests;
import vn.congvu.platform.testing.Tokens;

class TemplateApiTests extends NotifyTests {
    private static final String ADDRESS = "/api/v1/templates/case-assigned";

    @Autowired
    private Messages messages;

    @Test
    void anAdministratorChangesATextAndMessagesFollow() throws Exception {
        change(ADDRESS, "Việc {{reference}} do {{agency}} xử lý", null)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.version").value(0))
                .andExpect(jsonPath("$.changedBy").value("admin"));

        assertThat(messages.sms(MessageKind.CASE_ASSIGNED, Language.VI, Map.of("reference", "R", "agency", "Sở Y tế")))
                .isEqualTo("Viec R do So Y te xu ly");
        mvc.perform(get("/api/v1/templates").with(Tokens.as(Role.ADMIN)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.length()").value(MessageKind.values().length));
    }

    @Test
    void whoChangesAnOldVersionIsTold() throws Exception {
        change(ADDRESS, "Một {{reference}}", null).andExpect(status().isOk());
        change(ADDRESS, "Hai {{reference}}", 0L).andExpect(status().isOk());

        change(ADDRESS, "Ba {{reference}}", 0L)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("/problems/template-changed"));
        change(ADDRESS, "Bốn {{reference}}", null).andExpect(status().isConflict());
    }

    @Test
    void aTextThatNamesWhatThereIsNotIsRefusedWithTheFieldAndTheNames() throws Exception {
        change(ADDRESS, "Gọi {{phone}}", null)
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].field").value("vi.sms"))
                .andExpect(jsonPath("$.errors[0].message").value(org.hamcrest.Matchers.containsString("reference")));
        mvc.perform(put(ADDRESS)
                        .with(Tokens.as(Role.ADMIN))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"))
                .andExpect(status().is4xxClientError());
        mvc.perform(put("/api/v1/templates/none")
                        .with(Tokens.as(Role.ADMIN))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json("x", null)))
                .andExpect(status().isNotFound());
    }

    @Test
    void thePreviewCountsThePartsAsTheyWouldBeSent() throws Exception {
        mvc.perform(post(ADDRESS + "/preview")
                        .with(Tokens.as(Role.ADMIN))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json("Việc {{reference}} do {{agency}} xử lý", null)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.vi.sms.text").value("Viec 7K3F9-QXM2D do So Nong nghiep va Moi truong xu ly"))
                .andExpect(jsonPath("$.vi.sms.length.encoding").value("GSM_7"))
                .andExpect(jsonPath("$.vi.sms.length.parts").value(1));
        assertThat(mongo.getCollection("message_templates").countDocuments()).isZero();
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "ADMIN")
    void onlyAdministrators(Role role) throws Exception {
        mvc.perform(get("/api/v1/templates").with(Tokens.as(role))).andExpect(status().isForbidden());
        mvc.perform(put(ADDRESS)
                        .with(Tokens.as(role))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json("x", null)))
                .andExpect(status().isForbidden());
    }

    private ResultActions change(String address, String sms, Long version) throws Exception {
        return mvc.perform(put(address)
                .with(Tokens.as(Role.ADMIN))
                .contentType(MediaType.APPLICATION_JSON)
                .content(json(sms, version)));
    }

    private static String json(String sms, Long version) {
        var text = "{\"sms\":\"" + sms + "\",\"subject\":\"S {{reference}}\",\"email\":\"E {{reference}}\"}";
        var english = "{\"sms\":\"E {{reference}}\",\"subject\":\"S {{reference}}\",\"email\":\"E {{reference}}\"}";
        return "{\"vi\":" + text + ",\"en\":" + english + (version == null ? "" : ",\"version\":" + version) + "}";
    }
}
