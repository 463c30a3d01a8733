package vn.congvu.cases.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import vn.congvu.cases.calendar.WorkCalendars;
import vn.congvu.cases.watch.Sweeper;
import vn.congvu.contracts.Role;
import vn.congvu.contracts.SlaClock;
import vn.congvu.contracts.cases.CaseAnswered;
import vn.congvu.contracts.cases.CaseClosed;
import vn.congvu.contracts.cases.DeadlineBreached;
import vn.congvu.contracts.cases.DeadlineMoved;
import vn.congvu.contracts.cases.DeadlineWarned;
import vn.congvu.platform.testing.Tokens;

class CaseSweepTests extends CaseKit {
    @Autowired
    CaseDesk desk;

    @Autowired
    Surroundings surroundings;

    @Autowired
    WorkCalendars calendars;

    @Test
    void aDeadlineThatPassesIsAnnouncedOnceAndTheLateAnswerSaysSo() throws Exception {
        var id = arrivedAt("SXD").complaintId();
        done(command(head("SXD"), id, "accept", ""));
        clock.set(stored(id).lookup().dueAt());
        clock.advance(Duration.ofHours(2));

        var breached =
                events.await(DeadlineBreached.class, e -> e.subjectId().equals(id) && e.clock() == SlaClock.RESOLVE);
        assertThat(breached.apologyOwed()).isTrue();
        done(command(head("SXD"), id, "answer", ",\"answer\":\"Xin lỗi vì chậm\",\"finding\":\"SUBSTANTIATED\""));
        assertThat(events.await(CaseAnswered.class, e -> e.caseId().equals(id)).lateSeconds())
                .isBetween(7_200L, 7_260L);
        assertThat(breachesOf(id)).hasSize(1);
        // eight days at once: what could no longer help was not said
        assertThat(events.all(DeadlineWarned.class))
                .filteredOn(w -> w.subjectId().equals(id))
                .extracting(DeadlineWarned::percent)
                .containsExactly(100);

        clock.advance(Duration.ofDays(30));
        events.await(CaseClosed.class, e -> e.caseId().equals(id));
    }

    @Test
    void twoReplicasAnnounceEachMissOnce() throws Exception {
        var ids = new ArrayList<String>();
        for (int i = 0; i < 20; i++) {
            ids.add(arrivedAt("SYT").complaintId());
        }
        clock.advance(Duration.ofDays(60));
        var replicas = List.of(replica(), replica(), replica());
        var together = new CyclicBarrier(replicas.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<?>>();
            for (CaseSweep replica : replicas) {
                running.add(threads.submit(() -> {
                    together.await();
                    return replica.sweep();
                }));
            }
            for (Future<?> each : running) {
                each.get();
            }
        }
        await().atMost(Duration.ofSeconds(15))
                .until(() -> ids.stream().allMatch(id -> stored(id).lookup().nextDueAt() == null));
        for (String id : ids) {
            events.await(DeadlineBreached.class, e -> e.subjectId().equals(id));
            assertThat(breachesOf(id))
                    .extracting(DeadlineBreached::clock)
                    .containsExactlyInAnyOrder(SlaClock.ACCEPT, SlaClock.FORWARD, SlaClock.RESOLVE);
        }
    }

    @Test
    void aDayOffThatIsAddedMovesOpenDeadlines() throws Exception {
        var id = arrivedAt("SKHCN").complaintId();
        var before = stored(id).lookup().dueAt();
        var day = clock.instant().plus(Duration.ofDays(2)).toString().substring(0, 10);
        mvc.perform(put("/api/v1/calendar/days/" + day)
                        .with(Tokens.as(Role.ADMIN))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"kind\":\"off\",\"name\":\"Ngày truyền thống của tỉnh\"}"))
                .andReturn();

        var moved = events.await(DeadlineMoved.class, e -> e.caseId().equals(id) && e.clock() == SlaClock.RESOLVE);
        assertThat(moved.previousDueAt()).isEqualTo(before);
        assertThat(moved.dueAt()).isAfter(before);
        assertThat(stored(id).history()).extracting(e -> e.what().vi()).anyMatch(line -> line.contains("Tính lại"));
    }

    @Test
    void aDayOffInThePastMovesNothingThatHasEnded() throws Exception {
        var ended = arrivedAt("SVHTTDL").complaintId();
        var open = arrivedAt("SVHTTDL").complaintId();
        var worked = Stream.iterate(clock.instant().plus(Duration.ofDays(1)), at -> at.plus(Duration.ofDays(1)))
                .filter(calendars.of("SVHTTDL")::isOpen)
                .findFirst()
                .orElseThrow();
        var past = worked.toString().substring(0, 10);
        clock.set(worked.plus(Duration.ofDays(1)));
        done(command(head("SVHTTDL"), ended, "answer", ",\"answer\":\"Đã xử lý\",\"finding\":\"SUBSTANTIATED\""));
        var answered = stored(ended);

        mvc.perform(put("/api/v1/calendar/days/" + past)
                        .with(Tokens.as(Role.ADMIN))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"kind\":\"off\",\"name\":\"Ngày nghỉ công bố sau\"}"))
                .andReturn();

        events.await(DeadlineMoved.class, e -> e.caseId().equals(open) && e.clock() == SlaClock.RESOLVE);
        assertThat(stored(ended).answers()).isEqualTo(answered.answers());
        assertThat(stored(ended).watch(SlaClock.RESOLVE)).isEqualTo(answered.watch(SlaClock.RESOLVE));
        assertThat(events.all(DeadlineMoved.class))
                .noneMatch(e -> e.caseId().equals(ended) && e.clock() == SlaClock.RESOLVE);
    }

    @Test
    void aPolicyThatAppliesToOpenCasesMovesTheirDeadlines() throws Exception {
        var id = arrivedAt("TTPVHCC").complaintId();
        var before = stored(id).lookup().dueAt();
        var limits = Stream.of("ACKNOWLEDGE", "ACCEPT", "FORWARD", "REOPEN_WINDOW")
                .map(clock -> "{\"clock\":\"" + clock + "\",\"limit\":{\"workingDays\":5}}")
                .collect(Collectors.joining(","));
        var draft = "{\"appliesToOpenCases\":true,\"effectiveFrom\":\""
                + clock.instant().plusSeconds(60) + "\",\"limits\":[" + limits
                + ",{\"clock\":\"RESOLVE\",\"limit\":{\"workingDays\":30}}]}";
        var made = mvc.perform(post("/api/v1/sla-policies")
                        .with(Tokens.as(Role.ADMIN))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(draft))
                .andReturn()
                .getResponse();
        assertThat(made.getStatus()).as(made.getContentAsString()).isEqualTo(201);

        clock.advance(Duration.ofMinutes(2));
        var moved = events.await(DeadlineMoved.class, e -> e.caseId().equals(id) && e.clock() == SlaClock.RESOLVE);
        assertThat(moved.dueAt()).isAfter(before.plus(Duration.ofDays(20)));
    }

    private CaseSweep replica() {
        return new CaseSweep(files, desk, surroundings, new Sweeper(100, 8));
    }

    private List<DeadlineBreached> breachesOf(String id) {
        return events.all(DeadlineBreached.class).stream()
                .filter(e -> e.subjectId().equals(id))
                .toList();
    }
}
