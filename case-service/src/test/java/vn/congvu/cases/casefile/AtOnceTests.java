package vn.congvu.cases.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.congvu.cases.casefile.CaseCommand.AnswerCase;
import vn.congvu.cases.casefile.CaseCommand.SplitCase;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.ComplaintKind;
import vn.congvu.contracts.Finding;
import vn.congvu.contracts.Role;
import vn.congvu.contracts.cases.CaseAnswered;
import vn.congvu.contracts.cases.CaseSplit;
import vn.congvu.platform.access.Caller;
import vn.congvu.platform.outbox.Aggregates;

/** Two people, tabs or replicas that have read the same state of a case and both decide on it. */
class AtOnceTests extends CaseKit {
    private static final Caller HEAD = new Caller("head.SCT", Set.of(Role.AGENCY_HEAD), "SCT", null);
    private static final Bilingual OFFICE = new Bilingual("Giám đốc", "Director");

    @Autowired
    CaseDesk desk;

    @Autowired
    Aggregates aggregates;

    @Autowired
    Surroundings surroundings;

    @RepeatedTest(5)
    void ofTwoSplitsOneIsMadeAndTheOtherSeesIt() throws Exception {
        var id = arrivedAt("SCT").complaintId();

        var refused = bothAtOnce(id, split("Việc của Sở Y tế", "SYT"), split("Việc của Sở Xây dựng", "SXD"));

        assertThat(refused.present().parts()).hasSize(1);
        assertThat(awaitCase(id + "-2").partOf()).isEqualTo(id);
        assertThat(files.ofComplaint(id)).hasSize(2);
        assertThat(stored(id).todo()).isEmpty();
        events.await(CaseSplit.class, e -> e.caseId().equals(id));
        assertThat(events.all(CaseSplit.class))
                .filteredOn(e -> e.caseId().equals(id))
                .hasSize(1);
    }

    @RepeatedTest(5)
    void ofTwoAnswersOneIsSent() throws Exception {
        var id = arrivedAt("SCT").complaintId();

        var refused = bothAtOnce(id, answer("Đã kiểm tra, đúng"), answer("Đã kiểm tra, không đúng"));

        assertThat(refused.present().state()).isEqualTo(CaseState.ANSWERED);
        assertThat(stored(id).answers()).hasSize(1);
        events.await(CaseAnswered.class, e -> e.caseId().equals(id));
        assertThat(events.all(CaseAnswered.class))
                .filteredOn(e -> e.caseId().equals(id))
                .hasSize(1);
    }

    @RepeatedTest(5)
    void ofASplitAndAnAnswerOneIsMadeAndTheOtherSeesIt() throws Exception {
        var id = arrivedAt("SCT").complaintId();

        var refused = bothAtOnce(id, split("Việc của Sở Y tế", "SYT"), answer("Đã kiểm tra"));

        var present = stored(id);
        assertThat(present.parts().size() + present.answers().size()).isEqualTo(1);
        assertThat(refused.present().parts()).isEqualTo(present.parts());
    }

    @Test
    void aTabWithAnOldStateIsShownThePresentOne() throws Exception {
        var id = arrivedAt("SCT").complaintId();
        long read = stored(id).revision().version();
        var words = ",\"text\":\"Việc của Sở Y tế\",\"agencyCode\":\"SYT\"";
        done(command(head("SCT"), id, "split", read, words));

        var refused = command(head("SCT"), id, "split", read, words).andExpect(status().isConflict());

        assertThat(body(refused).path("present").path("parts")).hasSize(1);
        assertThat(body(refused).path("present").path("version").asLong()).isGreaterThan(read);
        assertThat(files.ofComplaint(id)).hasSize(2);
    }

    /** The one that stored the split died before it opened the part. */
    @RepeatedTest(5)
    void aPartThatACrashLeftUnopenedIsOpenedOnceByTwoReplicas() throws Exception {
        var id = arrivedAt("SCT").complaintId();
        var split = (Decision.Accepted)
                Decisions.decide(stored(id), split("Việc của Sở Y tế", "SYT"), surroundings.of(stored(id), OFFICE));
        var left = aggregates.update(split.next(), split.events());
        // the sweep of this very process may be the third one that opens it
        assertThat(left.todo()).isNotEmpty();

        var together = new CyclicBarrier(2);
        atOnce(
                () -> {
                    together.await();
                    return desk.fire(left);
                },
                () -> {
                    together.await();
                    return desk.fire(left);
                });

        assertThat(files.ofComplaint(id)).extracting(CaseFile::id).containsExactly(id, id + "-2");
        assertThat(awaitCase(id + "-2").lookup().assignedTo()).isEqualTo("SYT");
        assertThat(stored(id).todo()).isEmpty();
    }

    private SplitCase split(String text, String agency) {
        return new SplitCase(sealed(text), agency, ComplaintKind.CONDUCT, false);
    }

    private AnswerCase answer(String text) {
        return new AnswerCase(sealed(text), Finding.SUBSTANTIATED, List.of());
    }

    /** Both have read the case before either writes. @return what the slower one was told */
    private CaseDesk.Stale bothAtOnce(String id, CaseCommand one, CaseCommand other) throws Exception {
        long read = stored(id).revision().version();
        var bothHaveRead = new CyclicBarrier(2);
        var ends = atOnce(() -> decide(id, read, one, bothHaveRead), () -> decide(id, read, other, bothHaveRead));
        var refused = ends.stream()
                .filter(CaseDesk.Stale.class::isInstance)
                .map(CaseDesk.Stale.class::cast)
                .toList();
        assertThat(refused).as("one is made, one refused: %s", ends).hasSize(1);
        return refused.getFirst();
    }

    private CaseFile decide(String id, long version, CaseCommand command, CyclicBarrier bothHaveRead) {
        return desk.decide(id, HEAD, version, OFFICE, _ -> {
            try {
                bothHaveRead.await();
            } catch (Exception neverTogether) {
                throw new IllegalStateException(neverTogether);
            }
            return command;
        });
    }

    private interface Deed {
        Object done() throws Exception;
    }

    /** @return what each came to, or what it threw */
    private static List<Object> atOnce(Deed one, Deed other) throws Exception {
        var ends = new ArrayList<Object>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Object>> running = List.of(threads.submit(one::done), threads.submit(other::done));
            for (var each : running) {
                try {
                    ends.add(each.get());
                } catch (ExecutionException thrown) {
                    ends.add(thrown.getCause());
                }
            }
        }
        return ends;
    }
}
