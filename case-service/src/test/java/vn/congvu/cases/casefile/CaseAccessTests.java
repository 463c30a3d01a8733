package vn.congvu.cases.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bson.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import vn.congvu.cases.search.WordCodes;
import vn.congvu.contracts.Role;
import vn.congvu.platform.testing.Tokens;

@Tag("any-broker")
class CaseAccessTests extends CaseKit {
    @Autowired
    MongoTemplate mongo;

    @Autowired
    WordCodes codes;

    private static final List<String> COMMANDS = List.of(
            "accept",
            "delegate",
            "ask-citizen",
            "forward",
            "extend",
            "answer",
            "draft",
            "merge",
            "split",
            "hand-over",
            "note",
            "reopen",
            "withdraw");

    @Test
    void anotherAgencysCaseDoesNotExist() throws Exception {
        var report = arrivedAt("SXD");
        var id = report.complaintId();

        read(head("SYT"), "/api/v1/cases/" + id).andExpect(status().isNotFound());
        read(head("SYT"), "/api/v1/cases/" + id + "/deadlines").andExpect(status().isNotFound());
        read(head("SYT"), "/api/v1/cases?q=" + report.reference())
                .andExpect(jsonPath("$.items.length()").value(0))
                .andExpect(jsonPath("$.counts.inbox").value(0));
        read(head("SYT"), "/api/v1/cases?agency=SXD")
                .andExpect(jsonPath("$.items.length()").value(0));
        for (String command : List.of("accept", "answer", "note", "extend")) {
            command(head("SYT"), id, command, everyWord(command)).andExpect(status().isNotFound());
        }
    }

    @Test
    void theAccusedHeadSeesNothingOfTheCaseAgainstHimButTheSuperiorDoes() throws Exception {
        var report = arrived(report("Giám đốc Sở quát mắng dân", "SGDDT", true));
        var id = report.complaintId();

        read(head("SGDDT"), "/api/v1/cases/" + id).andExpect(status().isNotFound());
        read(head("SGDDT"), "/api/v1/cases?q=" + report.reference())
                .andExpect(jsonPath("$.items.length()").value(0));
        read(head("UBT"), "/api/v1/cases/" + id)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.conflictOfInterest").value(true))
                .andExpect(jsonPath("$.accused.name").value("Trần Văn B"));
        done(command(head("UBT"), id, "accept", ""));
        // nor does a detour bring it back to the accused
        done(command(head("UBT"), id, "forward", ",\"agencyCode\":\"SGDDT\",\"reason\":\"Chuyển về Sở\""));
        read(head("SGDDT"), "/api/v1/cases/" + id).andExpect(status().isNotFound());
    }

    @Test
    void homeAffairsDoesNotSeeACaseAgainstItsOwnHead() throws Exception {
        var id = arrived(report("Giám đốc Sở Nội vụ bao che", "SNV", true)).complaintId();

        read(monitor(), "/api/v1/cases/" + id).andExpect(status().isNotFound());
        read(triage(), "/api/v1/cases/" + id).andExpect(status().isNotFound());
        read(Tokens.as(Role.MONITOR, "UBT", "chair"), "/api/v1/cases/" + id).andExpect(status().isOk());
    }

    @Test
    void anOfficerSeesWhatWasDelegatedAndDoesNotDecide() throws Exception {
        var id = arrivedAt("SYT").complaintId();
        read(officer("SYT"), "/api/v1/cases/" + id).andExpect(status().isNotFound());

        done(command(head("SYT"), id, "delegate", ""));
        read(officer("SYT"), "/api/v1/cases/" + id).andExpect(status().isOk());
        command(officer("SYT"), id, "answer", everyWord("answer")).andExpect(status().isForbidden());
        done(command(officer("SYT"), id, "note", ",\"note\":\"Đã xác minh\""));
    }

    @Test
    void aHeadDoesNotGetRidOfACaseByJoiningItToAnother() throws Exception {
        var first = arrivedAt("SXD");
        var second = arrivedAt("SXD");

        command(head("SXD"), first.complaintId(), "merge", ",\"into\":\"" + second.reference() + "\"")
                .andExpect(status().isForbidden());
        var offered = body(read(head("SXD"), "/api/v1/cases/" + first.complaintId()));
        assertThat(offered.path("commands").toString()).doesNotContain("merge", "withdraw");
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"AGENCY_HEAD", "AGENCY_OFFICER", "TRIAGE", "MONITOR"},
            mode = EnumSource.Mode.EXCLUDE)
    void nobodyElseReadsOrTouchesCases(Role role) throws Exception {
        var id = arrivedAt("SCT").complaintId();
        var caller = Tokens.as(role, "SCT", "somebody");

        read(caller, "/api/v1/cases").andExpect(status().isForbidden());
        read(caller, "/api/v1/cases/" + id).andExpect(status().isForbidden());
        for (String command : COMMANDS) {
            command(caller, id, command, everyWord(command)).andExpect(status().isForbidden());
        }
    }

    @Test
    void visitorsAndStrangersReadNothing() throws Exception {
        mvc.perform(get("/api/v1/cases").with(Tokens.anonymous())).andExpect(status().isForbidden());
        mvc.perform(get("/api/v1/cases")).andExpect(status().isUnauthorized());
    }

    @Test
    void whoReportedAndAtWhatHourStaysWithHomeAffairs() throws Exception {
        clock.advance(Duration.ofMinutes(73));
        var report = arrivedAt("SNNMT");
        var path = "/api/v1/cases/" + report.complaintId();
        for (RequestPostProcessor who : List.of(head("SNNMT"), monitor())) {
            for (String at : List.of(path, path + "/deadlines", "/api/v1/cases?q=" + report.reference())) {
                var seen = read(who, at)
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
                assertThat(seen).doesNotContain("identity-", "contact-", "identityRef", "contactRef", "\"reporter\"");
            }
        }
        var hour = clock.instant().toString().substring(10, 16);
        assertThat(read(head("SNNMT"), path).andReturn().getResponse().getContentAsString())
                .doesNotContain(hour);
        assertThat(read(head("SNNMT"), path + "/deadlines")
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .doesNotContain(hour, "10:13");
        assertThat(body(read(monitor(), path)).path("receivedAt").asString()).contains(hour);
    }

    @Test
    void aStaleCommandIsRefusedWithTheCaseAsItIs() throws Exception {
        var id = arrivedAt("SXD").complaintId();
        var version = stored(id).revision().version();
        done(command(head("SXD"), id, "accept", version, ""));

        command(head("SXD"), id, "extend", version, ",\"reason\":\"Cần thêm thời gian\"")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.present.state").value("ACCEPTED"))
                .andExpect(jsonPath("$.present.version").value(version + 1));
    }

    @Test
    void aRefusalSaysWhyInTheReadersLanguage() throws Exception {
        var id = arrivedAt("SXD").complaintId();
        done(command(head("SXD"), id, "accept", ""));
        command(head("SXD"), id, "accept", "")
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.type").value("/problems/command-refused"))
                .andExpect(jsonPath("$.reason").value("NOT_IN_THIS_STATE"))
                .andExpect(jsonPath("$.detail").value(startsWith("Vụ việc")));
    }

    @Test
    void badCommandsSayWhatIsWrong() throws Exception {
        var id = arrivedAt("SXD").complaintId();
        command(head("SXD"), id, "accept", ",\"surprise\":1").andExpect(status().isBadRequest());
        command(head("SXD"), id, "answer", ",\"answer\":\"  \\u200b \",\"finding\":\"SUBSTANTIATED\"")
                .andExpect(status().isBadRequest());
        command(head("SXD"), id, "answer", ",\"answer\":\"Xong\"").andExpect(status().isBadRequest());
        command(head("SXD"), id, "answer", ",\"answer\":\"Xong\",\"finding\":\"MAYBE\"")
                .andExpect(status().isBadRequest());
        command(head("SXD"), id, "forward", ",\"agencyCode\":\"NOBODY\",\"reason\":\"Không phải việc của tôi\"")
                .andExpect(status().isBadRequest());
        mvc.perform(post("/api/v1/cases/{id}/accept", id)
                        .with(head("SXD"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"))
                .andExpect(status().isBadRequest());
        command(head("SXD"), id, "note", ",\"note\":\"" + "a".repeat(10_001) + "\"")
                .andExpect(status().isBadRequest());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"$gt\":\"zzzz\"}",
                "$where",
                ".*",
                "^",
                "((((((((((zzzz+)+)+)+",
                "' || 'xyzzy'=='xyzzy",
                "\u0000",
                "%00%00zzzz",
                "\\",
                "🙂",
                "\u202Eabc",
                "/api",
                "<script>alert(1)</script>"
            })
    void whateverIsTypedIntoTheSearchBoxIsOnlyWords(String typed) throws Exception {
        arrived(report("Cán bộ đòi thêm giấy tờ", "SDTTG", false));
        mvc.perform(get("/api/v1/cases").queryParam("q", typed).with(head("SDTTG")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items.length()").value(0));
    }

    @Test
    void searchFindsWordsWithAndWithoutDiacriticsByTheirBeginning() throws Exception {
        var report = arrived(report("Cán bộ một cửa gây nhũng nhiễu", "SVHTTDL", false));
        for (String typed : List.of("nhung nhieu", "NHŨNG NHIỄU", "nhũng", "mot cua nh", spoken(report.reference()))) {
            mvc.perform(get("/api/v1/cases").queryParam("q", typed).with(head("SVHTTDL")))
                    .andExpect(jsonPath("$.items[0].id").value(report.complaintId()));
        }
    }

    @Test
    void theDatabaseDoesNotSayWhatWordsAReportHas() {
        var report = arrived(report("Tôi tên là Hoàng Thị Yến, bị mắng ở quầy", "SVHTTDL", false));

        var kept = mongo.getCollection("case_files")
                .find(new Document("report.reference", report.reference()))
                .first()
                .toJson();
        assertThat(kept)
                .doesNotContainIgnoringCase("yen")
                .doesNotContainIgnoringCase("hoàng")
                .doesNotContain("mang");
    }

    /** Cases of before had their words in clear. */
    @Test
    void wordsThatWereKeptInClearBecomeCodesAndAreFoundAsEver() throws Exception {
        var report = arrived(report("Cán bộ khoá máy bỏ đi", "SVHTTDL", false));
        mongo.getCollection("case_files")
                .updateOne(
                        new Document("report.reference", report.reference()),
                        new Document("$set", new Document("lookup.words", List.of("quagga", "may", "zanzibar"))));

        new EarlierWords(mongo, codes).code();
        new EarlierWords(mongo, codes).code();

        for (String typed : List.of("zanzi", "QUAGGA may")) {
            mvc.perform(get("/api/v1/cases").queryParam("q", typed).with(head("SVHTTDL")))
                    .andExpect(jsonPath("$.items[0].id").value(report.complaintId()));
        }
        assertThat(mongo.getCollection("case_files").countDocuments(new Document("lookup.words", "zanzibar")))
                .isZero();
    }

    @Test
    void pagesFollowEachOtherWithoutGapsOrDoubles() throws Exception {
        for (int i = 0; i < 5; i++) {
            arrived(report("Phản ánh số " + i, "VPUB", false));
        }
        var seen = new ArrayList<String>();
        var cursor = "";
        do {
            var page = body(read(head("VPUB"), "/api/v1/cases?size=2" + cursor));
            page.path("items").forEach(item -> seen.add(item.path("id").asString()));
            cursor = page.path("next").isString()
                    ? "&cursor=" + page.path("next").asString()
                    : "";
        } while (!cursor.isEmpty());
        assertThat(seen).hasSize(5).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"view=all", "size=0", "size=100000", "cursor=%21%21", "cursor=YWJj", "state=OPEN"})
    void listsRefuseWhatTheyDoNotKnow(String query) throws Exception {
        read(monitor(), "/api/v1/cases?" + query).andExpect(status().isBadRequest());
    }

    @Test
    void everyViewAnswers() throws Exception {
        for (String view : List.of("inbox", "due-soon", "overdue", "waiting", "closed", "triage", "unsolved")) {
            read(monitor(), "/api/v1/cases?view=" + view).andExpect(status().isOk());
            read(officer("SYT"), "/api/v1/cases?view=" + view + "&q=abc").andExpect(status().isOk());
            read(head("SYT"), "/api/v1/cases?view=" + view + "&agency=SYT").andExpect(status().isOk());
        }
        read(head("SYT"), "/api/v1/cases?state=WAITING").andExpect(status().isOk());
    }

    private static String spoken(String reference) {
        return reference.substring(0, 5).toLowerCase(Locale.ROOT) + "-" + reference.substring(5);
    }

    private static String everyWord(String command) {
        return switch (command) {
            case "ask-citizen" -> ",\"question\":\"?a\"";
            case "forward" -> ",\"agencyCode\":\"SYT\",\"reason\":\"a\"";
            case "extend", "reopen", "withdraw" -> ",\"reason\":\"a\"";
            case "answer" -> ",\"answer\":\"a\",\"finding\":\"SUBSTANTIATED\"";
            case "merge" -> ",\"into\":\"a\"";
            case "split" -> ",\"text\":\"a\"";
            case "hand-over" -> ",\"to\":\"a\",\"advice\":\"a\"";
            case "note" -> ",\"note\":\"a\"";
            default -> "";
        };
    }
}
