package vn.congvu.cases.casefile.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;
import vn.congvu.cases.casefile.CaseKit;
import vn.congvu.contracts.Role;
import vn.congvu.platform.audit.AuditAction;
import vn.congvu.platform.audit.AuditEntry;
import vn.congvu.platform.audit.AuditEntry.Outcome;
import vn.congvu.platform.audit.AuditQuery;
import vn.congvu.platform.audit.AuditTrail;
import vn.congvu.platform.testing.Tokens;
import vn.congvu.platform.text.SpreadsheetCell;

class CaseListTests extends CaseKit {
    @TempDir
    Path folder;

    @Autowired
    AuditTrail trail;

    @Test
    void aNewCaseIsNewUntilTheHeadAcceptsIt() throws Exception {
        var before = count("SCT", "new");
        var report = arrivedAt("SCT");
        assertThat(count("SCT", "new")).isEqualTo(before + 1);

        done(command(head("SCT"), report.complaintId(), "accept", ""));

        assertThat(count("SCT", "new")).isEqualTo(before);
    }

    @Test
    void aCaseIsDueTodayOnTheDayItEnds() throws Exception {
        var report = arrivedAt("STC");
        var before = count("STC", "due-today");

        clock.set(stored(report.complaintId()).lookup().dueAt().minusSeconds(3600));

        assertThat(count("STC", "due-today")).isEqualTo(before + 1);
    }

    @Test
    void anExportHasTheOwnCasesOnlyAndNobodysWords() throws Exception {
        var own = arrivedAt("STP");
        var others = arrivedAt("SCT");

        var csv = new String(
                read(head("STP"), "/api/v1/cases/export.csv")
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray(),
                UTF_8);

        assertThat(csv).startsWith("\uFEFF").contains(own.reference()).doesNotContain(others.reference());
        assertThat(csv).doesNotContain("thô lỗ");
        var sheet = sheet(read(monitor(), "/api/v1/cases/export.xlsx")
                .andReturn()
                .getResponse()
                .getContentAsByteArray());
        assertThat(sheet).contains(own.reference()).contains(others.reference()).doesNotContain("thô lỗ");
        read(Tokens.as(Role.ADMIN, "SNV", "admin"), "/api/v1/cases/export.csv").andExpect(status().isForbidden());
    }

    @Test
    void theTrailNamesEachCaseThatLeftWithAnExport() throws Exception {
        var own = arrivedAt("STP");
        var others = arrivedAt("SCT");

        read(head("STP"), "/api/v1/cases/export.csv");

        assertThat(exportsWith(own.reference())).singleElement().satisfies(entry -> assertThat(entry.outcome())
                .isEqualTo(Outcome.DONE));
        assertThat(exportsWith(others.reference())).isEmpty();
    }

    private List<AuditEntry> exportsWith(String reference) {
        return trail.page(new AuditQuery(null, AuditAction.CASES_EXPORTED, reference, null, null, null, 10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"})
    void whatLooksLikeAFormulaIsTextInAnExport(String cell) {
        assertThat(SpreadsheetCell.asText(cell)).isEqualTo("'" + cell);
        assertThat(SpreadsheetCell.asText("Sở Xây dựng")).isEqualTo("Sở Xây dựng");
    }

    @Test
    void aReporterIsToldBeforeSendingWhoWillAnswerAndByWhen() throws Exception {
        var told = preview("{\"text\": \"Cán bộ Sở Xây dựng nói năng thô lỗ\"}");
        assertThat(told.path("agency").path("code").asString()).isEqualTo("SXD");
        assertThat(told.path("reasons")).isNotEmpty();
        assertThat(told.path("why")).isNotEmpty();

        var sent = arrived(report("Cán bộ Sở Xây dựng nói năng thô lỗ", null, false));
        assertThat(told.path("dueAt").asString())
                .isEqualTo(stored(sent.complaintId()).lookup().dueAt().toString());
    }

    @Test
    void anAgencyIsUnderstoodInTheReportersWords() throws Exception {
        assertThat(preview("{\"text\": \"Cán bộ thô lỗ\", \"agency\": \"so xay dung\"}")
                        .path("agency")
                        .path("code")
                        .asString())
                .isEqualTo("SXD");
    }

    @Test
    void aPreviewSaysThatTheSuperiorAnswersForAHead() throws Exception {
        var told = preview("{\"text\": \"Thái độ thô lỗ\", \"agency\": \"SXD\", \"accusedHead\": true}");

        assertThat(told.path("conflictOfInterest").asBoolean()).isTrue();
        assertThat(told.path("agency").path("code").asString()).isNotEqualTo("SXD");
    }

    @Test
    void withoutAnythingToGoByAPersonFindsTheAgency() throws Exception {
        var told = preview("{}");

        assertThat(told.path("agency").isObject()).isFalse();
        assertThat(told.path("dueAt").isString()).isFalse();
    }

    private JsonNode preview(String form) throws Exception {
        return body(mvc.perform(post("/api/v1/complaints/preview")
                        .with(Tokens.anonymous())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(form))
                .andExpect(status().isOk()));
    }

    private long count(String agency, String view) throws Exception {
        return body(read(head(agency), "/api/v1/cases?view=" + view))
                .path("counts")
                .path(view)
                .asLong();
    }

    /** As spreadsheets open it: by the directory at the end of the file. */
    private String sheet(byte[] book) throws IOException {
        var file = Files.write(folder.resolve("cases.xlsx"), book);
        try (var zip = new ZipFile(file.toFile())) {
            return new String(
                    zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(), UTF_8);
        }
    }
}
