package vn.congvu.cases.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.bson.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.context.TestPropertySource;
import vn.congvu.cases.directory.Directory;
import vn.congvu.cases.routing.Routing;
import vn.congvu.contracts.ComplaintKind;
import vn.congvu.contracts.Ids;
import vn.congvu.contracts.Role;
import vn.congvu.contracts.cases.CaseMoved;
import vn.congvu.platform.outbox.Aggregates;
import vn.congvu.platform.testing.Tokens;

/** An agency is merged while its cases are open, and the replica that brings them to its successor dies midway. */
@Tag("any-broker")
@TestPropertySource(properties = "complaints.cases.sweep.directory-interval=1h")
class FollowingDirectoryTests extends CaseKit {
    private static final int CASES = 260;
    private static final int MOVED_BEFORE_DEATH = 230;
    private static final Duration PUBLISHED_WITHIN = Duration.ofSeconds(15);
    private static final String AGENCIES =
            "code,name,name_en,level,superior,valid_from,valid_to,successors,former_names,email\n";
    private static final String OFFICES = "agency,post,title,email,valid_from,valid_to\n";

    @Autowired
    Aggregates aggregates;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    Surroundings surroundings;

    @Autowired
    Directory directory;

    @Autowired
    Parts parts;

    @Test
    void eachCaseMovesOnceThoughOneReplicaDiesAndTwoGoOn() throws Exception {
        imported("agencies", AGENCIES + agency("DYING", "") + agency("HEIR", ""));
        imported("offices", OFFICES + "DYING,HEAD,Giám đốc DYING,,,\nHEIR,HEAD,Giám đốc HEIR,,,\n");
        replica(living()).follow();
        var ids = new ArrayList<String>();
        for (int i = 0; i < CASES; i++) {
            ids.add(openedAt("DYING"));
        }
        var lastDay = clock.instant().plus(Duration.ofDays(1)).toString().substring(0, 10);
        imported("agencies", AGENCIES + agency("DYING", lastDay));
        clock.advance(Duration.ofDays(3));

        assertThatThrownBy(() -> replica(dyingAfter(MOVED_BEFORE_DEATH, ids)).follow())
                .isInstanceOf(Died.class);
        assertThat(ids).filteredOn(this::moved).hasSize(MOVED_BEFORE_DEATH);
        assertThat(pass().cursor()).as("the first batch was done").isNotNull();
        replica(living()).follow();
        assertThat(ids)
                .as("whoever died may still live, until the lease is over")
                .filteredOn(this::moved)
                .hasSize(MOVED_BEFORE_DEATH);

        mongo.getCollection("directory_passes")
                .updateOne(
                        new Document(),
                        new Document(
                                "$set", new Document("leaseUntil", Instant.now().minusMillis(1))));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running =
                    List.of(threads.submit(() -> replica(living()).follow()), threads.submit(() -> replica(living())
                            .follow()));
            for (var each : running) {
                each.get();
            }
        }

        assertThat(ids).allMatch(this::moved);
        assertThat(pass().done()).isEqualTo(directory.edition(surroundings.date()));
        // all at once: to wait for each by itself is to read all of them each time
        await().atMost(PUBLISHED_WITHIN).until(() -> events.all(CaseMoved.class).stream()
                .map(CaseMoved::caseId)
                .collect(Collectors.toSet())
                .containsAll(ids));
        assertThat(events.all(CaseMoved.class))
                .filteredOn(e -> ids.contains(e.caseId()))
                .as("each once")
                .hasSize(CASES);
        assertThat(ids).allSatisfy(id -> assertThat(stored(id).history())
                .filteredOn(entry -> entry.what().vi().startsWith("Chuyển từ"))
                .hasSize(1));
    }

    private boolean moved(String id) {
        return "HEIR".equals(stored(id).lookup().assignedTo());
    }

    private DirectoryPass pass() {
        return Optional.ofNullable(mongo.findById(DirectoryPass.ID, DirectoryPass.class))
                .orElseThrow();
    }

    private FollowingDirectory replica(CaseDesk desk) {
        return new FollowingDirectory(mongo, files, desk, surroundings, directory);
    }

    private CaseDesk living() {
        return new CaseDesk(files, aggregates, surroundings, parts);
    }

    private static final class Died extends RuntimeException {}

    private CaseDesk dyingAfter(int moves, List<String> of) {
        var moved = new AtomicInteger();
        return new CaseDesk(files, aggregates, surroundings, parts) {
            @Override
            Optional<CaseFile> decideNow(CaseFile file, CaseCommand command) {
                if (moved.get() == moves) {
                    throw new Died();
                }
                var decided = super.decideNow(file, command);
                if (decided.isPresent() && of.contains(file.id())) {
                    moved.incrementAndGet();
                }
                return decided;
            }
        };
    }

    private String openedAt(String agency) {
        var report = Situations.report(ComplaintKind.CONDUCT, Ids.next(), clock.instant());
        var today = surroundings.today();
        var routing = new Routing.Assigned(
                today.agency(agency).orElseThrow(), today.head(agency).orElseThrow(), List.of(), false, Set.of());
        return aggregates
                .insert(Situations.opened(report, routing, true), List.of())
                .id();
    }

    private static String agency(String code, String lastDay) {
        return code + ",Cơ quan " + code + ",,DEPARTMENT,UBT,," + lastDay + "," + (lastDay.isEmpty() ? "" : "HEIR")
                + ",,\n";
    }

    private void imported(String what, String csv) throws Exception {
        var result = mvc.perform(post("/api/v1/directory/import/" + what)
                .with(Tokens.as(Role.ADMIN))
                .contentType("text/csv")
                .content(csv.getBytes(StandardCharsets.UTF_8)));
        done(result);
        assertThat(body(result).path("refused")).isEmpty();
    }
}
