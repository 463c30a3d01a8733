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
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.ResultActions;
import org.xml.sax.InputSource;
import vn.congvu.contracts.AgencyRef;
import vn.congvu.contracts.Exchanges;
import vn.congvu.contracts.Role;
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
        var matter = Happenings.of(phone("nguyen-van-a-ref", "0908888801"));
        incoming.publish(Exchanges.INTAKE, matter.complaintId(), matter.reference(), matter.received(false));
        incoming.publish(Exchanges.CASES, matter.caseId(), matter.reference(), matter.breached(1));
        await().until(() -> mongo.getCollection("apologies").countDocuments() == 1);
        sweep();
        String id = JsonPath.read(body(read(BOARD)), "$.items[0].id");

        for (var address :
                List.of(BOARD, BOARD + ".json", BOARD + ".atom", BOARD + "/" + id, BOARD + "/" + id + "/letter")) {
            assertThat(body(read(address)))
                    .as(address)
                    .doesNotContain(
                            "nguyen-van-a-ref", "908888801", "Nguyễn Văn A", matter.caseId(), matter.complaintId());
        }
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
        desk.extended(matter.extended("ông B ở thửa 5 chưa ký giáp ranh"));
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

    private ResultActions read(String address) throws Exception {
        return mvc.perform(get(address).with(Tokens.anonymous())).andExpect(status().isOk());
    }

    private static String body(ResultActions result) throws Exception {
        return result.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}
