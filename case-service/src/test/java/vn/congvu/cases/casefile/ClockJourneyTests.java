package vn.congvu.cases.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import vn.congvu.contracts.Channel;
import vn.congvu.contracts.Ids;
import vn.congvu.contracts.Office;
import vn.congvu.contracts.Role;
import vn.congvu.contracts.SlaClock;
import vn.congvu.contracts.cases.BreachEscalated;
import vn.congvu.contracts.cases.CaseExtended;
import vn.congvu.contracts.cases.DeadlineBreached;
import vn.congvu.contracts.cases.DossierFinished;
import vn.congvu.contracts.cases.DossierRescheduled;
import vn.congvu.contracts.intake.ComplaintMessageAdded;
import vn.congvu.platform.testing.Tokens;

/** What becomes of deadlines while days pass, through the whole service. */
class ClockJourneyTests extends CaseKit {
    /** Longer than any row of days off. */
    private static final Duration LONG = Duration.ofDays(20);

    @Test
    void theWaitForTheReporterIsLeftOutOfTheLimit() throws Exception {
        var report = arrivedAt("SXD");
        var id = report.complaintId();
        done(command(head("SXD"), id, "accept", ""));
        var before = dueOf(id);
        done(command(head("SXD"), id, "ask-citizen", ",\"question\":\"Sự việc xảy ra ở quầy số mấy?\""));

        clock.advance(Duration.ofDays(3));
        send(
                report,
                new ComplaintMessageAdded(
                        id, report.reference(), Ids.next(), Channel.WEB, sealed("Quầy số 3"), clock.instant(), false));

        awaitState(id, CaseState.ACCEPTED);
        assertThat(dueOf(id)).isAfterOrEqualTo(before.plus(Duration.ofDays(1)));
        assertThat(breaches(id)).noneMatch(missed -> missed.clock() == SlaClock.RESOLVE);
    }

    @Test
    void anExtensionAsksForItsLetterAndTheMissAfterItIsTheSecond() throws Exception {
        var id = arrivedAt("SXD").complaintId();
        done(command(head("SXD"), id, "accept", ""));
        var before = dueOf(id);

        done(command(head("SXD"), id, "extend", ",\"reason\":\"Cần xác minh thêm camera\""));
        command(head("SXD"), id, "extend", ",\"reason\":\"Lần nữa\"").andExpect(status().is(422));

        var letter = events.await(CaseExtended.class, e -> e.caseId().equals(id));
        assertThat(letter.previousDueAt()).isEqualTo(before);
        assertThat(letter.dueAt()).isAfter(before).isEqualTo(dueOf(id));
        assertThat(sealer.open(letter.reason())).isEqualTo("Cần xác minh thêm camera");
        var why = body(read(head("SXD"), "/api/v1/cases/" + id + "/deadlines")).toString();
        assertThat(why).containsPattern("Đã gia hạn đến 17:00 thứ \\S+ ngày \\d{1,2}/\\d{1,2}/\\d{4}");

        clock.set(dueOf(id).plusSeconds(60));
        var missed =
                events.await(DeadlineBreached.class, e -> e.subjectId().equals(id) && e.clock() == SlaClock.RESOLVE);
        assertThat(missed.miss()).isEqualTo(2);
        assertThat(missed.apologyOwed()).isTrue();
        assertThat(missed.tell()).extracting(Office::agencyCode).contains("SXD", "UBT");
    }

    @Test
    void anExtensionIsForetoldByTheDecisionThatMakesItAndStoresNothing() throws Exception {
        var id = arrivedAt("SXD").complaintId();
        done(command(head("SXD"), id, "accept", ""));
        var before = stored(id);
        var reason = ",\"reason\":\"Cần xác minh thêm camera\"";

        var foretold = body(command(head("SXD"), id, "extend/preview", reason));

        // the statistics count the acceptance whenever they come to it
        assertThat(stored(id))
                .usingRecursiveComparison()
                .ignoringFields("lookup.uncounted")
                .isEqualTo(before);
        assertThat(events.all(CaseExtended.class)).noneMatch(e -> e.caseId().equals(id));
        assertThat(Instant.parse(foretold.path("previousDueAt").asString())).isEqualTo(dueOf(id));
        command(head("SXD"), id, "extend/preview", reason + ",\"until\":\"2020-01-01\"")
                .andExpect(status().is(422));
        command(head("SXD"), id, "extend/preview", reason + ",\"until\":\"9999-12-31\"")
                .andExpect(status().is(422));
        command(head("SXD"), id, "extend", reason + ",\"until\":\"2020-01-01\"").andExpect(status().is(422));
        command(head("SXD"), id, "extend/preview", "").andExpect(status().isBadRequest());
        command(head("SXD"), id, "extend/preview", 0, reason).andExpect(status().isConflict());
        command(head("SYT"), id, "extend/preview", reason).andExpect(status().isNotFound());
        command(officer("SXD"), id, "extend/preview", reason).andExpect(status().isForbidden());
        done(command(head("SXD"), id, "extend", reason));
        assertThat(dueOf(id)).isEqualTo(Instant.parse(foretold.path("dueAt").asString()));
        command(head("SXD"), id, "extend/preview", reason).andExpect(status().is(422));
    }

    @Test
    void theLadderGoesToTheSuperiorAndThenToTheChairOnceEach() throws Exception {
        var id = arrivedAt("SYT").complaintId();
        done(command(head("SYT"), id, "accept", ""));
        clock.set(dueOf(id).plusSeconds(60));
        events.await(DeadlineBreached.class, e -> e.subjectId().equals(id) && e.clock() == SlaClock.RESOLVE);

        clock.advance(LONG);
        events.await(BreachEscalated.class, e -> e.subjectId().equals(id) && e.step() == 2);

        assertThat(escalations(id)).extracting(BreachEscalated::step).containsExactly(1, 2);
        assertThat(breaches(id))
                .filteredOn(missed -> missed.clock() == SlaClock.RESOLVE)
                .hasSize(1);
    }

    @Test
    void aDossierThatIsLateTwiceIsApologisedForTwiceAndGoesToTheChair() throws Exception {
        var code = "H53-journey-1";
        var due = today().plusDays(14);
        tell(code, due, "");
        mvc.perform(post("/api/v1/dossiers/{code}/reschedule", code)
                        .with(head("SXD"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"version\":1,\"newDueOn\":\"" + due.plusDays(7)
                                + "\",\"reason\":\"Chờ ý kiến Bộ\"}"))
                .andExpect(status().isOk());
        events.await(DossierRescheduled.class, e -> e.dossierCode().equals(code));

        clock.advance(Duration.ofDays(21).plus(LONG));
        var second = events.await(DeadlineBreached.class, e -> e.subjectId().equals(code));
        assertThat(second.miss()).isEqualTo(2);
        assertThat(second.apologyOwed()).isTrue();
        assertThat(second.tell()).extracting(Office::role).contains(Role.AGENCY_HEAD.name());
        assertThat(second.tell()).hasSizeGreaterThan(1);

        tell(code, due, ",\"state\":\"finished\",\"finishedAt\":\"" + clock.instant() + "\"");
        events.await(DossierFinished.class, e -> e.dossierCode().equals(code));
        clock.advance(LONG);
        tell(code, due, ",\"state\":\"finished\",\"finishedAt\":\"" + clock.instant() + "\"");
        assertThat(breaches(code)).hasSize(1);
    }

    private void tell(String code, LocalDate due, String more) throws Exception {
        mvc.perform(put("/api/v1/dossiers")
                        .with(Tokens.as(Role.PROGRAM))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("""
                                [{"code":"%s","procedure":"Cấp giấy phép","field":"xay-dung","agencyCode":"SXD","receivedAt":"2026-03-02T09:00:00+07:00","dueOn":"%s"%s}]""".formatted(code, due, more)))
                .andExpect(status().isOk());
    }

    private Instant dueOf(String id) {
        return stored(id).watch(SlaClock.RESOLVE).orElseThrow().dueAt();
    }

    private List<DeadlineBreached> breaches(String id) {
        return events.all(DeadlineBreached.class).stream()
                .filter(e -> e.subjectId().equals(id))
                .toList();
    }

    private List<BreachEscalated> escalations(String id) {
        return events.all(BreachEscalated.class).stream()
                .filter(e -> e.subjectId().equals(id) && e.clock() == SlaClock.RESOLVE)
                .toList();
    }

    private LocalDate today() {
        return clock.instant().atZone(ZoneId.of("Asia/Ho_Chi_Minh")).toLocalDate();
    }
}
