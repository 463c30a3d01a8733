package vn.congvu.cases.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.congvu.contracts.Role;
import vn.congvu.platform.testing.SuiteTest;
import vn.congvu.platform.testing.Tokens;

/** The directory over HTTP, filled from the demo province. */
@SuiteTest
@TestPropertySource(
        properties = {
            "complaints.cases.directory.seed-dir=../infra/dev-stack/src/main/resources/provinces/tay-ninh",
            "complaints.cases.directory.refresh=PT0.2S"
        })
class DirectoryApiTests {
    private static final String AGENCIES =
            "code,name,name_en,level,superior,valid_from,valid_to,successors,former_names,email\n";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private DirectoryStore store;

    @Autowired
    private Directory directory;

    @Autowired
    private Clock clock;

    @Test
    void anEmptyDirectoryIsFilledAtStart() {
        var view = directory.on(LocalDate.of(2026, 11, 16));

        assertThat(view.agency("SNV")).isPresent();
        assertThat(view.communes()).hasSize(96);
        assertThat(view.fields()).hasSizeGreaterThan(20);
        assertThat(view.head("C25459")).isPresent();
        assertThat(view.agency("SNV").orElseThrow().validFrom()).isEqualTo(LocalDate.of(2025, 7, 1));
    }

    @Test
    void formsFindAgenciesWithoutDiacritics() throws Exception {
        anonymously(get("/api/v1/agencies").param("q", "ubnd phuong tan ninh").param("limit", "1"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$", hasSize(1)))
                .andExpect(jsonPath("$[0].code").value("C25459"))
                .andExpect(jsonPath("$[0].name").value("UBND phường Tân Ninh"))
                .andExpect(jsonPath("$[0].level").value("COMMUNE"));
        anonymously(get("/api/v1/agencies").param("q", "so gtvt"))
                .andExpect(jsonPath("$[0].code").value("SXD"));
        anonymously(get("/api/v1/communes").param("q", "hoa khanh dong"))
                .andExpect(jsonPath("$[0].code").value("27979"));
        anonymously(get("/api/v1/fields")).andExpect(jsonPath("$[*].code", hasItem("dat-dai")));
    }

    @Test
    void formsShowTheWholeTaxonomyInBothLanguages() throws Exception {
        anonymously(get("/api/v1/misconducts"))
                .andExpect(jsonPath("$", hasSize(17)))
                .andExpect(jsonPath("$[0].code").value("WORKING_HOURS"))
                .andExpect(jsonPath("$[0].label.vi").value("Giờ giấc làm việc"))
                .andExpect(jsonPath("$[0].label.en").value("Working hours"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"$ne\":\"\"}", "$where", "\u0000", "'\"<>", ".*", "%00", "(("})
    void operatorsInAQuestionAreOnlyWords(String q) throws Exception {
        anonymously(get("/api/v1/agencies").param("q", q))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$", hasSize(0)));
    }

    @Test
    void anImportTakesGoodRowsAndNamesBadOnes() throws Exception {
        var csv = AGENCIES + "TEST1,Trung tâm Thử nghiệm,,CENTRE,SYT,,,,,\nTEST2,,,CENTRE,SYT,,,,,\n";

        as(Role.ADMIN, importOf("agencies", csv).param("preview", "true"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.added").value(1))
                .andExpect(jsonPath("$.preview").value(true));
        assertThat(store.load().agencies()).doesNotContainKey("TEST1");

        as(Role.ADMIN, importOf("agencies", csv))
                .andExpect(jsonPath("$.added").value(1))
                .andExpect(jsonPath("$.refused[0].line").value(3))
                .andExpect(jsonPath("$.refused[0].reason.vi").value("Thiếu name."));
        anonymously(get("/api/v1/agencies").param("q", "trung tam thu nghiem"))
                .andExpect(jsonPath("$[0].code").value("TEST1"));
        as(Role.ADMIN, importOf("agencies", csv))
                .andExpect(jsonPath("$.unchanged").value(1));
    }

    @Test
    void officesCommunesAndFieldsComeInLikewise() throws Exception {
        as(
                        Role.ADMIN,
                        importOf(
                                "offices",
                                "agency,post,title,email,valid_from,valid_to,leave\nSCT,ACTING_HEAD,Quyền Giám đốc,,2026-12-01,,\n"
                                        + "NOBODY,HEAD,Giám đốc,,,,\n"))
                .andExpect(jsonPath("$.added").value(1))
                .andExpect(jsonPath("$.refused", hasSize(1)));
        as(
                        Role.ADMIN,
                        importOf(
                                "communes",
                                "code,name,agency,valid_from,valid_to,successors,former_names\n99999,Xã Thử,C25459,,,,\n"))
                .andExpect(jsonPath("$.added").value(1));
        as(Role.ADMIN, importOf("fields", "code,name,name_en,competent,agency,words\nthu,Thử,Test,DEPARTMENT,,thử\n"))
                .andExpect(jsonPath("$.added").value(0))
                .andExpect(jsonPath("$.refused", hasSize(1)));
    }

    @Test
    void aFileThatIsNotUtf8IsRefused() throws Exception {
        var bytes = (AGENCIES + "X,Sở t\u00ed,,CENTRE,,,,,,\n").getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);

        as(
                        Role.ADMIN,
                        post("/api/v1/directory/import/agencies")
                                .contentType("text/csv")
                                .content(bytes))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.type").value("/problems/unreadable-csv"))
                .andExpect(jsonPath("$.detail", containsString("UTF-8")));
    }

    @Test
    void anEditKeepsWhatStoodThereBefore() throws Exception {
        as(Role.ADMIN, importOf("agencies", AGENCIES + "EDIT,Sở Cũ,,DEPARTMENT,UBT,,,,,\n"));
        var change = """
                {"version": %d, "periods": [
                  {"name": "Sở Cũ", "level": "DEPARTMENT", "superior": "UBT", "validTo": "2025-06-30"},
                  {"name": "Sở Mới", "level": "DEPARTMENT", "superior": "UBT", "validFrom": "2025-07-01", "formerNames": ["Sở Cũ"]}]}
                """;

        as(Role.ADMIN, json(put("/api/v1/directory/agencies/EDIT"), change.formatted(1)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.version").value(2))
                .andExpect(jsonPath("$.periods[1].name").value("Sở Mới"));
        as(Role.ADMIN, get("/api/v1/directory/agencies/EDIT"))
                .andExpect(jsonPath("$.periods", hasSize(2)))
                .andExpect(jsonPath("$.history", hasSize(2)))
                .andExpect(jsonPath("$.history[0].by").value("admin"))
                .andExpect(jsonPath("$.history[0].before[0].name").value("Sở Cũ"));
        as(Role.ADMIN, json(put("/api/v1/directory/agencies/EDIT"), change.formatted(1)))
                .andExpect(status().isConflict());
        assertThat(directory.on(LocalDate.of(2025, 6, 30)).agency("EDIT"))
                .map(Agency::name)
                .contains("Sở Cũ");
        assertThat(directory.on(LocalDate.of(2025, 7, 1)).agency("EDIT"))
                .map(Agency::name)
                .contains("Sở Mới");
    }

    @Test
    void headsAreChangedWithTheirLeave() throws Exception {
        var day = LocalDate.ofInstant(clock.instant(), java.time.ZoneId.of("Asia/Ho_Chi_Minh"));
        var change = """
                {"version": 1, "offices": [
                  {"post": "HEAD", "title": "Giám đốc", "leave": [{"from": "%s", "to": "%s"}]},
                  {"post": "ACTING_HEAD", "title": "Quyền Giám đốc", "validFrom": "2020-01-01"}]}
                """.formatted(day, day);

        as(Role.ADMIN, json(put("/api/v1/directory/agencies/SKHCN/offices"), change))
                .andExpect(status().isOk());

        assertThat(directory.on(day).head("SKHCN").orElseThrow().title()).isEqualTo("Quyền Giám đốc");
        as(Role.ADMIN, get("/api/v1/directory/agencies/SKHCN/offices"))
                .andExpect(jsonPath("$.history", hasSize(2)))
                .andExpect(jsonPath("$.offices[0].leave[0].from").value(day.toString()));
    }

    @Test
    void aCircleOfSuperiorsIsRefused() throws Exception {
        as(Role.ADMIN, json(put("/api/v1/directory/agencies/UBT"), """
                                {"version": 1, "periods": [{"name": "UBND tỉnh", "level": "PROVINCE", "superior": "SNV"}]}
                                """))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].message", containsString("vòng")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"version\":1,\"periods\":[]}",
                "{\"version\":1}",
                "{\"version\":1,\"periods\":[{\"name\":\"x\",\"level\":\"KING\"}]}",
                "{\"version\":1,\"periods\":[{\"name\":\"x\",\"level\":\"CENTRE\",\"validFrom\":\"hôm qua\"}]}",
                "{\"version\":1,\"unknown\":true,\"periods\":[{\"name\":\"x\",\"level\":\"CENTRE\"}]}",
                "not json"
            })
    void aWrongEditIsRefusedWithTheReason(String body) throws Exception {
        as(Role.ADMIN, json(put("/api/v1/directory/agencies/SNV"), body))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").isNotEmpty());
    }

    @Test
    void theWordsOfTheTaxonomyCanBeChanged() throws Exception {
        as(
                        Role.ADMIN,
                        json(
                                put("/api/v1/directory/misconducts/OTHER"),
                                "{\"vi\":\"Nội dung khác\",\"en\":\"Something else\"}"))
                .andExpect(status().isOk());

        anonymously(get("/api/v1/misconducts"))
                .andExpect(jsonPath("$[16].label.vi").value("Nội dung khác"));
    }

    @Test
    void whatAMisconductWasCalledIsAskedAsOfADayAndNothingIsForgotten() throws Exception {
        var path = "/api/v1/directory/misconducts/DRESS";
        var today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Ho_Chi_Minh"));
        var later = today.plusDays(30);
        var product = "$[2].label.vi";
        as(Role.ADMIN, json(put(path), "{\"vi\":\"Trang phục công sở\",\"en\":\"Office dress\"}"))
                .andExpect(status().isOk());
        as(
                        Role.ADMIN,
                        json(
                                put(path),
                                "{\"vi\":\"Trang phục, tác phong\",\"en\":\"Dress and bearing\",\"from\":\"" + later
                                        + "\"}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.label.vi").value("Trang phục công sở"));

        anonymously(get("/api/v1/misconducts")).andExpect(jsonPath(product).value("Trang phục công sở"));
        anonymously(get("/api/v1/misconducts?on=" + later))
                .andExpect(jsonPath(product).value("Trang phục, tác phong"));
        anonymously(get("/api/v1/misconducts?on=" + today.minusDays(1)))
                .andExpect(jsonPath(product).value("Trang phục"));
        as(Role.AUDITOR, get(path))
                .andExpect(jsonPath("$.names", hasSize(2)))
                .andExpect(jsonPath("$.names[0].from").value(later.toString()))
                .andExpect(jsonPath("$.names[1].label.vi").value("Trang phục công sở"))
                .andExpect(jsonPath("$.names[1].by").isNotEmpty());
        as(Role.ADMIN, json(put(path), "{\"vi\":\"Khác\",\"en\":\"Other\",\"from\":\"" + today.minusDays(1) + "\"}"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("from"));
        as(Role.AGENCY_HEAD, get(path)).andExpect(status().isForbidden());
        as(Role.ADMIN, get("/api/v1/directory/misconducts/NONE")).andExpect(status().isNotFound());
    }

    @Test
    void aChangeByAnotherReplicaIsSeenWithinSeconds() {
        new DirectoryEditing(
                        store,
                        new StoredDirectory(
                                store,
                                new DirectoryProperties(
                                        null, Duration.ofHours(1), Duration.ofHours(1), Duration.ZERO, clock.getZone()),
                                clock),
                        (_, _) -> new DirectoryForesight.Effect(0, 0, true, 0, List.of()),
                        clock)
                .importCsv(
                        new AgencySheet(),
                        (AGENCIES + "OTHER-REPLICA,Sở Bên kia,,DEPARTMENT,UBT,,,,,\n").getBytes(),
                        "other",
                        false);

        await().atMost(Duration.ofSeconds(10)).until(() -> directory
                .on(LocalDate.now(clock))
                .agency("OTHER-REPLICA")
                .isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"OPERATOR", "TRIAGE", "MONITOR", "AGENCY_HEAD", "AUDITOR", "CITIZEN"})
    void onlyAdminEditsTheDirectory(Role role) throws Exception {
        as(role, importOf("agencies", AGENCIES)).andExpect(status().isForbidden());
        as(role, get("/api/v1/directory/agencies/SNV")).andExpect(status().isForbidden());
        as(role, json(put("/api/v1/directory/agencies/SNV"), "{\"version\":1}")).andExpect(status().isForbidden());
    }

    private ResultActions anonymously(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(Tokens.anonymous()));
    }

    private ResultActions as(Role role, MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(Tokens.as(role)));
    }

    private static MockHttpServletRequestBuilder importOf(String what, String csv) {
        return post("/api/v1/directory/import/" + what).contentType("text/csv").content(csv.getBytes());
    }

    private static MockHttpServletRequestBuilder json(MockHttpServletRequestBuilder request, String body) {
        return request.contentType(MediaType.APPLICATION_JSON).content(body);
    }
}
