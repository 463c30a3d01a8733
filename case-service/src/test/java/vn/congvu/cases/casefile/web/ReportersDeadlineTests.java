package vn.congvu.cases.casefile.web;

import static org.hamcrest.Matchers.hasItem;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.ResultActions;
import vn.congvu.cases.casefile.CaseKit;
import vn.congvu.contracts.Role;
import vn.congvu.platform.testing.Tokens;

class ReportersDeadlineTests extends CaseKit {
    @Test
    void theReporterReadsHowTheDaysWereCounted() throws Exception {
        var report = arrivedAt("SXD");

        asked(report.reference())
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.dueAt").isNotEmpty())
                .andExpect(jsonPath("$.trace.length()").value(org.hamcrest.Matchers.greaterThan(2)));
    }

    @Test
    void whileTheAgencyWaitsForAnAnswerThatIsSaid() throws Exception {
        var report = arrivedAt("SXD");
        command(head("SXD"), report.complaintId(), "accept", "").andExpect(status().isOk());
        command(head("SXD"), report.complaintId(), "ask-citizen", ",\"question\":\"Sự việc ở quầy số mấy?\"")
                .andExpect(status().isOk());

        asked(report.reference())
                .andExpect(
                        jsonPath("$.trace[*].vi").value(hasItem("Đồng hồ đang dừng để chờ người phản ánh bổ sung.")));
    }

    @Test
    void nothingRunsForAReferenceThatNobodyHas() throws Exception {
        asked("0000000000").andExpect(status().isNotFound());
    }

    private ResultActions asked(String reference) throws Exception {
        return mvc.perform(
                get("/internal/complaints/{reference}/deadline", reference).with(Tokens.as(Role.SERVICE)));
    }
}
