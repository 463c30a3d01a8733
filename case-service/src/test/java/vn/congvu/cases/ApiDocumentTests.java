package vn.congvu.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.congvu.cases.casefile.CaseKit;
import vn.congvu.platform.testing.Tokens;

class ApiDocumentTests extends CaseKit {
    @Test
    void everyCommandStandsInTheApiDocument() throws Exception {
        var paths = body(read(Tokens.anonymous(), "/v3/api-docs")).path("paths");

        for (String command : new String[] {
            "accept",
            "delegate",
            "ask-citizen",
            "forward",
            "extend",
            "answer",
            "merge",
            "split",
            "hand-over",
            "note",
            "reopen",
            "withdraw"
        }) {
            assertThat(paths.path("/api/v1/cases/{id}/" + command).path("post").isMissingNode())
                    .as(command)
                    .isFalse();
        }
        for (String path : new String[] {
            "/api/v1/cases",
            "/api/v1/cases/{id}",
            "/api/v1/cases/{id}/deadlines",
            "/api/v1/overview",
            "/api/v1/overview/cases",
            "/api/v1/overview/trends",
            "/api/v1/complaints/preview",
            "/api/v1/cases/{id}/extend/preview",
            "/api/v1/directory/misconducts/{code}",
            "/api/v1/cases/export.csv",
            "/api/v1/statistics/agencies",
            "/api/v1/dossiers",
            "/api/v1/dossiers/import"
        }) {
            assertThat(paths.path(path).isMissingNode()).as(path).isFalse();
        }
        assertThat(paths.path("/internal/contacts/{contactRef}").isMissingNode())
                .isTrue();
    }
}
