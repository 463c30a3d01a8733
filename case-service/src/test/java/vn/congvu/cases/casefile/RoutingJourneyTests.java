package vn.congvu.cases.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.JsonNode;
import vn.congvu.contracts.Channel;
import vn.congvu.contracts.ComplaintKind;
import vn.congvu.contracts.Misconduct;
import vn.congvu.contracts.Role;
import vn.congvu.contracts.SlaClock;
import vn.congvu.contracts.cases.AgencyWithoutHead;
import vn.congvu.contracts.cases.CaseMoved;
import vn.congvu.contracts.cases.CaseUnmerged;
import vn.congvu.contracts.cases.CorruptionReported;
import vn.congvu.contracts.intake.ComplaintReceived;
import vn.congvu.platform.testing.Tokens;

/** What happens between agencies, told as people see it. Each test makes its own agencies beside the demo province's. */
class RoutingJourneyTests extends CaseKit {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String AGENCIES =
            "code,name,name_en,level,superior,valid_from,valid_to,successors,former_names,email\n";
    private static final String OFFICES = "agency,post,title,email,valid_from,valid_to\n";

    private final int n = NUMBER.incrementAndGet();
    private final String old = "CU" + n;
    private final String young = "MOI" + n;

    @Test
    void anOpenCaseFollowsAMergerOfAgenciesOnItsDay() throws Exception {
        agencies(old, young);
        var report = arrivedAt(old);
        var id = report.complaintId();
        done(command(head(old), id, "accept", ""));
        var before = stored(id);
        var lastDay = today().plusDays(1);

        var preview = body(change(
                old,
                true,
                "{\"name\":\"Cơ quan cũ " + n + "\",\"level\":\"DEPARTMENT\",\"superior\":\"UBT\",\"validTo\":\""
                        + lastDay + "\",\"successors\":[\"" + young + "\"]}"));
        assertThat(preview.at("/effect/asOf").asString())
                .isEqualTo(lastDay.plusDays(1).toString());
        assertThat(moves(preview)).anySatisfy(move -> {
            assertThat(move.path("reference").asString()).isEqualTo(report.reference());
            assertThat(move.at("/to/code").asString()).isEqualTo(young);
            assertThat(move.path("head").asString()).isEqualTo("Giám đốc " + young);
        });
        assertThat(preview.at("/effect/names/0/code").asString()).isEqualTo(old);
        assertThat(stored(id).lookup().assignedTo()).isEqualTo(old);

        merge();
        assertThat(stored(id).lookup().assignedTo()).as("before its day").isEqualTo(old);
        after(Duration.ofDays(2));

        var moved = awaitCase(id, f -> young.equals(f.lookup().assignedTo()));
        assertThat(moved.state()).isEqualTo(CaseState.ACCEPTED);
        assertThat(moved.watch(SlaClock.RESOLVE)).isEqualTo(before.watch(SlaClock.RESOLVE));
        assertThat(events.await(CaseMoved.class, e -> e.caseId().equals(id))
                        .to()
                        .code())
                .isEqualTo(young);
        read(head(young), "/api/v1/cases/" + id).andExpect(status().isOk());
        read(head(old), "/api/v1/cases/" + id).andExpect(status().isNotFound());
        done(command(head(young), id, "note", ",\"note\":\"Đã nhận từ cơ quan cũ\""));
        assertThat(moves(id)).isEqualTo(1);

        var history = body(as(Role.ADMIN, "/api/v1/directory/agencies/" + old)).path("history");
        assertThat(history.get(0).path("before").get(0).path("validTo").isNull())
                .isTrue();
        assertThat(history.get(0).path("after").get(0).path("validTo").asString())
                .isEqualTo(lastDay.toString());
        assertThat(history.get(1).path("before")).isEmpty();
        var then = body(as(Role.MONITOR, "/api/v1/directory/agencies/" + old + "/as-of?on=" + lastDay));
        assertThat(then.path("inForce").asBoolean()).isTrue();
        var now = body(as(Role.MONITOR, "/api/v1/directory/agencies/" + old + "/as-of"));
        assertThat(now.path("inForce").asBoolean()).isFalse();
        assertThat(now.at("/successors/0/code").asString()).isEqualTo(young);
    }

    @Test
    void aWrongMergeIsUndoneAndBothReportersGetAnAnswerOfTheirOwn() throws Exception {
        var kept = arrivedAt("SCT");
        var duplicate = arrivedAt("SCT");
        var due = stored(duplicate.complaintId())
                .watch(SlaClock.RESOLVE)
                .orElseThrow()
                .dueAt();
        done(command(triage(), duplicate.complaintId(), "merge", ",\"into\":\"" + kept.reference() + "\""));
        assertThat(stored(kept.complaintId()).joined()).hasSize(1);
        command(head("SCT"), duplicate.complaintId(), "unmerge", "").andExpect(status().isForbidden());

        done(command(triage(), duplicate.complaintId(), "unmerge", ""));

        assertThat(stored(duplicate.complaintId()).state()).isEqualTo(CaseState.ASSIGNED);
        assertThat(stored(duplicate.complaintId())
                        .watch(SlaClock.RESOLVE)
                        .orElseThrow()
                        .dueAt())
                .isEqualTo(due);
        assertThat(awaitCase(kept.complaintId(), f -> f.joined().isEmpty()).history())
                .anyMatch(e -> e.what().vi().contains("được tách ra lại"));
        events.await(CaseUnmerged.class, e -> e.complaintId().equals(duplicate.complaintId()));
        answer(kept);
        assertThat(stored(duplicate.complaintId()).answers()).isEmpty();
        answer(duplicate);
        assertThat(stored(duplicate.complaintId()).state()).isEqualTo(CaseState.ANSWERED);
    }

    @Test
    void aMergeIsNotUndoneOnceItsReporterIsAnswered() throws Exception {
        var kept = arrivedAt("SCT");
        var duplicate = arrivedAt("SCT");
        done(command(triage(), duplicate.complaintId(), "merge", ",\"into\":\"" + kept.reference() + "\""));
        answer(kept);
        awaitCase(duplicate.complaintId(), f -> !f.answers().isEmpty());

        var refused = command(triage(), duplicate.complaintId(), "unmerge", "").andExpect(status().is(422));

        assertThat(body(refused).path("detail").asString()).contains("đã được trả lời cùng");
    }

    @Test
    void afterFiveWorkingDaysOnlyHomeAffairsPassesACaseOn() throws Exception {
        var inTime = arrivedAt("SCT");
        var late = arrivedAt("SCT");
        done(command(head("SCT"), late.complaintId(), "accept", ""));

        after(Duration.ofDays(2));
        passOn(inTime);
        after(Duration.ofDays(6));
        passOn(late);

        assertThat(stored(inTime.complaintId()).lookup().assignedTo()).isEqualTo("SYT");
        assertThat(stored(late.complaintId()).state()).isEqualTo(CaseState.TRIAGE);
        assertThat(stored(late.complaintId()).history())
                .anyMatch(e -> e.what().vi().contains("quá 5 ngày làm việc"));
    }

    @Test
    void whatAccusesTheHeadOfHomeAffairsIsNotSortedByHomeAffairs() throws Exception {
        var report = arrived(report("Tôi tố cáo giám đốc Sở Nội vụ, có bằng chứng", "SNV", true));

        var file = stored(report.complaintId());

        assertThat(file.lookup().assignedTo()).isEqualTo("UBT");
        assertThat(file.lookup().hiddenFrom()).containsExactly("SNV");
        read(triage(), "/api/v1/cases/" + report.complaintId()).andExpect(status().isNotFound());
        read(monitor(), "/api/v1/cases/" + report.complaintId()).andExpect(status().isNotFound());
        assertThat(body(read(triage(), "/api/v1/cases?view=triage&q=" + report.reference()))
                        .path("items"))
                .isEmpty();
        read(head("UBT"), "/api/v1/cases/" + report.complaintId()).andExpect(status().isOk());
    }

    @Test
    void corruptionIsToldToTheAntiCorruptionBodyWhichReadsAndDoesNothing() throws Exception {
        var told = report("Cán bộ nhận hối lộ", "SYT", false);
        var report = arrived(about(told, List.of(Misconduct.CORRUPTION), null));
        var id = report.complaintId();

        var event = events.await(CorruptionReported.class, e -> e.caseId().equals(id));

        assertThat(event.tell()).singleElement().satisfies(office -> assertThat(office.agencyCode())
                .isEqualTo("TTT"));
        read(head("TTT"), "/api/v1/cases/" + id).andExpect(status().isOk());
        assertThat(body(read(head("TTT"), "/api/v1/cases/" + id)).path("commands"))
                .isEmpty();
        command(head("TTT"), id, "accept", "").andExpect(status().isNotFound());
        read(head("SCT"), "/api/v1/cases/" + id).andExpect(status().isNotFound());
    }

    @Test
    void triageIsShownWhatMayBeTheSameMatter() throws Exception {
        var first = arrived(
                report("Nhân viên quầy số ba hách dịch, ném giấy tờ đăng ký xe vào mặt người già", "SKHCN", false));
        var alike = arrived(
                report("Quầy số ba có nhân viên hách dịch ném giấy tờ đăng ký xe vào mặt cụ già", "SKHCN", false));
        var other = arrived(
                report("Phòng tiếp nhận khóa cửa lúc mười giờ sáng thứ Tư, bảo vệ không biết lý do", "SKHCN", false));
        var person = about(report("Xin hỏi lệ phí", "SYT", false), List.of(), "person-" + n);
        arrived(person);
        var samePerson = arrived(about(report("Quầy một đông quá", "SCT", false), List.of(), "person-" + n));

        var view = body(read(triage(), "/api/v1/cases/" + alike.complaintId()));

        assertThat(references(view)).contains(first.reference()).doesNotContain(other.reference());
        assertThat(view.at("/duplicates/0/likeness").asInt()).isBetween(35, 100);
        assertThat(view.at("/duplicates/0/reasons/0/vi").asString()).contains("lời lẽ giống nhau");
        assertThat(references(body(read(triage(), "/api/v1/cases/" + samePerson.complaintId()))))
                .contains(person.reference());
        assertThat(references(body(read(head("SKHCN"), "/api/v1/cases/" + alike.complaintId()))))
                .as("suggested to triage only")
                .isEmpty();
    }

    @Test
    void anAgencyWithoutAHeadIsAnsweredAboveAndToldOnce() throws Exception {
        imported("agencies", AGENCIES + old + ",Trung tâm " + old + ",,CENTRE,SYT,,,,,\n");

        var told = events.await(AgencyWithoutHead.class, e -> e.agency().code().equals(old));
        var report = arrivedAt(old);

        assertThat(told.instead()).isNotNull().satisfies(above -> assertThat(above.code())
                .isEqualTo("SYT"));
        assertThat(told.tell()).isNotEmpty();
        assertThat(stored(report.complaintId()).lookup().assignedTo()).isEqualTo("SYT");
        assertThat(body(as(Role.ADMIN, "/api/v1/directory/agencies?vacant=true"))
                        .toString())
                .contains(old);
    }

    @Test
    void overlappingPostingsAreRefusedAndGoodRowsKept() throws Exception {
        agencies(old, young);

        var result = imported(
                "offices",
                OFFICES + old + ",HEAD,Người thứ hai,,2026-01-01,2026-06-30\n" + old
                        + ",HEAD,Người thứ ba,,2026-06-01,2026-12-31\n" + old + ",DEPUTY,Phó Giám đốc,,,\n");

        assertThat(result.path("added").asInt()).isEqualTo(1);
        assertThat(result.path("refused"))
                .hasSize(2)
                .allSatisfy(bad -> assertThat(bad.at("/reason/vi").asString()).contains("Trùng thời gian"));
    }

    private void agencies(String first, String second) throws Exception {
        imported("agencies", AGENCIES + agency(first) + agency(second));
        imported(
                "offices",
                OFFICES + first + ",HEAD,Giám đốc " + first + ",,,\n" + second + ",HEAD,Giám đốc " + second + ",,,\n");
    }

    private String agency(String code) {
        return code + ",Cơ quan " + (code.equals(old) ? "cũ " : "mới ") + n + ",,DEPARTMENT,UBT,,,,,\n";
    }

    private void merge() throws Exception {
        done(change(
                old,
                false,
                "{\"name\":\"Cơ quan cũ " + n + "\",\"level\":\"DEPARTMENT\",\"superior\":\"UBT\",\"validTo\":\""
                        + today().plusDays(1) + "\",\"successors\":[\"" + young + "\"]}"));
    }

    private ResultActions change(String code, boolean preview, String period) throws Exception {
        return mvc.perform(put("/api/v1/directory/agencies/{code}?preview=" + preview, code)
                .with(Tokens.as(Role.ADMIN))
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"version\":1,\"periods\":[" + period + "]}"));
    }

    private JsonNode imported(String what, String csv) throws Exception {
        var result = mvc.perform(post("/api/v1/directory/import/" + what)
                .with(Tokens.as(Role.ADMIN))
                .contentType("text/csv")
                .content(csv.getBytes(StandardCharsets.UTF_8)));
        done(result);
        return body(result);
    }

    private ResultActions as(Role role, String path) throws Exception {
        return mvc.perform(get(path).with(Tokens.as(role)));
    }

    private void answer(ComplaintReceived of) throws Exception {
        done(command(
                head("SCT"), of.complaintId(), "answer", ",\"answer\":\"Đã xử lý\",\"finding\":\"SUBSTANTIATED\""));
    }

    /** The sweep may warn in between. */
    private void passOn(ComplaintReceived of) {
        var to = ",\"agencyCode\":\"SYT\",\"reason\":\"Của Sở Y tế\"";
        await().atMost(Duration.ofSeconds(10))
                .until(() -> command(head("SCT"), of.complaintId(), "forward", to)
                                .andReturn()
                                .getResponse()
                                .getStatus()
                        == 200);
    }

    private CaseFile awaitCase(String id, Predicate<CaseFile> fits) {
        return await().atMost(Duration.ofSeconds(20)).until(() -> stored(id), fits);
    }

    private LocalDate today() {
        return clock.instant().atZone(ZONE).toLocalDate();
    }

    private static List<JsonNode> moves(JsonNode preview) {
        return preview.at("/effect/cases/moves").valueStream().toList();
    }

    private long moves(String id) {
        return stored(id).history().stream()
                .filter(e -> e.what().vi().startsWith("Chuyển từ"))
                .count();
    }

    private static List<String> references(JsonNode view) {
        return view.path("duplicates")
                .valueStream()
                .map(d -> d.path("reference").asString())
                .toList();
    }

    private static ComplaintReceived about(ComplaintReceived r, List<Misconduct> conduct, @Nullable String person) {
        return new ComplaintReceived(
                r.complaintId(),
                r.reference(),
                Channel.WEB,
                ComplaintKind.CONDUCT,
                conduct.isEmpty() ? r.misconducts() : conduct,
                r.text(),
                r.agencyCode(),
                null,
                null,
                null,
                null,
                null,
                null,
                r.receivedAt(),
                r.reporter(),
                r.identityRef(),
                true,
                false,
                person);
    }
}
