package vn.congvu.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.congvu.contracts.Role;
import vn.congvu.platform.audit.AuditEntry.Outcome;
import vn.congvu.platform.paging.Page;
import vn.congvu.platform.problem.Problems;
import vn.congvu.platform.testing.SuiteTest;
import vn.congvu.platform.testing.Tokens;

@SuiteTest
@Import(AuditedTests.Shelf.class)
class AuditedTests {
    @Autowired
    MockMvc http;

    @Autowired
    AuditTrail trail;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    Shelf shelf;

    private long latest;

    /** What a service shows and does. */
    @TestConfiguration
    @RestController
    @PreAuthorize("hasRole('MONITOR')")
    static class Shelf {
        record Book(String id, String reference) implements AuditedAnswer {}

        boolean changed;

        @GetMapping("/books")
        @Audited(AuditAction.CASES_LISTED)
        Page<String> list() {
            return new Page<>(List.of("a", "b"), null);
        }

        @GetMapping("/shelves")
        @Audited(AuditAction.CASES_LISTED)
        Page<Book> shelves() {
            return new Page<>(List.of(new Book("1", "7K3F9QXM2D"), new Book("2", "4HT6W0BRN8")), null);
        }

        @GetMapping("/books/{id}")
        @Audited(AuditAction.CASE_READ)
        Book read(@PathVariable String id) {
            if (id.equals("another")) {
                throw Problems.notFound("Không có", "None");
            }
            return new Book(id, "7K3F9QXM2D");
        }

        @GetMapping("/books.csv")
        @Audited(AuditAction.CASES_EXPORTED)
        void export(HttpServletResponse response) throws IOException {
            response.getWriter().write("a,b");
        }

        @PostMapping("/books/{id}/lend")
        @Audited(AuditAction.CASE_CHANGED)
        void lend(@PathVariable String id) {
            changed = true;
        }
    }

    @BeforeEach
    void onlyWhatThisTestDoes() {
        latest = trail.page(new AuditQuery(null, null, null, null, null, null, 1)).stream()
                .mapToLong(AuditEntry::sequence)
                .findFirst()
                .orElse(0);
    }

    @Test
    void aReadIsOneEntryWithTheReference() throws Exception {
        http.perform(get("/books/17").with(Tokens.as(Role.MONITOR))).andExpect(status().isOk());

        var entry = only();
        assertThat(entry.actor()).isEqualTo("monitor");
        assertThat(entry.roles()).containsExactly("MONITOR");
        assertThat(entry.action()).isEqualTo("case.read");
        assertThat(entry.outcome()).isEqualTo(Outcome.DONE);
        assertThat(entry.about()).containsExactly("17", "7K3F9QXM2D");
        assertThat(entry.detail()).isEqualTo("GET /books/{id}");
    }

    @Test
    void aSearchIsKeptByItsShapeWithoutItsWords() throws Exception {
        http.perform(get("/books")
                        .param("q", "Nguyễn Văn An")
                        .param("view", "overdue")
                        .param("agency", "ông An")
                        .with(Tokens.as(Role.MONITOR)))
                .andExpect(status().isOk());

        assertThat(only().detail()).isEqualTo("GET /books {agency=(6), q=(13), view=overdue} = 2");
    }

    @Test
    void aListNamesEachOfItsRows() throws Exception {
        http.perform(get("/shelves").with(Tokens.as(Role.MONITOR))).andExpect(status().isOk());

        assertThat(only().about()).containsExactly("7K3F9QXM2D", "4HT6W0BRN8");
    }

    @Test
    void refusalsAreEntriesToo() throws Exception {
        http.perform(get("/books/another").with(Tokens.as(Role.MONITOR))).andExpect(status().isNotFound());
        assertThat(only().outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(only().detail()).endsWith(": not-found");

        onlyWhatThisTestDoes();
        http.perform(get("/books/17").with(Tokens.as(Role.ADMIN))).andExpect(status().isForbidden());
        assertThat(only().actor()).isEqualTo("admin");
        assertThat(only().detail()).endsWith(": forbidden");
    }

    @Test
    void aChangeIsRecordedBeforeItIsMade() throws Exception {
        http.perform(post("/books/17/lend").with(Tokens.as(Role.MONITOR))).andExpect(status().isOk());

        assertThat(only().outcome()).isEqualTo(Outcome.BEGUN);
        assertThat(only().detail()).isEqualTo("POST /books/{id}/lend");
    }

    @Test
    void nothingIsShownExportedOrChangedWhenItCannotBeRecorded() throws Exception {
        shelf.changed = false;
        // somebody left no number behind the last one
        mongo.insert(new Document("_id", latest + 1), AuditEntries.COLLECTION);
        mongo.insert(new Document("_id", Long.MAX_VALUE), AuditEntries.COLLECTION);
        try {
            http.perform(get("/books/17").with(Tokens.as(Role.MONITOR)))
                    .andExpect(status().isServiceUnavailable())
                    .andExpect(jsonPath("$.reference").doesNotExist());
            http.perform(get("/books.csv").with(Tokens.as(Role.MONITOR)))
                    .andExpect(status().isServiceUnavailable())
                    .andExpect(content().string(not(containsString("a,b"))));
            http.perform(post("/books/17/lend").with(Tokens.as(Role.MONITOR)))
                    .andExpect(status().isServiceUnavailable());
            assertThat(shelf.changed).isFalse();
        } finally {
            mongo.getCollection(AuditEntries.COLLECTION).deleteMany(new Document("_id", new Document("$gt", latest)));
        }
    }

    @Test
    void onlyTheAuditorReadsAndVerifiesIt() throws Exception {
        http.perform(get("/books/17").with(Tokens.as(Role.MONITOR))).andExpect(status().isOk());

        http.perform(get("/internal/audit").param("about", "7K3F9QXM2D").with(Tokens.as(Role.AUDITOR)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[0].action").value("case.read"))
                .andExpect(jsonPath("$.items[0].intact").value(true));
        http.perform(get("/internal/audit/verification").with(Tokens.as(Role.AUDITOR)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.intact").value(true))
                .andExpect(jsonPath("$.head.sequence").isNumber());
        http.perform(get("/internal/audit").with(Tokens.as(Role.ADMIN))).andExpect(status().isForbidden());
        http.perform(get("/internal/audit").param("action", "case.burnt").with(Tokens.as(Role.AUDITOR)))
                .andExpect(status().isBadRequest());
    }

    private AuditEntry only() {
        var since = trail.page(new AuditQuery(null, null, null, null, null, null, 50)).stream()
                .filter(entry -> entry.sequence() > latest)
                .toList();
        assertThat(since).hasSize(1);
        return since.getFirst();
    }
}
