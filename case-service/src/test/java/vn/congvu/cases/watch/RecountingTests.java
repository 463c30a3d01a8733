package vn.congvu.cases.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.stream.StreamSupport;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;
import vn.congvu.cases.casefile.CaseKit;
import vn.congvu.contracts.Role;
import vn.congvu.contracts.SlaClock;
import vn.congvu.contracts.cases.DeadlineMoved;
import vn.congvu.platform.testing.Tokens;

/** A day off that is added while cases and dossiers are open. */
class RecountingTests extends CaseKit {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    @Autowired
    MongoTemplate mongo;

    @Test
    void aDayOffIsPreviewedThenMovesCasesAndDossiersWithProgressAndHistory() throws Exception {
        var day = workingDayFrom(today().plusDays(8));
        var caseId = arrivedAt("SXD").complaintId();
        tell("H53-recount-1", day);
        var change = "{\"kind\":\"off\",\"name\":\"Ngày truyền thống của tỉnh\"}";

        var preview = body(mvc.perform(post("/api/v1/calendar/preview")
                .with(Tokens.as(Role.ADMIN))
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"days\":{\"" + day + "\":" + change + "}}")));
        assertThat(preview.path("cases").path("moved").asInt()).isPositive();
        assertThat(preview.path("dossiers").path("moved").asInt()).isPositive();
        assertThat(preview.path("dossiers").path("moves").toString()).contains("H53-recount-1");
        assertThat(dueOf("H53-recount-1")).isEqualTo(day);

        mvc.perform(put("/api/v1/calendar/days/" + day)
                        .with(Tokens.as(Role.ADMIN))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(change))
                .andExpect(status().isOk());

        events.await(DeadlineMoved.class, e -> e.caseId().equals(caseId) && e.clock() == SlaClock.RESOLVE);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> dueOf("H53-recount-1").isAfter(day));
        var history = body(read(monitor(), "/api/v1/dossiers/H53-recount-1")).path("history");
        assertThat(history.get(history.size() - 1).toString())
                .contains("Tính lại")
                .contains("lịch làm việc");
        var done = await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> run("DOSSIER", "CALENDAR"),
                        run -> run.path("state").asString().equals("DONE"));
        assertThat(done.path("looked").asLong()).isPositive();
        assertThat(done.path("moved").asLong()).isPositive();
        assertThat(done.path("finishedAt").isMissingNode()).isFalse();
    }

    @Test
    void tellingTheSameDossierAgainAfterTheCalendarChangedIsNoNewPromise() throws Exception {
        var day = workingDayFrom(today().plusDays(15));
        tell("H53-recount-2", day);
        mvc.perform(put("/api/v1/calendar/days/" + day)
                        .with(Tokens.as(Role.ADMIN))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"kind\":\"off\"}"))
                .andExpect(status().isOk());
        await().atMost(Duration.ofSeconds(20))
                .until(() -> dueOf("H53-recount-2").isAfter(day));

        mvc.perform(put("/api/v1/dossiers")
                        .with(Tokens.as(Role.PROGRAM))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(row("H53-recount-2", day)))
                .andExpect(jsonPath("$.unchanged").value(1));
    }

    @Test
    void aCountingThatACrashCutOffGoesOnWhenItsLeaseIsOver() throws Exception {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> run("CASE", "CALENDAR").path("state").asString().equals("DONE"));
        long version = run("CASE", "CALENDAR").path("version").asLong();
        mongo.getCollection("deadline_recounts")
                .updateOne(
                        new Document("_id", "calendar"),
                        new Document(
                                "$set",
                                new Document("done", version - 1)
                                        .append("cursor", "0")
                                        .append("leaseUntil", Instant.now().plusSeconds(60))));
        assertThat(run("CASE", "CALENDAR").path("state").asString()).isEqualTo("RUNNING");

        // a day of the domain is no time for a lease: whoever has it may still be at work
        clock.advance(Duration.ofDays(1));
        await().during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(4))
                .until(() -> run("CASE", "CALENDAR").path("state").asString().equals("RUNNING"));

        mongo.getCollection("deadline_recounts")
                .updateOne(
                        new Document("_id", "calendar"),
                        new Document(
                                "$set", new Document("leaseUntil", Instant.now().minusMillis(1))));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> run("CASE", "CALENDAR").path("state").asString().equals("DONE"));
    }

    @Test
    void theProgressIsForThoseWhoKeepTheCalendarAndHomeAffairs() throws Exception {
        read(Tokens.as(Role.ADMIN), "/api/v1/deadlines/recounts").andExpect(status().isOk());
        read(monitor(), "/api/v1/deadlines/recounts").andExpect(status().isOk());
        read(head("SXD"), "/api/v1/deadlines/recounts").andExpect(status().isForbidden());
    }

    private JsonNode run(String of, String because) throws Exception {
        return StreamSupport.stream(
                        body(read(Tokens.as(Role.ADMIN), "/api/v1/deadlines/recounts"))
                                .spliterator(),
                        false)
                .filter(run -> run.path("of").asString().equals(of)
                        && run.path("because").asString().equals(because))
                .findFirst()
                .orElseThrow();
    }

    private void tell(String code, LocalDate dueOn) throws Exception {
        mvc.perform(put("/api/v1/dossiers")
                        .with(Tokens.as(Role.PROGRAM))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(row(code, dueOn)))
                .andExpect(jsonPath("$.accepted").value(1));
    }

    private static String row(String code, LocalDate dueOn) {
        return """
                [{"code":"%s","procedure":"Cấp giấy phép","agencyCode":"SXD","receivedAt":"2026-03-02T09:00:00+07:00","dueOn":"%s"}]""".formatted(code, dueOn);
    }

    private LocalDate dueOf(String code) throws Exception {
        var due =
                body(read(monitor(), "/api/v1/dossiers/" + code)).path("dueAt").asString();
        return OffsetDateTime.parse(due).atZoneSameInstant(ZONE).toLocalDate();
    }

    /** The calendar knows Tết; a day that is off already moves nothing. */
    private LocalDate workingDayFrom(LocalDate first) throws Exception {
        var off = body(read(Tokens.as(Role.ADMIN), "/api/v1/calendar/days?year=" + first.getYear()))
                .toString();
        var day = first;
        while (day.getDayOfWeek().getValue() > 5 || off.contains(day.toString())) {
            day = day.plusDays(1);
        }
        return day;
    }

    private LocalDate today() {
        return clock.instant().atZone(ZONE).toLocalDate();
    }
}
