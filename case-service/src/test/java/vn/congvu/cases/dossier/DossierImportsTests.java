package vn.congvu.cases.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;
import vn.congvu.cases.casefile.CaseKit;
import vn.congvu.contracts.Role;
import vn.congvu.platform.testing.Tokens;

/** Files with more rows than are answered at once, which here are fifty. */
class DossierImportsTests extends CaseKit {
    private static final String HEADER =
            "code,procedure,agency_code,received_at,due_on,state,applicant_name,applicant_phone\n";

    @Autowired
    MongoTemplate mongo;

    @Test
    void aLargeFileIsTakenInTheBackgroundAndItsBadRowsAreListedInTheirOrder() throws Exception {
        int rows = 2_345;
        var file = HEADER
                + IntStream.range(0, rows)
                        .mapToObj(i -> i % 100 == 7 ? row("bad " + i) : row("H53-big-" + i))
                        .collect(Collectors.joining());

        var address = accepted(send(file));
        var done = awaitDone(address);

        assertThat(done.path("rows").asInt()).isEqualTo(rows);
        assertThat(done.path("done").asInt()).isEqualTo(rows);
        assertThat(done.path("rejected").asInt()).isEqualTo(24);
        assertThat(done.path("accepted").asInt()).isEqualTo(rows - 24);
        var first = body(read(program(), address + "/rejected?size=20"));
        var rest = body(read(
                program(),
                address + "/rejected?size=20&cursor=" + first.path("next").asString()));
        assertThat(first.path("items")).hasSize(20);
        assertThat(rest.path("items")).hasSize(4);
        assertThat(rest.path("next").isNull()).isTrue();
        assertThat(first.path("items").get(0).path("line").asInt()).isEqualTo(9);
        assertThat(rest.path("items").get(3).path("code").asString()).isEqualTo("bad 2307");
        read(program(), "/api/v1/dossiers/imports")
                .andExpect(jsonPath("$[0].id").value(done.path("id").asString()));
    }

    @Test
    void theSameFileAgainChangesNothing() throws Exception {
        var file = HEADER
                + IntStream.range(0, 60).mapToObj(i -> row("H53-same-" + i)).collect(Collectors.joining());
        awaitDone(accepted(send(file)));
        var again = awaitDone(accepted(send(file)));

        assertThat(again.path("unchanged").asInt()).isEqualTo(60);
        assertThat(again.path("accepted").asInt()).isZero();
    }

    @Test
    void whatAFileTellsTwiceEndsAsItsLastRowSays() throws Exception {
        var file = HEADER
                + IntStream.range(0, 60).mapToObj(i -> row("H53-twice-" + i)).collect(Collectors.joining())
                + row("H53-twice-5").replace("received,", "withdrawn,");
        var done = awaitDone(accepted(send(file)));

        assertThat(done.path("accepted").asInt()).isEqualTo(61);
        read(monitor(), "/api/v1/dossiers/H53-twice-5")
                .andExpect(jsonPath("$.state").value("WITHDRAWN"));
    }

    @Test
    void aFileThatACrashCutOffGoesOnWhereItWas() throws Exception {
        var file = HEADER
                + IntStream.range(0, 60).mapToObj(i -> row("H53-crash-" + i)).collect(Collectors.joining());
        var address = accepted(send(file));
        var id = awaitDone(address).path("id").asString();
        // as a crash leaves it that came after the rows and before the mark: the part is taken, the import claimed
        mongo.getCollection("dossier_imports")
                .updateOne(
                        new Document("_id", id),
                        new Document(
                                "$set",
                                new Document("state", "RUNNING")
                                        .append("next", 0)
                                        .append("leaseUntil", Instant.now().plusSeconds(60))));

        // a day of the domain is no time for a lease: whoever has it may still be at work
        clock.advance(Duration.ofDays(1));
        await().during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(4))
                .until(() ->
                        body(read(program(), address)).path("state").asString().equals("RUNNING"));

        mongo.getCollection("dossier_imports")
                .updateOne(
                        new Document("_id", id),
                        new Document(
                                "$set", new Document("leaseUntil", Instant.now().minusMillis(1))));
        assertThat(awaitDone(address).path("accepted").asInt()).isEqualTo(60);
    }

    @Test
    void nothingOfAWaitingFileCanBeReadInTheDatabase() throws Exception {
        var file = HEADER
                + IntStream.range(0, 60).mapToObj(i -> row("H53-secret-" + i)).collect(Collectors.joining());
        var address = accepted(send(file));
        for (Document part : mongo.getCollection("dossier_import_parts").find()) {
            assertThat(part.toJson()).doesNotContain("0912345678").doesNotContain("Nguyễn");
        }
        awaitDone(address);
        for (Document part : mongo.getCollection("dossier_import_parts").find()) {
            assertThat(part.toJson()).doesNotContain("0912345678").doesNotContain("Nguyễn");
        }
    }

    @Test
    void aFileThatIsTooLongIsRefusedWhole() throws Exception {
        var file = HEADER
                + IntStream.range(0, 5_001).mapToObj(i -> row("H53-long-" + i)).collect(Collectors.joining());

        send(file).andExpect(status().is(413));

        read(monitor(), "/api/v1/dossiers/H53-long-1").andExpect(status().isNotFound());
    }

    @Test
    void aFileThatIsNoUtf8IsRefused() throws Exception {
        mvc.perform(post("/api/v1/dossiers/import")
                        .with(program())
                        .contentType("text/csv")
                        .content((HEADER + row("H53-latin-1")).getBytes(StandardCharsets.UTF_16LE)))
                .andExpect(status().isBadRequest());
    }

    @Test
    void onlyThoseWhoTellDossiersSeeTheirImports() throws Exception {
        read(monitor(), "/api/v1/dossiers/imports").andExpect(status().isForbidden());
        read(program(), "/api/v1/dossiers/imports/unknown").andExpect(status().isNotFound());
        read(program(), "/api/v1/dossiers/imports/unknown/rejected").andExpect(status().isNotFound());
    }

    private ResultActions send(String file) throws Exception {
        return mvc.perform(post("/api/v1/dossiers/import")
                .with(program())
                .contentType("text/csv")
                .content(file.getBytes(StandardCharsets.UTF_8)));
    }

    private static String accepted(ResultActions sent) throws Exception {
        return String.valueOf(sent.andExpect(status().isAccepted())
                .andExpect(header().exists("Location"))
                .andReturn()
                .getResponse()
                .getHeader("Location"));
    }

    private JsonNode awaitDone(String address) {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> body(read(program(), address)),
                        seen -> seen.path("state").asString().equals("DONE"));
    }

    private static RequestPostProcessor program() {
        return Tokens.as(Role.PROGRAM);
    }

    private static String row(String code) {
        return code + ",Cấp giấy phép,SXD,2026-03-02T09:00:00+07:00,2040-03-12,received,Nguyễn Văn A,0912345678\n";
    }
}
