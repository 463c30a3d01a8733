package vn.congvu.notify.apology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.io.WireFeedInput;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.ResultActions;
import org.xml.sax.InputSource;
import vn.congvu.contracts.AgencyRef;
import vn.congvu.contracts.Exchanges;
import vn.congvu.contracts.Role;
import vn.congvu.contracts.SlaClock;
import vn.congvu.notify.Happenings;
import vn.congvu.notify.NotifyTests;
import vn.congvu.platform.access.Caller;
import vn.congvu.platform.testing.Tokens;

class BoardTests extends NotifyTests {
    private static final String BOARD = "/api/v1/apologies";

    @Autowired
    private ApologyDesk desk;

    @Test
    void anybodyReadsTheBoardNewestFirst() throws Exception {
        var first = Happenings.of((String) null);
        desk.missed(first.breached(1));
        clock.advance(Duration.ofDays(1));
        var second = Happenings.of(new AgencyRef("SXD", "Sở Xây dựng"), null);
        desk.extended(second.extended("chờ <b>giám định</b>"));

        read(BOARD)
                .andExpect(jsonPath("$.items[0].reference").value(second.reference()))
                .andExpect(jsonPath("$.items[1].reference").value(first.reference()))
                .andExpect(jsonPath("$.items[0].reason").value("chờ <b>giám định</b>"))
                .andExpect(jsonPath("$.items[0].newDueAt").value("2026-03-20T10:00:00Z"))
                .andExpect(jsonPath("$.items[1].daysLate").value(4))
                .andExpect(jsonPath("$.items[1].signer").value("Giám đốc Sở Nội vụ"));
        read(BOARD + "?agency=SXD").andExpect(jsonPath("$.items.length()").value(1));
        read(BOARD + "?q=xay dung").andExpect(jsonPath("$.items.length()").value(1));
        read(BOARD + "?q=" + first.spoken().toLowerCase())
                .andExpect(jsonPath("$.items.length()").value(1));
        read(BOARD + "?q=.*").andExpect(jsonPath("$.items.length()").value(2));
        read(BOARD + "?q=khong co").andExpect(jsonPath("$.items.length()").value(0));
        read(BOARD + "?from=2026-03-03").andExpect(jsonPath("$.items.length()").value(1));
        read(BOARD + "?to=2026-03-02").andExpect(jsonPath("$.items.length()").value(1));
        mvc.perform(get(BOARD + "?from=yesterday").with(Tokens.anonymous())).andExpect(status().isBadRequest());
    }

    @Test
    void theBoardIsReadByFieldKindAndRepetition() throws Exception {
        var late = Happenings.of((String) null);
        desk.missed(late.breached(1));
        desk.missed(late.breached(2));
        desk.missed(late.dossierBreached("D-1"));
        desk.extended(late.extended("chờ giám định"));
        desk.rescheduled(late.rescheduled("D-2", "thiếu bản đồ"));

        for (var filter : Map.of(
                        "kind=COMPLAINT_LATE", 2,
                        "kind=DOSSIER_LATE", 1,
                        "kind=EXTENSION", 1,
                        "kind=RESCHEDULE", 1,
                        "kind=BY_HAND", 0,
                        "repeated=true", 1,
                        "repeated=true&kind=DOSSIER_LATE", 0,
                        "field=Đất đai", 2,
                        "field=Đất đai&kind=RESCHEDULE&agency=SNV&q=cap doi", 1)
                .entrySet()) {
            read(BOARD + "?" + filter.getKey())
                    .andExpect(jsonPath("$.items.length()").value(filter.getValue()));
            if (!filter.getKey().contains("q=")) {
                read(BOARD + ".json?" + filter.getKey())
                        .andExpect(jsonPath("$.items.length()").value(filter.getValue()));
            }
        }
        mvc.perform(get(BOARD + "?kind=nothing").with(Tokens.anonymous())).andExpect(status().isBadRequest());
    }

    @Test
    void aCodeOnPaperFindsTheEntryItWasPrintedFor() throws Exception {
        desk.missed(Happenings.of((String) null).breached(1));
        var entry = body(read(BOARD + "?size=1"));
        String code = JsonPath.read(entry, "$.items[0].verification.code");
        String id = JsonPath.read(entry, "$.items[0].id");

        read(BOARD + "/verification?code=" + code.toLowerCase())
                .andExpect(jsonPath("$.id").value(id))
                .andExpect(jsonPath("$.verification.intact").value(true));
        assertThat(body(read(BOARD + "/" + id + "/letter"))).contains(code, "data:image/png;base64,");
        mvc.perform(get(BOARD + "/verification?code=XL-00000-00000").with(Tokens.anonymous()))
                .andExpect(status().isNotFound());

        mongo.getCollection("apologies")
                .updateOne(
                        new org.bson.Document("_id", id),
                        new org.bson.Document("$set", new org.bson.Document("signer", "Giám đốc Sở Khác")));
        read(BOARD + "/" + id).andExpect(jsonPath("$.verification.intact").value(false));
    }

    @Test
    void thePdfIsPublicAndNotSentAgainUnchanged() throws Exception {
        desk.missed(Happenings.of((String) null).breached(1));
        String id = JsonPath.read(body(read(BOARD)), "$.items[0].id");

        var pdf = read(BOARD + "/" + id + "/letter.pdf")
                .andExpect(header().string("Content-Type", "application/pdf"))
                .andExpect(header().string("Cache-Control", "max-age=30, public"))
                .andReturn()
                .getResponse();
        assertThat(new String(pdf.getContentAsByteArray(), 0, 5, StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
        var etag = pdf.getHeader(HttpHeaders.ETAG);
        mvc.perform(get(BOARD + "/" + id + "/letter.pdf")
                        .header(HttpHeaders.IF_NONE_MATCH, etag)
                        .with(Tokens.anonymous()))
                .andExpect(status().isNotModified());
        correct(id, "SNV", "Ngày đúng là 21/03/2026", false).andExpect(status().isOk());
        mvc.perform(get(BOARD + "/" + id + "/letter.pdf")
                        .header(HttpHeaders.IF_NONE_MATCH, etag)
                        .with(Tokens.anonymous()))
                .andExpect(status().isOk());
    }

    @Test
    void aLetterIsLookedAtBeforeItIsSentAndNothingIsStored() throws Exception {
        var wanted = """
                {"subject":"DOSSIER","reference":"D-9","procedure":"Cấp đổi","reason":"thiếu bản đồ",
                 "dueAt":"2026-03-04T10:00:00Z","newDueAt":"2026-03-11T10:00:00Z"}""";
        var page = body(preview(wanted, MediaType.TEXT_HTML).andExpect(status().isOk()));
        assertThat(page)
                .contains("BẢN XEM TRƯỚC", "VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN", "……/PXL-SNV", "thiếu bản đồ")
                .doesNotContain("Mã xác minh", "Đã ký xác nhận");
        preview(wanted, MediaType.APPLICATION_PDF)
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "application/pdf"));
        var named = wanted.replace("{\"subject\"", "{\"agencyName\":\"Sở Nội vụ thử\",\"subject\"");
        assertThat(body(preview(named, MediaType.TEXT_HTML).andExpect(status().isOk())))
                .contains("SỞ NỘI VỤ THỬ");
        preview(wanted.replace("03-11", "03-01"), MediaType.TEXT_HTML).andExpect(status().isBadRequest());
        preview(wanted.replace("thiếu", "bà Trần Thị C thiếu"), MediaType.TEXT_HTML)
                .andExpect(status().isBadRequest());
        assertThat(mongo.getCollection("apologies").countDocuments()).isZero();
        assertThat(desk.missed(Happenings.of((String) null).breached(1)).number())
                .isEqualTo("01/PXL-SNV");
    }

    @Test
    void onlyTheAgencyOfADossierPrintsTheApplicantsCopyAndNobodyThatOfAReporter() throws Exception {
        var matter = Happenings.of("dossier-5");
        vault("/cases", "dossier-5", "{\"name\":\"Trần Thị C\",\"phone\":\"0908888805\"}");
        incoming.publish(Exchanges.CASES, "D-5", "D-5", matter.rescheduled("D-5", "thiếu bản đồ"));
        var reporter = Happenings.of(phone("r-5", "0908888806"));
        incoming.publish(Exchanges.CASES, reporter.caseId(), reporter.reference(), reporter.breached(1));
        await().until(() -> mongo.getCollection("apologies").countDocuments() == 2);
        String dossier = JsonPath.read(body(read(BOARD + "?kind=RESCHEDULE")), "$.items[0].id");
        String complaint = JsonPath.read(body(read(BOARD + "?kind=COMPLAINT_LATE")), "$.items[0].id");

        sealed(dossier, "SNV").andExpect(status().isOk()).andExpect(header().string("Cache-Control", "no-store"));
        sealed(dossier, "SXD").andExpect(status().isForbidden());
        sealed(complaint, "SNV").andExpect(status().isForbidden());
        mvc.perform(get(BOARD + "/" + dossier + "/sealed-letter.pdf").with(Tokens.anonymous()))
                .andExpect(status().is4xxClientError());
    }

    @Test
    void pagesFollowEachOther() throws Exception {
        for (int i = 0; i < 5; i++) {
            desk.missed(Happenings.of((String) null).breached(1));
        }
        var first = body(read(BOARD + "?size=2"));
        String cursor = JsonPath.read(first, "$.next");
        var second = body(read(BOARD + "?size=2&cursor=" + cursor));
        cursor = JsonPath.read(second, "$.next");
        var third = body(read(BOARD + "?size=2&cursor=" + cursor));

        assertThat(JsonPath.<List<String>>read(third, "$.items[*].id")).hasSize(1);
        assertThat(JsonPath.<Object>read(third, "$.next")).isNull();
        mvc.perform(get(BOARD + "?cursor=xx").with(Tokens.anonymous())).andExpect(status().isBadRequest());
    }

    @Test
    void theAtomFeedIsValidAndComplete() throws Exception {
        var matter = Happenings.of((String) null);
        desk.rescheduled(matter.rescheduled("D-" + matter.caseId(), "thiếu hồ sơ <gốc> & bản đồ"));

        var response = read(BOARD + ".atom").andReturn().getResponse();
        assertThat(response.getContentType()).startsWith("application/atom+xml");
        var feed = (Feed) new WireFeedInput(false, java.util.Locale.ROOT)
                .build(new InputSource(new ByteArrayInputStream(response.getContentAsByteArray())));
        assertThat(feed.getFeedType()).isEqualTo("atom_1.0");
        assertThat(feed.getId()).isEqualTo("http://127.0.0.1:8080/api/v1/apologies.atom");
        assertThat(feed.getUpdated()).isEqualTo(java.util.Date.from(clock.instant()));
        assertThat(feed.getEntries()).singleElement().satisfies(entry -> {
            assertThat(entry.getId()).startsWith("urn:uuid:");
            assertThat(entry.getUpdated()).isNotNull();
            assertThat(entry.getAuthors()).hasSize(1);
            assertThat(entry.getAlternateLinks().getFirst().getHref()).endsWith("/letter");
            assertThat(entry.getContents().getFirst().getValue()).contains("Lý do: thiếu hồ sơ <gốc> & bản đồ");
        });
    }

    @Test
    void theJsonFeedIsValidAndComplete() throws Exception {
        var matter = Happenings.of((String) null);
        desk.missed(matter.breached(1));

        var response = read(BOARD + ".json").andReturn().getResponse();
        assertThat(response.getContentType()).startsWith("application/feed+json");
        Map<String, Object> feed = JsonPath.read(response.getContentAsString(StandardCharsets.UTF_8), "$");
        assertThat(feed)
                .containsEntry("version", "https://jsonfeed.org/version/1.1")
                .containsKeys("title", "items");
        Map<String, Object> item = JsonPath.read(feed, "$.items[0]");
        assertThat(item.get("id").toString()).startsWith("urn:uuid:");
        assertThat(item.get("content_text").toString()).contains("Người ký: Giám đốc Sở Nội vụ");
        assertThat(item.get("date_published").toString()).isEqualTo("2026-03-02T02:00:00Z");
        assertThat(item.get("title").toString()).contains(matter.spoken());
    }

    @Test
    void anUnchangedBoardIsNotSentAgain() throws Exception {
        desk.missed(Happenings.of((String) null).breached(1));
        for (var address : List.of(BOARD, BOARD + ".json", BOARD + ".atom")) {
            var etag = read(address).andReturn().getResponse().getHeader(HttpHeaders.ETAG);
            assertThat(etag).isNotNull();
            mvc.perform(get(address).header(HttpHeaders.IF_NONE_MATCH, etag).with(Tokens.anonymous()))
                    .andExpect(status().isNotModified());
        }
    }

    @Test
    void nothingAboutThePersonStandsAnywhereInPublic() throws Exception {
        var betrayal = "chờ ông Nguyễn Văn A, điện thoại 0908.888.801, e-mail a.nguyen@thu.example, ngụ tại 12 Lê Lợi";
        var secrets = List.of(
                "nguyen-van-a-ref",
                "888801",
                "888.801",
                "Nguyễn Văn A",
                "nguyen van a",
                "a.nguyen@",
                "Lê Lợi",
                "quát dân");
        var matter = Happenings.of(phone("nguyen-van-a-ref", "0908888801"));
        incoming.publish(Exchanges.INTAKE, matter.complaintId(), matter.reference(), matter.received(false));
        for (var event : List.of(matter.assigned(), matter.extended(betrayal), matter.breached(2))) {
            incoming.publish(Exchanges.CASES, matter.caseId(), matter.reference(), event);
        }
        incoming.publish(Exchanges.CASES, "D-A", "D-A", matter.rescheduled("D-A", betrayal));
        await().until(() -> mongo.getCollection("apologies").countDocuments() == 3);
        sweep();
        apologise("b-1", matter.reference(), betrayal, "SNV").andExpect(status().isBadRequest());

        for (String id : JsonPath.<List<String>>read(body(read(BOARD)), "$.items[*].id")) {
            for (var address :
                    List.of(BOARD, BOARD + ".json", BOARD + ".atom", BOARD + "/" + id, BOARD + "/" + id + "/letter")) {
                assertThat(body(read(address))).as(address).doesNotContain(secrets);
                assertThat(body(read(address))).as(address).doesNotContain(matter.caseId(), matter.complaintId());
            }
            var pdf = read(BOARD + "/" + id + "/letter.pdf")
                    .andReturn()
                    .getResponse()
                    .getContentAsByteArray();
            try (var document = Loader.loadPDF(pdf)) {
                assertThat(new PDFTextStripper().getText(document))
                        .contains("Sở Nội vụ")
                        .doesNotContain(secrets);
            }
            correct(id, "SNV", "bà Trần Thị C đúng là 0908888802", false).andExpect(status().isBadRequest());
        }
        assertThat(body(read(BOARD + "?q=nguyen van a"))).contains("\"items\":[]");
        assertThat(mongo.getCollection("apologies")
                        .find()
                        .map(org.bson.Document::toJson)
                        .into(new java.util.ArrayList<>()))
                .allSatisfy(stored -> assertThat(stored).doesNotContain(secrets));
    }

    @Test
    void theLetterIsAPageOfItsOwn() throws Exception {
        var matter = Happenings.of((String) null);
        desk.missed(matter.breached(1));
        String id = JsonPath.read(body(read(BOARD)), "$.items[0].id");

        var letter = read(BOARD + "/" + id + "/letter")
                .andExpect(header().string(
                                "Content-Security-Policy", org.hamcrest.Matchers.startsWith("default-src 'none'")));
        assertThat(letter.andReturn().getResponse().getContentType()).isEqualTo("text/html;charset=UTF-8");
        assertThat(body(letter)).contains("THƯ XIN LỖI", "Số: 01/PXL-SNV", matter.spoken(), "./.");
        mvc.perform(get(BOARD + "/none/letter").with(Tokens.anonymous())).andExpect(status().isNotFound());
    }

    @Test
    void aHeadApologisesByHandAndThePersonIsToldOnce() throws Exception {
        var matter = Happenings.of(phone("b-1", "0908888802"));
        incoming.publish(Exchanges.CASES, matter.caseId(), matter.reference(), matter.assigned());
        await().until(() -> mongo.getCollection("notices").countDocuments() == 2);

        apologise("k1", matter.spoken(), "công chức đã nói nặng lời", "SNV")
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.number").value("01/PXL-SNV"))
                .andExpect(jsonPath("$.agency.name").value("Sở Nội vụ"))
                .andExpect(jsonPath("$.reference").value(matter.reference()));
        apologise("k1", matter.spoken(), "công chức đã nói nặng lời", "SNV")
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.number").value("01/PXL-SNV"));
        apologise("k1", matter.spoken(), "việc khác", "SNV").andExpect(status().is(422));
        sweep();

        assertThat(texts())
                .filteredOn(text -> text.contains("cong chuc da noi nang loi"))
                .hasSize(1);
    }

    @Test
    void aLetterByHandNamesWhoStandsAboveAsTheLastOneDid() throws Exception {
        var matter = Happenings.of((String) null);
        desk.missed(matter.breached(SlaClock.RESOLVE, 1, true, "Văn phòng UBND tỉnh"));

        String id = JsonPath.read(
                body(apologise("k9", matter.spoken(), "công chức đã nói nặng lời", "SNV")
                        .andExpect(status().isCreated())),
                "$.id");

        assertThat(body(read(BOARD + "/" + id + "/letter"))).contains("VĂN PHÒNG UBND TỈNH");
    }

    @Test
    void aHeadCanNotHaveStrangersToldAnything() throws Exception {
        var matter = Happenings.of(phone("b-2", "0908888803"));
        incoming.publish(Exchanges.CASES, matter.caseId(), matter.reference(), matter.assigned());
        await().until(() -> mongo.getCollection("notices").countDocuments() == 2);

        apologise("k2", matter.reference(), "nhầm", "SXD").andExpect(status().isCreated());
        assertThat(mongo.getCollection("notices").countDocuments()).isEqualTo(2);
    }

    @Test
    void byHandNeedsAHeadAReasonAndAKey() throws Exception {
        apologise("k3", "R", "", "SNV")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("reason"));
        mvc.perform(post(BOARD)
                        .with(Tokens.as(Role.AGENCY_HEAD, "SNV", "head"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"reference\":\"R\",\"reason\":\"x\"}"))
                .andExpect(status().isBadRequest());
        for (var role : Role.values()) {
            if (role != Role.AGENCY_HEAD) {
                mvc.perform(post(BOARD)
                                .with(Tokens.as(role, "SNV", "x"))
                                .header("Idempotency-Key", "k4")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{\"reference\":\"R\",\"reason\":\"x\"}"))
                        .andExpect(status().isForbidden());
            }
        }
    }

    @Test
    void correctionsStandBesideWhatTheyCorrect() throws Exception {
        var matter = Happenings.of((String) null);
        desk.extended(matter.extended("người có ruộng liền kề ở thửa 5 chưa ký giáp ranh"));
        String id = JsonPath.read(body(read(BOARD)), "$.items[0].id");

        correct(id, "SXD", "Sai", false).andExpect(status().isForbidden());
        correct(id, "SNV", "Ngày đúng là 21/03/2026", false)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.reason").exists());
        correct(id, "SNV", "Đã gỡ tên người dân khỏi lý do", true)
                .andExpect(jsonPath("$.corrections.length()").value(2))
                .andExpect(jsonPath("$.reason").doesNotExist());
        assertThat(body(read(BOARD + "/" + id + "/letter")))
                .contains("Đính chính", "Ngày đúng là 21/03/2026")
                .doesNotContain("thửa 5");
        assertThat(body(read(BOARD + ".atom")))
                .contains("Ngày đúng là 21/03/2026")
                .doesNotContain("thửa 5");
    }

    private ResultActions apologise(String key, String reference, String reason, String agency) throws Exception {
        return mvc.perform(post(BOARD)
                .with(Tokens.as(new Caller("head", java.util.Set.of(Role.AGENCY_HEAD), agency, "Giám đốc Sở Nội vụ")))
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"reference\":\"" + reference + "\",\"reason\":\"" + reason + "\"}"));
    }

    private ResultActions correct(String id, String agency, String text, boolean hideReason) throws Exception {
        return mvc.perform(post(BOARD + "/" + id + "/corrections")
                .with(Tokens.as(Role.AGENCY_HEAD, agency, "head"))
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"text\":\"" + text + "\",\"hideReason\":" + hideReason + "}"));
    }

    private ResultActions preview(String wanted, MediaType accepted) throws Exception {
        return mvc.perform(post(BOARD + "/preview")
                .with(Tokens.as(new Caller("head", java.util.Set.of(Role.AGENCY_HEAD), "SNV", "Giám đốc Sở Nội vụ")))
                .accept(accepted)
                .contentType(MediaType.APPLICATION_JSON)
                .content(wanted));
    }

    private ResultActions sealed(String id, String agency) throws Exception {
        return mvc.perform(
                get(BOARD + "/" + id + "/sealed-letter.pdf").with(Tokens.as(Role.AGENCY_HEAD, agency, "head")));
    }

    private ResultActions read(String address) throws Exception {
        return mvc.perform(get(address).with(Tokens.anonymous())).andExpect(status().isOk());
    }

    private static String body(ResultActions result) throws Exception {
        return result.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}
