package vn.congvu.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/** The main job, told in order: the clock only moves forward. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JourneyIT {
    private static final ZoneId PROVINCE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final String CITIZEN_PHONE = "0901234567";
    private static JsonNode answered;
    private static JsonNode forgotten;

    @Test
    @Order(1)
    void aWebComplaintReachesTheHeadOfTheAgencyItNames() {
        answered = Api.complain(
                Map.of(
                        "text", "Cán bộ tiếp nhận hồ sơ có thái độ hách dịch, không hướng dẫn người dân.",
                        "agencyCode", "SXD",
                        "misconduct", "ATTITUDE",
                        "kind", "CONDUCT"),
                UUID.randomUUID().toString());

        var onDesk = Api.awaitCase("head.sxd", reference(answered), JsonNode::isObject);

        assertThat(onDesk.path("agency").path("code").asString()).isEqualTo("SXD");
        assertThat(Api.get("/api/v1/cases/" + onDesk.path("id").asString(), "head.syt")
                        .status())
                .as("another agency's case does not exist for its head")
                .isEqualTo(404);
    }

    @Test
    @Order(2)
    void theHeadAnswersInTimeAndTheCitizenSeesIt() {
        Api.command("head.sxd", reference(answered), "accept", Map.of());
        Api.command(
                "head.sxd",
                reference(answered),
                "answer",
                Map.of(
                        "answer", "Sở đã kiểm tra, nhắc nhở công chức và xin lỗi ông/bà.",
                        "finding", "SUBSTANTIATED",
                        "measures", List.of("REMINDER", "APOLOGY")));

        var tracking = Api.await(
                () -> Api.track(answered), seen -> seen.path("state").asString().equals("ANSWERED"));

        assertThat(tracking.path("answer").toString()).contains("Sở đã kiểm tra");
        assertThat(tracking.path("apologies")).isEmpty();
        assertThat(tracking.path("identityOpenedCount").asInt()).isZero();
    }

    @Test
    @Order(3)
    void anSmsIsAnsweredWithItsReferenceAtOnceAndReachesItsHead() {
        Api.worldPost(
                "/phones/" + CITIZEN_PHONE + "/messages",
                Map.of("to", "hotline", "text", "Can bo So Y te gay kho khan, doi them giay to ngoai quy dinh"));

        var reply = Api.await(
                () -> Api.worldGet("/phones/" + CITIZEN_PHONE + "/messages"), messages -> messagesTo(messages).stream()
                        .anyMatch(text -> !referencesIn(text).isEmpty()));

        var reference = messagesTo(reply).stream()
                .flatMap(text -> referencesIn(text).stream())
                .findFirst()
                .orElseThrow();
        var onDesk = Api.awaitCase("head.syt", reference, JsonNode::isObject);
        assertThat(onDesk.path("reference").asString()).isEqualTo(reference);
    }

    @Test
    @Order(4)
    void aCallIsWrittenDownAndReachesItsHead() {
        var receipt = Api.post(
                        "/api/v1/hotline/calls",
                        Map.of(
                                "text", "Người gọi phản ánh hồ sơ trả lại ba lần không nêu lý do.",
                                "agencyCode", "STP",
                                "caller", Map.of("phone", "0912345678", "name", "Người gọi")),
                        "operator")
                .expect(201)
                .json();

        assertThat(Api.awaitCase("head.stp", reference(receipt), JsonNode::isObject)
                        .isObject())
                .isTrue();
    }

    @Test
    @Order(5)
    void nobodyJudgesHimself() {
        var receipt = Api.complain(
                Map.of(
                        "text", "Giám đốc Sở nhũng nhiễu khi giải quyết hồ sơ của doanh nghiệp.",
                        "agencyCode", "SCT",
                        "accused", Map.of("position", "Giám đốc", "head", true)),
                UUID.randomUUID().toString());

        var atSuperior = Api.awaitCase("head.ubt", reference(receipt), JsonNode::isObject);

        assertThat(Api.findCase("head.sct", reference(receipt)).isMissingNode()).isTrue();
        assertThat(Api.get("/api/v1/cases/" + atSuperior.path("id").asString(), "head.sct")
                        .status())
                .isEqualTo(404);
    }

    @Test
    @Order(6)
    void aForgottenOneIsApologisedForInPublicOnce() {
        var phone = "0987654321";
        forgotten = Api.complain(
                Map.of(
                        "text", "Cán bộ một cửa thờ ơ, bỏ mặc người dân chờ cả buổi sáng.",
                        "agencyCode", "SNNMT",
                        "kind", "CONDUCT",
                        "reporter", Map.of("name", "Người dân thử", "phone", phone)),
                UUID.randomUUID().toString());
        assertThat(forgotten.path("textFirst").path("text").asString()).isEqualTo("XN " + spoken(forgotten));
        Told.sms(phone, forgotten.path("textFirst").path("text").asString());
        Api.awaitCase("head.snnmt", reference(forgotten), JsonNode::isObject);

        passDaysUntilAnApologyFor(reference(forgotten), lateCase(reference(forgotten)));

        var entry = Api.await(() -> apologiesFor(reference(forgotten)), found -> !found.isEmpty())
                .getFirst();
        assertThat(entry.toString()).doesNotContain("Người dân thử").doesNotContain(phone);
        assertThat(entry.path("agency").path("code").asString()).isEqualTo("SNNMT");
        var letter = Api.get("/api/v1/apologies/" + entry.path("id").asString() + "/letter", null)
                .expect(200);
        assertThat(letter.body()).contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM").contains("./.");
        var code = entry.path("verification").path("code").asString();
        assertThat(letter.body()).contains(code);
        assertThat(Api.get("/api/v1/apologies/verification?code=" + code, null)
                        .expect(200)
                        .json()
                        .path("id"))
                .isEqualTo(entry.path("id"));
        assertThat(Api.get("/api/v1/apologies/" + entry.path("id").asString() + "/letter.pdf", null)
                        .expect(200)
                        .body())
                .startsWith("%PDF-");
        assertThat(Api.get("/api/v1/apologies.atom", null).expect(200).body()).contains(spoken(forgotten));
        assertThat(Api.get("/api/v1/apologies.json", null).expect(200).body()).contains(spoken(forgotten));
        assertThat(apologiesFor(reference(answered))).isEmpty();
    }

    @Test
    @Order(7)
    void theReporterOfTheForgottenOneGetsOneApologyByMessage() {
        waitForTheMorning();

        var messages = Api.await(() -> apologyMessages("0987654321"), found -> !found.isEmpty());
        assertThat(messages).hasSize(1);

        Api.advanceClock("P2D");
        Api.await(() -> Api.track(forgotten), seen -> !seen.path("apologies").isEmpty());
        assertThat(apologyMessages("0987654321")).hasSize(1);
        assertThat(apologiesFor(reference(forgotten))).hasSize(1);
    }

    @Test
    @Order(8)
    void homeAffairsSeesWhoIsLate() {
        var overview = Api.await(
                () -> Api.get("/api/v1/overview", "monitor").expect(200).json(),
                seen -> seen.toString().contains("SNNMT"));

        assertThat(overview.path("overdue")
                        .asInt(overview.path("totals").path("overdue").asInt()))
                .isPositive();
    }

    @Test
    @Order(9)
    void aLateDossierIsApologisedForToo() {
        var now = now().toInstant().toString();
        var today = now().toLocalDate();
        var code = "H80.01-" + today.toString().replace("-", "") + "-0001";
        var result = Api.put(
                        "/api/v1/dossiers",
                        List.of(Map.of(
                                "code",
                                code,
                                "procedure",
                                "Cấp giấy phép xây dựng",
                                "field",
                                "xay-dung",
                                "agencyCode",
                                "SXD",
                                "receivedAt",
                                now,
                                "dueOn",
                                today.plusDays(3).toString(),
                                "state",
                                "received",
                                "online",
                                true)),
                        "admin")
                .expect(200)
                .json();
        assertThat(result.path("rejected")).isEmpty();

        var before =
                lateDossiers(Api.get("/api/v1/overview", "monitor").expect(200).json());
        passDaysUntilAnApologyFor(code, lateDossiers(before));

        assertThat(Api.await(() -> apologiesFor(code), found -> !found.isEmpty()))
                .hasSize(1);
    }

    /**
     * A day at a time, at most forty, since ten working days take longer over the new year. Days pass faster here than the suite
     * looks for what is due: as soon as the overview shows who is late no further day passes until the apology stands, so that
     * it is one of that day.
     */
    private static void passDaysUntilAnApologyFor(String reference, Predicate<JsonNode> late) {
        for (int day = 0; day < 40; day++) {
            Api.advanceClock("P1D");
            if (late.test(Api.get("/api/v1/overview", "monitor").expect(200).json())) {
                var entry = Api.await(() -> apologiesFor(reference), found -> !found.isEmpty())
                        .getFirst();
                assertThat(entry.path("daysLate").asInt())
                        .as("days late: %s", entry)
                        .isEqualTo(1);
                return;
            }
        }
        throw new AssertionError("after forty days nobody is late with " + reference);
    }

    private static Predicate<JsonNode> lateCase(String reference) {
        return overview -> StreamSupport.stream(overview.path("breaches").spliterator(), false)
                .anyMatch(late -> late.path("reference").asString().equals(reference));
    }

    private static Predicate<JsonNode> lateDossiers(int before) {
        return overview -> lateDossiers(overview) > before;
    }

    private static int lateDossiers(JsonNode overview) {
        return overview.path("totals").path("dossiersOverdue").asInt();
    }

    /** Messages to citizens wait from 21:00 to 07:00. */
    private static void waitForTheMorning() {
        var morning = now().toLocalDate().plusDays(1).atTime(8, 0).atZone(PROVINCE);
        Api.advanceClock(Duration.between(now(), morning).toString());
    }

    private static ZonedDateTime now() {
        return OffsetDateTime.parse(Api.worldGet("/clock").path("now").asString())
                .atZoneSameInstant(PROVINCE);
    }

    private static List<JsonNode> apologiesFor(String reference) {
        var entries = new ArrayList<JsonNode>();
        Api.get("/api/v1/apologies?q=" + reference, null)
                .expect(200)
                .json()
                .path("items")
                .forEach(entries::add);
        return entries.stream()
                .filter(entry -> entry.path("reference").asString().equals(reference))
                .toList();
    }

    private static List<String> apologyMessages(String phone) {
        return messagesTo(Api.worldGet("/phones/" + phone + "/messages")).stream()
                .filter(text -> text.toLowerCase().contains("xin loi"))
                .toList();
    }

    private static List<String> messagesTo(JsonNode messages) {
        return StreamSupport.stream(messages.spliterator(), false)
                .filter(message -> message.path("direction").asString().equals("received"))
                .map(message -> message.path("text").asString())
                .toList();
    }

    private static List<String> referencesIn(String text) {
        var matcher = Pattern.compile("\\b([0-9A-HJKMNP-TV-Z]{5})-?([0-9A-HJKMNP-TV-Z]{5})\\b")
                .matcher(text);
        return matcher.results().map(found -> found.group(1) + found.group(2)).toList();
    }

    private static String reference(JsonNode receipt) {
        return receipt.path("reference").asString();
    }

    /** As people read it: {@code 7K3F9-QXM2D}. */
    private static String spoken(JsonNode receipt) {
        return reference(receipt).substring(0, 5) + "-" + reference(receipt).substring(5);
    }
}
