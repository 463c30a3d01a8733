package vn.congvu.cases.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import vn.congvu.cases.casefile.CaseKit;
import vn.congvu.contracts.Role;
import vn.congvu.contracts.cases.DeadlineBreached;
import vn.congvu.contracts.cases.DossierFinished;
import vn.congvu.contracts.cases.DossierRescheduled;
import vn.congvu.platform.testing.Tokens;

class DossierApiTests extends CaseKit {
    @Autowired
    MongoTemplate mongo;

    @Test
    void goodRowsStayAndBadOnesAreListedWithTheirReasons() throws Exception {
        tell("""
                [%s,
                 {"code":"H53-bad-1","procedure":"Cấp phép","agencyCode":"NOBODY","receivedAt":"2026-03-02","dueOn":"2026-03-10"},
                 {"code":"H53 bad","surprise":true,"dueAt":"tomorrow"},
                 {"code":"H53-bad-2","procedure":"Cấp phép","agencyCode":"SXD","receivedAt":"2026-03-12","dueOn":"2026-03-10"},
                 17]""".formatted(row("H53-good-1", "SXD", "2027-03-10", "received")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.accepted").value(1))
                .andExpect(jsonPath("$.rejected.length()").value(4))
                .andExpect(jsonPath("$.rejected[0].index").value(1))
                .andExpect(jsonPath("$.rejected[0].code").value("H53-bad-1"))
                .andExpect(jsonPath("$.rejected[0].errors[0].field").value("agencyCode"))
                .andExpect(jsonPath("$.rejected[1].errors[?(@.field == 'surprise')]")
                        .exists())
                .andExpect(
                        jsonPath("$.rejected[1].errors[?(@.field == 'dueAt')]").exists())
                .andExpect(jsonPath("$.rejected[2].errors[0].field").value("dueOn"))
                .andExpect(jsonPath("$.rejected[2].errors[0].message.vi").value("Ngày hẹn phải sau ngày tiếp nhận."));
    }

    @Test
    void tellingTheSameAgainChangesNothing() throws Exception {
        var rows = "[" + row("H53-again-1", "SXD", "2027-03-10", "received") + "]";
        tell(rows).andExpect(jsonPath("$.accepted").value(1));
        tell(rows)
                .andExpect(jsonPath("$.accepted").value(0))
                .andExpect(jsonPath("$.unchanged").value(1));
    }

    @Test
    void aCsvFileSaysTheSameWithLineNumbers() throws Exception {
        var csv = """
                code,procedure,field,agency_code,received_at,due_on,state,online,paid_online,applicant_name,applicant_phone
                H53-csv-1,Cấp giấy phép,xay-dung,SXD,2026-03-02T09:00:00+07:00,2027-03-10,received,true,false,Nguyễn Văn A,0912345678
                H53-csv-2,,xay-dung,SXD,2026-03-02,2027-03-10,received,maybe,false,,
                """;
        mvc.perform(post("/api/v1/dossiers/import")
                        .with(program())
                        .contentType("text/csv;charset=UTF-8")
                        .content(csv.getBytes(StandardCharsets.UTF_8)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.accepted").value(1))
                .andExpect(jsonPath("$.rejected[0].line").value(3))
                .andExpect(jsonPath("$.rejected[0].errors.length()").value(2));
    }

    @Test
    void theApplicantIsSealedAndOnlyOtherServicesReachHim() throws Exception {
        tell("[" + row("H53-sealed-1", "SXD", "2027-03-10", "received") + "]");

        var raw = mongo.getCollection("dossiers")
                .find(new Document("_id", "H53-sealed-1"))
                .first();
        assertThat(raw).isNotNull();
        assertThat(raw.toJson()).doesNotContain("0912345678", "Nguyễn");
        read(monitor(), "/api/v1/dossiers/H53-sealed-1")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.applicant").doesNotExist());
        read(Tokens.as(Role.SERVICE), "/internal/contacts/dossier-H53-sealed-1")
                .andExpect(jsonPath("$.name").exists())
                .andExpect(jsonPath("$.phone").value("0912345678"))
                .andExpect(jsonPath("$.channel").value("SMS"));
        read(monitor(), "/internal/contacts/dossier-H53-sealed-1").andExpect(status().isForbidden());
        read(Tokens.as(Role.SERVICE), "/internal/contacts/dossier-H53-nobody").andExpect(status().isNotFound());
    }

    @Test
    void onlyTheHeadOfTheAgencyNamesANewDateOnce() throws Exception {
        var due = today().plusDays(14);
        tell("[" + row("H53-later-1", "SXD", due.toString(), "received") + "]");
        var body = "{\"version\":1,\"newDueOn\":\"" + due.plusDays(7) + "\",\"reason\":\"Chờ ý kiến Bộ\"}";

        reschedule(head("SYT"), "H53-later-1", body).andExpect(status().isNotFound());
        reschedule(monitor(), "H53-later-1", body).andExpect(status().isForbidden());
        for (String wrong : List.of("9999-12-31", "+999999999-12-31", due.toString(), "2020-01-01")) {
            reschedule(head("SXD"), "H53-later-1", body.replace(due.plusDays(7).toString(), wrong))
                    .andExpect(status().is4xxClientError());
        }
        var foretold = body(foretell(head("SXD"), "H53-later-1", body).andExpect(status().isOk()));
        foretell(head("SYT"), "H53-later-1", body).andExpect(status().isNotFound());
        reschedule(head("SXD"), "H53-later-1", body)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.dueAt").value(foretold.path("dueAt").asString()));
        foretell(head("SXD"), "H53-later-1", body).andExpect(status().isConflict());
        reschedule(head("SXD"), "H53-later-1", body)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.present.version").value(2));
        reschedule(head("SXD"), "H53-later-1", body.replace("\"version\":1", "\"version\":2"))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.reason").value("RESCHEDULED_BEFORE"));

        var letter = events.await(DossierRescheduled.class, e -> e.dossierCode().equals("H53-later-1"));
        assertThat(sealer.open(letter.reason())).isEqualTo("Chờ ý kiến Bộ");
        assertThat(letter.head().title()).isEqualTo("Giám đốc Sở Xây dựng");
    }

    @Test
    void aMissedPromiseIsAnnouncedOnceAndTheResultEndsIt() throws Exception {
        var due = today().plusDays(3);
        tell("[" + row("H53-late-1", "SYT", due.toString(), "received") + "]");
        // longer than any row of days off: the promised day may fall into Tết and move behind it
        clock.advance(Duration.ofDays(20));

        var missed = events.await(DeadlineBreached.class, e -> e.subjectId().equals("H53-late-1"));
        assertThat(missed.miss()).isEqualTo(1);
        assertThat(missed.procedure()).isEqualTo("Cấp giấy phép");
        read(head("SYT"), "/api/v1/dossiers?view=overdue&q=h53")
                .andExpect(jsonPath("$.items[0].overdue").value(true));

        tell("[" + row("H53-late-1", "SYT", due.toString(), "finished") + "]").andExpect(status().isOk());
        assertThat(events.await(DossierFinished.class, e -> e.dossierCode().equals("H53-late-1"))
                        .lateSeconds())
                .isPositive();
        assertThat(events.all(DeadlineBreached.class))
                .filteredOn(e -> e.subjectId().equals("H53-late-1"))
                .hasSize(1);
    }

    @Test
    void everyViewAnswersWithinWhatTheCallerMaySee() throws Exception {
        tell("[" + row("H53-route-1", "SCT", "2027-03-10", "received") + "]");
        for (String view : List.of("open", "due-soon", "overdue", "rescheduled", "ended")) {
            read(head("SCT"), "/api/v1/dossiers?view=" + view).andExpect(status().isOk());
            read(monitor(), "/api/v1/dossiers?agency=SCT&view=" + view).andExpect(status().isOk());
        }
        read(head("SYT"), "/api/v1/dossiers?q=H53-route-1")
                .andExpect(jsonPath("$.items.length()").value(0));
        read(Tokens.as(Role.TRIAGE), "/api/v1/dossiers").andExpect(status().isForbidden());
    }

    private ResultActions tell(String rows) throws Exception {
        return mvc.perform(put("/api/v1/dossiers")
                .with(program())
                .contentType(MediaType.APPLICATION_JSON)
                .content(rows));
    }

    private ResultActions reschedule(RequestPostProcessor who, String code, String body) throws Exception {
        return mvc.perform(post("/api/v1/dossiers/{code}/reschedule", code)
                .with(who)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    private ResultActions foretell(RequestPostProcessor who, String code, String body) throws Exception {
        return mvc.perform(post("/api/v1/dossiers/{code}/reschedule/preview", code)
                .with(who)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    private static RequestPostProcessor program() {
        return Tokens.as(Role.PROGRAM);
    }

    private LocalDate today() {
        return clock.instant().atZone(ZoneId.of("Asia/Ho_Chi_Minh")).toLocalDate();
    }

    private String row(String code, String agency, String due, String state) {
        var finished = state.equals("finished") ? ",\"finishedAt\":\"" + clock.instant() + "\"" : "";
        return """
                {"code":"%s","procedure":"Cấp giấy phép","field":"xay-dung","agencyCode":"%s","receivedAt":"2026-03-02T09:00:00+07:00","dueOn":"%s","state":"%s","online":true,"paidOnline":false,"applicant":{"name":"Nguyễn Văn A","phone":"0912345678"}%s}""".formatted(code, agency, due, state, finished);
    }
}
