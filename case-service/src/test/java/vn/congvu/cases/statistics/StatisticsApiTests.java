package vn.congvu.cases.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.congvu.cases.casefile.CaseKit;
import vn.congvu.contracts.ComplaintKind;
import vn.congvu.contracts.Role;
import vn.congvu.contracts.Solved;
import vn.congvu.contracts.intake.ComplaintRated;
import vn.congvu.contracts.intake.ComplaintReceived;
import vn.congvu.platform.testing.Tokens;

class StatisticsApiTests extends CaseKit {
    @Test
    void homeAffairsSeesWhoIsLate() throws Exception {
        var before = line(body(read(monitor(), "/api/v1/overview")), "SDTTG");
        arrivedAt("SDTTG");
        var late = arrivedAt("SDTTG");
        clock.set(stored(late.complaintId()).lookup().dueAt());
        var today = line(body(read(monitor(), "/api/v1/overview")), "SDTTG");
        assertThat(today.path("dueToday").asLong())
                .isEqualTo(before.path("dueToday").asLong(0) + 2);

        clock.advance(Duration.ofDays(1));
        var overview = body(read(monitor(), "/api/v1/overview"));
        assertThat(line(overview, "SDTTG").path("overdue").asLong())
                .isEqualTo(before.path("overdue").asLong(0) + 2);
        assertThat(overview.path("totals").path("open").asLong()).isGreaterThanOrEqualTo(2);
        var overdue = overview.path("totals").path("overdue").asInt();
        assertThat(overview.path("breaches").findValuesAsString("caseId"))
                .as("the longest late, at most fifty")
                .hasSize(Math.min(50, overdue))
                .doesNotHaveDuplicates();
    }

    @Test
    void theOverviewIsForHomeAffairsOnly() throws Exception {
        for (Role role : new Role[] {Role.AGENCY_HEAD, Role.ADMIN, Role.OPERATOR, Role.PROGRAM}) {
            read(Tokens.as(role, "SXD", "somebody"), "/api/v1/overview").andExpect(status().isForbidden());
        }
    }

    @Test
    void anybodyReadsHowAgenciesAnswer() throws Exception {
        for (int i = 0; i < 5; i++) {
            done(command(
                    head("TTT"),
                    arrivedAt("TTT").complaintId(),
                    "answer",
                    ",\"answer\":\"Đã xử lý\",\"finding\":\"SUBSTANTIATED\""));
        }
        var table = body(read(Tokens.anonymous(), "/api/v1/statistics/agencies"));
        var line = line(table, "TTT");
        assertThat(line.path("suppressed").asBoolean()).isFalse();
        assertThat(line.path("onTimePercent").asDouble()).isEqualTo(100.0);
        assertThat(line(table, "STP").path("onTimePercent").isMissingNode()
                        || line(table, "STP").path("onTimePercent").isNull())
                .isTrue();
    }

    @Test
    void homeAffairsSeesHowTheWeeksWent() throws Exception {
        var day = clock.instant().toString().substring(0, 10);
        var path = "/api/v1/overview/trends?from=" + day + "&to=" + day;
        var answered = arrivedAt("SYT");
        arrivedAt("SYT");
        done(command(
                head("SYT"),
                answered.complaintId(),
                "answer",
                ",\"answer\":\"Đã xử lý\",\"finding\":\"SUBSTANTIATED\""));

        var trends = body(read(monitor(), path));

        assertThat(trends.path("weeks")).hasSize(1);
        assertThat(trends.path("weeks").path(0).path("monday").asString()).isEqualTo(day);
        assertThat(trends.path("weeks").path(0).path("received").asLong()).isGreaterThanOrEqualTo(2);
        assertThat(line(trends, "SYT").path("weeks").path(0).path("inTime").asLong())
                .isEqualTo(1);
        assertThat(trends.path("channels").path(0).path("code").asString()).isEqualTo("WEB");
        assertThat(trends.path("misconducts").findValuesAsString("code")).contains("ATTITUDE");
        read(head("SYT"), path).andExpect(status().isForbidden());
        read(monitor(), "/api/v1/overview/trends?from=2020-01-01&to=2026-01-01").andExpect(status().isBadRequest());
    }

    @Test
    void behindEachFigureOfTheTrendsStandAsManyCases() throws Exception {
        clock.advance(Duration.ofDays(3));
        var day = clock.instant().atZone(ZoneId.of("Asia/Ho_Chi_Minh")).toLocalDate();
        var period = "from=" + day + "&to=" + day;
        var answered = arrivedAt("SNNMT");
        var open = arrivedAt("SNNMT");
        var thanked = arrived(report("Cảm ơn chị ở quầy 2", "SNNMT", false, ComplaintKind.PRAISE));
        for (var one : List.of(answered, thanked)) {
            done(command(
                    head("SNNMT"),
                    one.complaintId(),
                    "answer",
                    ",\"answer\":\"Đã xử lý\",\"finding\":\"SUBSTANTIATED\""));
        }
        send(
                answered,
                new ComplaintRated(
                        answered.complaintId(), answered.reference(), Solved.PARTLY, 3, null, clock.instant()));
        await().atMost(Duration.ofSeconds(15))
                .until(() -> !behind(period + "&solved=PARTLY").isEmpty());
        var trends = body(read(monitor(), "/api/v1/overview/trends?" + period));

        assertThat(behind(period)).contains(open.reference(), answered.reference(), thanked.reference());
        assertThat(behind(period))
                .hasSize(trends.path("weeks").path(0).path("received").asInt());
        for (var share : trends.path("misconducts")) {
            assertThat(behind(period + "&misconduct=" + share.path("code").asString()))
                    .hasSize(share.path("count").asInt());
        }
        for (var share : trends.path("channels")) {
            assertThat(behind(period + "&channel=" + share.path("code").asString()))
                    .hasSize(share.path("count").asInt());
        }
        assertThat(behind(period + "&agency=SNNMT"))
                .as("what the agency answered, without praise")
                .containsExactly(answered.reference());
        assertThat(behind(period + "&solved=PARTLY"))
                .containsExactly(answered.reference())
                .hasSize(trends.path("satisfaction").path("partly").asInt());
        assertThat(behind(period + "&solved=NOT_SOLVED")).isEmpty();
        assertThat(behind("from=" + day.plusDays(1) + "&to=" + day.plusDays(9)))
                .as("of another time")
                .isEmpty();
    }

    @Test
    void theCasesBehindAFigureComePageByPageToHomeAffairsOnly() throws Exception {
        clock.advance(Duration.ofDays(3));
        var day = clock.instant().atZone(ZoneId.of("Asia/Ho_Chi_Minh")).toLocalDate();
        var path = "/api/v1/overview/cases?from=" + day + "&to=" + day;
        var all = List.of(arrivedAt("SXD"), arrivedAt("SYT"), arrivedAt("SXD"));

        var first = body(read(monitor(), path + "&size=2"));
        var second = body(
                read(monitor(), path + "&size=2&cursor=" + first.path("next").asString()));

        assertThat(Stream.concat(
                        first.path("items").findValuesAsString("reference").stream(),
                        second.path("items").findValuesAsString("reference").stream()))
                .containsExactlyInAnyOrderElementsOf(
                        all.stream().map(ComplaintReceived::reference).toList());
        assertThat(second.path("next").isString()).isFalse();
        read(head("SXD"), path).andExpect(status().isForbidden());
        read(monitor(), "/api/v1/overview/cases?from=2026-02-01&to=2026-01-01").andExpect(status().isBadRequest());
        read(monitor(), path + "&misconduct=NOTHING").andExpect(status().isBadRequest());
    }

    private List<String> behind(String asked) throws Exception {
        return body(read(monitor(), "/api/v1/overview/cases?size=200&" + asked))
                .path("items")
                .findValuesAsString("reference");
    }

    @Test
    void praiseIsCountedByItselfAndNeverAsAnAnswer() throws Exception {
        var today = clock.instant().atZone(ZoneId.of("Asia/Ho_Chi_Minh")).toLocalDate();
        var period = "/api/v1/overview?from=" + today + "&to=" + today.plusDays(60);
        var before = line(body(read(monitor(), period)), "SVHTTDL");
        for (int i = 0; i < 2; i++) {
            arrived(report("Chị ở quầy 5 rất tận tình", "SVHTTDL", false, ComplaintKind.PRAISE));
        }
        var thanked = arrived(report("Cảm ơn anh bảo vệ", "SVHTTDL", false, ComplaintKind.PRAISE));
        done(command(
                head("SVHTTDL"),
                thanked.complaintId(),
                "answer",
                ",\"answer\":\"Xin cảm ơn\",\"finding\":\"SUBSTANTIATED\""));
        clock.advance(Duration.ofDays(60));

        var after = body(read(monitor(), period));
        var line = line(after, "SVHTTDL");
        assertThat(line.path("praise").asLong()).isEqualTo(before.path("praise").asLong(0) + 3);
        assertThat(line.path("overdue").asLong())
                .as("praise is never late")
                .isEqualTo(before.path("overdue").asLong(0));
        assertThat(line.path("answeredInTime").asLong()
                        + line.path("answeredLate").asLong())
                .isEqualTo(before.path("answeredInTime").asLong(0)
                        + before.path("answeredLate").asLong(0));
        assertThat(after.path("totals").path("praise").asLong()).isGreaterThanOrEqualTo(3);
        var earlier = "/api/v1/overview?from=" + today.minusYears(2) + "&to=" + today.minusYears(1);
        assertThat(line(body(read(monitor(), earlier)), "SVHTTDL")
                        .path("praise")
                        .asLong(0))
                .as("of another time")
                .isZero();
    }

    @Test
    void aPeriodThatIsNoneIsRefused() throws Exception {
        read(Tokens.anonymous(), "/api/v1/statistics/agencies?from=2026-02-01&to=2026-01-01")
                .andExpect(status().isBadRequest());
        read(Tokens.anonymous(), "/api/v1/statistics/agencies?from=yesterday").andExpect(status().isBadRequest());
        read(Tokens.anonymous(), "/api/v1/statistics/agencies?from=9998-01-01&to=9999-01-01")
                .andExpect(status().isBadRequest());
        read(monitor(), "/api/v1/overview?from=2026-01-01&to=2026-12-31")
                .andExpect(jsonPath("$.from").value("2026-01-01"));
    }

    private static JsonNode line(JsonNode of, String agency) {
        for (JsonNode line : of.path("agencies")) {
            if (line.path("code").asString().equals(agency)) {
                return line;
            }
        }
        return of.path("none");
    }
}
