package vn.congvu.e2e;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The suite's clock, which only moves forward: to the very moment that is waited for, and no further until what it brings can be
 * seen. So no journey depends on how fast this machine is.
 */
final class SuiteTime {
    private static final ZoneId PROVINCE = ZoneId.of("Asia/Ho_Chi_Minh");

    private SuiteTime() {}

    /** @param kind and number of a moment as {@code GET /cases/{id}/deadlines} lists them */
    record Moment(String kind, int number, Instant at, boolean done, boolean announced) {}

    static ZonedDateTime now() {
        return OffsetDateTime.parse(Api.worldGet("/clock").path("now").asString())
                .atZoneSameInstant(PROVINCE);
    }

    static LocalDate today() {
        return now().toLocalDate();
    }

    /** The morning after a day. */
    static Instant openingAfter(LocalDate day) {
        return day.plusDays(1).atTime(8, 0).atZone(PROVINCE).toInstant();
    }

    /** A minute after the moment; nothing where that has passed. */
    static void passTo(Instant at) {
        var ahead = Duration.between(now().toInstant(), at.plusSeconds(60));
        if (ahead.isPositive()) {
            Api.advanceClock(ahead.toString());
        }
    }

    /** The moments of a clock that is kept of a case, in their order. */
    static List<Moment> moments(String reference, String clock) {
        return clock(reference, clock)
                .path("moments")
                .valueStream()
                .map(moment -> new Moment(
                        moment.path("kind").asString(),
                        moment.path("number").asInt(),
                        instant(moment.path("at")),
                        moment.path("doneAt").isString(),
                        moment.path("announced").asBoolean()))
                .toList();
    }

    static JsonNode clock(String reference, String clock) {
        var id = Api.findCase("monitor", reference).path("id").asString();
        var clocks = Api.get("/api/v1/cases/" + id + "/deadlines", "monitor")
                .expect(200)
                .json()
                .path("clocks");
        return clocks.valueStream()
                .filter(each -> each.path("clock").asString().equals(clock))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + clock + " among " + clocks));
    }

    /**
     * Lets time pass from one open moment of a clock to the next until one has happened. A moment may move while it is waited for,
     * such as a warning that would come outside office hours.
     */
    static void passUntil(String reference, String clock, String kind, int number) {
        while (!has(reference, clock, kind, number)) {
            var open = moments(reference, clock).stream()
                    .filter(moment -> !moment.done())
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("nothing more happens to " + clock + " of " + reference));
            passTo(open.at());
            Api.await(() -> moments(reference, clock), seen -> !seen.contains(open));
        }
    }

    private static boolean has(String reference, String clock, String kind, int number) {
        return moments(reference, clock).stream()
                .anyMatch(moment -> moment.kind().equals(kind) && moment.number() == number && moment.done());
    }

    /** When a limit in working days would end by the calendar of an agency. */
    static Instant workingDaysAfter(String agency, Instant start, int days, List<Map<String, String>> pauses) {
        var question = Map.of(
                "calendar", agency, "start", start.toString(), "limit", Map.of("workingDays", days), "pauses", pauses);
        return instant(Api.post("/api/v1/deadlines/preview", question, "monitor")
                .expect(200)
                .json()
                .path("dueAt"));
    }

    /** The first working day of the common calendar on or after a day. */
    static LocalDate workingDayFrom(LocalDate first) {
        var day = first;
        while (day.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue() || isSpecial(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    private static boolean isSpecial(LocalDate day) {
        return Api.get("/api/v1/calendar/days?year=" + day.getYear(), "admin")
                .expect(200)
                .body()
                .contains(day.toString());
    }

    static Instant instant(JsonNode text) {
        return OffsetDateTime.parse(text.asString()).toInstant();
    }
}
