package vn.congvu.cases.casefile;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.congvu.contracts.Role;
import vn.congvu.platform.testing.AuthorisationMatrix;
import vn.congvu.platform.testing.Tokens;

/** Every endpoint as every role; the table in {@code src/test/resources/authorisation.md} was read and approved. */
@Tag("any-broker")
class AuthorisationTests extends CaseKit {
    /** Old, so that whoever may is told that it changed, and nothing does. */
    private static final String STALE = "{\"version\": 999999%s}";

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Test
    void whoMayDoWhatIsAsApproved() throws Exception {
        var own = arrivedAt("SXD").complaintId();
        done(command(head("SXD"), own, "accept", ""));
        done(command(head("SXD"), own, "delegate", ",\"title\":\"Chuyên viên\""));
        var undelegated = arrivedAt("SXD").complaintId();
        var other = arrivedAt("SYT").complaintId();
        var accused = arrived(report("Giám đốc Sở quát mắng dân", "SXD", true)).complaintId();
        var home = arrived(report("Giám đốc Sở quát mắng dân", "SNV", true)).complaintId();
        dossier("H53-matrix-1", "SXD");
        dossier("H53-matrix-2", "SYT");

        new AuthorisationMatrix(mvc, mappings, "SXD")
                .situation("/api/v1/cases/{id}", "own, delegated", Map.of("id", own))
                .situation("/api/v1/cases/{id}", "own", Map.of("id", undelegated))
                .situation("/api/v1/cases/{id}", "another agency's", Map.of("id", other))
                .situation("/api/v1/cases/{id}", "against the own head", Map.of("id", accused))
                .situation("/api/v1/cases/{id}", "against the head of Home Affairs", Map.of("id", home))
                .situation("/api/v1/dossiers/{code}", "own", Map.of("code", "H53-matrix-1"))
                .situation("/api/v1/dossiers/{code}", "another agency's", Map.of("code", "H53-matrix-2"))
                .situation("/api/v1/directory/agencies/{code}", "any", Map.of("code", "SXD"))
                .situation("/api/v1/directory/communes/{code}", "any", Map.of("code", "25459"))
                .situation("/api/v1/directory/fields/{code}", "any", Map.of("code", "dat-dai"))
                .situation("/api/v1/directory/misconducts/{code}", "any", Map.of("code", "ATTITUDE"))
                .situation("/api/v1/calendar/days/{date}", "any", Map.of("date", "2026-09-02"))
                .situation("/api/v1/calendar/hours/{agency}", "any", Map.of("agency", "SXD"))
                .body("/directory/agencies/{code}", stale(""))
                .body("/agencies/{code}/offices", stale(""))
                .body("/communes/{code}", stale(""))
                .body("/fields/{code}", stale(""))
                .body("/ask-citizen", stale(",\"question\":\"Ở quầy nào?\""))
                .body("/cases/{id}/forward", stale(",\"agencyCode\":\"SYT\",\"reason\":\"Thuộc Sở Y tế\""))
                .body("/extend", stale(",\"reason\":\"Cần xác minh thêm\""))
                .body("/answer", stale(",\"answer\":\"Đã kiểm tra\",\"finding\":\"SUBSTANTIATED\""))
                .body("/draft", stale(",\"answer\":\"Đã kiểm tra\""))
                .body("/merge", stale(",\"into\":\"" + own + "\""))
                .body("/split", stale(",\"text\":\"Việc thứ hai\""))
                .body("/hand-over", stale(",\"to\":\"Thanh tra tỉnh\",\"advice\":\"Hãy gửi đơn\""))
                .body("/note", stale(",\"note\":\"Ghi chú\""))
                .body("/reopen", stale(",\"reason\":\"Chưa xong\""))
                .body("/withdraw", stale(",\"reason\":\"Người gửi rút\""))
                .body("/cases/{id}/accept", stale(""))
                .body("/delegate", stale(""))
                .body("/unmerge", stale(""))
                .body("/reschedule", stale(",\"reason\":\"Cần thêm thời gian\",\"newDueOn\":\"2099-01-05\""))
                .check();
    }

    private static String stale(String members) {
        return STALE.formatted(members);
    }

    private void dossier(String code, String agency) throws Exception {
        mvc.perform(put("/api/v1/dossiers")
                        .with(Tokens.as(Role.PROGRAM))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("""
                                [{"code":"%s","procedure":"Cấp giấy phép","field":"xay-dung","agencyCode":"%s",
                                  "receivedAt":"2026-03-02T09:00:00+07:00","dueOn":"2027-03-10","state":"received",
                                  "online":true,"paidOnline":false}]""".formatted(code, agency)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.accepted").value(1));
    }
}
