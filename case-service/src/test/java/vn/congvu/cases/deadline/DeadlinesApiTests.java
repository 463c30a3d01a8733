package vn.congvu.cases.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import vn.congvu.contracts.Role;
import vn.congvu.platform.testing.SuiteTest;
import vn.congvu.platform.testing.Tokens;

@SuiteTest
class DeadlinesApiTests {
    private static final String INLINE = """
            {"timezone": "Europe/London", "hours": {"mon": [["08:00","12:00"],["13:00","17:00"]], "tue": [["08:00","12:00"]]},
             "daysOff": ["2026-03-09"], "workedDays": ["2026-03-07"]}""";
    private static final Duration SOON = Duration.ofSeconds(2);

    @Autowired
    MockMvc mvc;

    @Test
    void previewsTheExampleOfTheRules() throws Exception {
        preview("""
                {"calendar": "default", "start": "2017-09-24T10:00:00+07:00", "limit": {"workingDays": 10}}""")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.dueAt").value("2017-10-09T17:00:00+07:00"))
                .andExpect(jsonPath("$.trace[*].vi", hasItem(containsString("Không tính 4 ngày nghỉ hằng tuần"))))
                .andExpect(jsonPath("$.trace[*].en", hasItem(containsString("Due: 17:00 on Monday 9 October 2017"))));
    }

    @Test
    void takesACalendarAlong() throws Exception {
        preview("""
                {"calendar": %s, "start": "2026-03-03T11:00:00Z", "limit": {"workingTime": "PT2H"},
                 "pauses": [{"from": "2026-03-03T11:00:10Z", "to": "2026-03-03T11:00:40Z"}]}""".formatted(INLINE))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.dueAt").value("2026-03-07T09:00:30Z"))
                .andExpect(jsonPath("$.trace", hasSize(6)));
    }

    @Test
    void previewsWithTheHoursOfAnAgency() throws Exception {
        mvc.perform(put("/api/v1/calendar/hours/TTPVHCC")
                        .with(Tokens.as(Role.ADMIN))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"lines\": [{\"days\": \"sat\", \"from\": \"07:30\", \"to\": \"11:00\"}]}"))
                .andExpect(status().isOk());
        preview("""
                {"calendar": "TTPVHCC", "start": "2026-03-06T09:00:00+07:00", "limit": {"workingDays": 1}}""").andExpect(jsonPath("$.dueAt").value("2026-03-07T11:00:00+07:00"));
    }

    @Test
    void whatComesInAfterTheCountersLastReceiptCountsFromTheNextWorkingDay() throws Exception {
        var question = """
                {"calendar": "default", "start": "2026-03-06T%s:00+07:00", "limit": {"workingDays": 1}, "lastReceipt": "15:00"}""";
        preview(question.formatted("15:00")).andExpect(jsonPath("$.dueAt").value("2026-03-09T17:00:00+07:00"));
        preview(question.formatted("15:01"))
                .andExpect(jsonPath("$.dueAt").value("2026-03-10T17:00:00+07:00"))
                .andExpect(jsonPath("$.trace[0].vi").value(containsString("sau giờ nhận hồ sơ cuối ngày (15:00)")));
        preview(question.formatted("15:00").replace("\"15:00\"", "\"three\""))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("lastReceipt"));
    }

    @Test
    void previewsCalendarDaysAndTheSwitch() throws Exception {
        preview("""
                {"calendar": "default", "start": "2026-03-02T09:00:00+07:00", "limit": {"calendarDays": 5}}""").andExpect(jsonPath("$.dueAt").value("2026-03-09T17:00:00+07:00"));
        preview("""
                {"calendar": "default", "start": "2026-03-02T09:00:00+07:00", "limit": {"calendarDays": 5, "endsOnWorkingDay": false}}""").andExpect(jsonPath("$.dueAt").value("2026-03-08T00:00:00+07:00"));
    }

    @Test
    void tellsWhatIsElapsed() throws Exception {
        elapsed("""
                {"calendar": "default", "from": "2026-03-02T09:00:00+07:00", "to": "2026-03-02T10:15:00+07:00", "pauses": []}""")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.workingTime").value("PT75M"))
                .andExpect(jsonPath("$.workingDays").value(0))
                .andExpect(jsonPath("$.remaining").doesNotExist());
    }

    @Test
    void tellsWhatRemainsOfALimit() throws Exception {
        elapsed("""
                {"calendar": "default", "from": "2026-03-02T09:00:00+07:00", "to": "2026-03-05T08:00:30+07:00",
                 "limit": {"workingDays": 5}}""")
                .andExpect(jsonPath("$.workingTime").value("PT1290M30S"))
                .andExpect(jsonPath("$.workingDays").value(3))
                .andExpect(jsonPath("$.dueAt").value("2026-03-09T17:00:00+07:00"))
                .andExpect(jsonPath("$.remaining.workingDays").value(2))
                .andExpect(jsonPath("$.overdue.workingDays").value(0));
    }

    @ParameterizedTest
    @CsvSource({"MONITOR,200", "ADMIN,200", "AGENCY_HEAD,403", "OPERATOR,403", "AUDITOR,403", "SERVICE,403"})
    void isForMonitorsAndAdminsOnly(Role role, int expected) throws Exception {
        String question = """
                {"calendar": "default", "start": "2026-03-02T09:00:00Z", "limit": {"workingDays": 1}}""";
        mvc.perform(post("/api/v1/deadlines/preview")
                        .with(Tokens.as(role))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(question))
                .andExpect(status().is(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            start          | {"calendar":"default","limit":{"workingDays":1}}
            start          | {"calendar":"default","start":"yesterday","limit":{"workingDays":1}}
            start          | {"calendar":"default","start":"2026-03-02T09:00:00","limit":{"workingDays":1}}
            start          | {"calendar":"default","start":"+999999999-12-31T23:59:59Z","limit":{"workingDays":1}}
            limit          | {"calendar":"default","start":"2026-03-02T09:00:00Z"}
            limit          | {"calendar":"default","start":"2026-03-02T09:00:00Z","limit":{}}
            limit          | {"calendar":"default","start":"2026-03-02T09:00:00Z","limit":{"workingDays":1,"calendarDays":1}}
            limit          | {"calendar":"default","start":"2026-03-02T09:00:00Z","limit":{"workingDays":-1}}
            limit          | {"calendar":"default","start":"2026-03-02T09:00:00Z","limit":{"workingDays":2000000000}}
            limit          | {"calendar":"default","start":"2026-03-02T09:00:00Z","limit":{"workingTime":"PT-1H"}}
            limit          | {"calendar":"default","start":"2026-03-02T09:00:00Z","limit":{"workingTime":"two hours"}}
            limit          | {"calendar":"default","start":"2026-03-02T09:00:00Z","limit":{"workingTime":"PT9000000H"}}
            calendar       | {"calendar":"NOBODY","start":"2026-03-02T09:00:00Z","limit":{"workingDays":1}}
            calendar       | {"start":"2026-03-02T09:00:00Z","limit":{"workingDays":1}}
            calendar.hours | {"calendar":{"timezone":"UTC"},"start":"2026-03-02T09:00:00Z","limit":{"workingDays":1}}
            calendar.timezone | {"calendar":{"timezone":"Mars/Base","hours":{}},"start":"2026-03-02T09:00:00Z","limit":{"workingDays":1}}
            calendar.hours.moon | {"calendar":{"timezone":"UTC","hours":{"moon":[]}},"start":"2026-03-02T09:00:00Z","limit":{"workingDays":1}}
            calendar.hours.mon[0] | {"calendar":{"timezone":"UTC","hours":{"mon":[["22:00","06:00"]]}},"start":"2026-03-02T09:00:00Z","limit":{"workingDays":1}}
            calendar.hours.mon[1] | {"calendar":{"timezone":"UTC","hours":{"mon":[["08:00","12:00"],["11:59","13:00"]]}},"start":"2026-03-02T09:00:00Z","limit":{"workingDays":1}}
            calendar.daysOff[0] | {"calendar":{"timezone":"UTC","hours":{},"daysOff":["2026-02-30"]},"start":"2026-03-02T09:00:00Z","limit":{"workingDays":1}}
            calendar.workedDays | {"calendar":{"timezone":"UTC","hours":{},"daysOff":["2026-02-03"],"workedDays":["2026-02-03"]},"start":"2026-03-02T09:00:00Z","limit":{"workingDays":1}}
            pauses[0]      | {"calendar":"default","start":"2026-03-02T09:00:00Z","limit":{"workingDays":1},"pauses":[{"from":"2026-03-03T09:00:00Z","to":"2026-03-02T09:00:00Z"}]}
            pauses[0].to   | {"calendar":"default","start":"2026-03-02T09:00:00Z","limit":{"workingDays":1},"pauses":[{"from":"2026-03-03T09:00:00Z"}]}
            """)
    void namesWhatIsWrong(String field, String question) throws Exception {
        preview(question)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.type").value("/problems/invalid"))
                .andExpect(jsonPath("$.errors[*].field", hasItem(field)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"calendar":"default","start":"2026-03-02T09:00:00Z","limit":{"workingDays":1},"extra":1}
            {"calendar":{"timezone":"UTC","hours":{},"extra":1},"start":"2026-03-02T09:00:00Z","limit":{"workingDays":1}}
            {"calendar":["default"],"start":"2026-03-02T09:00:00Z","limit":{"workingDays":1}}
            {"calendar":"default","start":"2026-03-02T09:00:00Z","limit":{"workingDays":10.5}}
            {"calendar":"default","start":"2026-03-02T09:00:00Z","limit":{"workingDays":99999999999}}
            {"calendar":
            """)
    void refusesWhatItCanNotRead(String question) throws Exception {
        preview(question)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.type").value("/problems/malformed"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"calendar":{"timezone":"America/New_York","hours":{}},"start":"2026-03-02T09:00:00Z","limit":{"workingDays":1}}
            {"calendar":{"timezone":"America/New_York","hours":{"mon":[["02:15","02:45"]]}},"start":"2026-03-02T09:00:00Z","limit":{"workingTime":"PT400000H"}}
            {"calendar":{"timezone":"America/New_York","hours":{"mon":[["02:15","02:45"]]}},"start":"2026-03-02T09:00:00Z","limit":{"workingDays":18000}}
            {"calendar":"default","start":"2026-03-02T09:00:00Z","limit":{"calendarDays":3},"pauses":[{"from":"2026-03-02T09:00:00Z","to":"2199-03-02T09:00:00Z"}]}
            {"calendar":"default","start":"2199-12-31T09:00:00Z","limit":{"workingDays":18000}}
            """)
    void answersSoonAlsoWhenThereIsNoDeadline(String question) throws Exception {
        Instant begin = Instant.now();
        preview(question)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.type").value("/problems/deadline-out-of-reach"))
                .andExpect(jsonPath("$.detail", containsString("50 năm")));
        assertThat(Duration.between(begin, Instant.now())).isLessThan(SOON);
    }

    @Test
    void elapsedGoesForwardAndNotBeyondFiftyYears() throws Exception {
        for (String to : new String[] {"2026-03-02T08:59:59Z", "2076-03-02T09:00:01Z"}) {
            elapsed("""
                    {"calendar": "default", "from": "2026-03-02T09:00:00Z", "to": "%s"}""".formatted(to))
                    .andExpect(status().isBadRequest())
                    .andExpect(jsonPath("$.errors[0].field").value("to"));
        }
        elapsed("""
                {"calendar": "default", "from": "2026-03-02T09:00:00Z", "to": "2076-03-02T09:00:00Z"}""").andExpect(status().isOk());
    }

    private ResultActions preview(String question) throws Exception {
        return ask("/api/v1/deadlines/preview", question);
    }

    private ResultActions elapsed(String question) throws Exception {
        return ask("/api/v1/deadlines/elapsed", question);
    }

    private ResultActions ask(String path, String question) throws Exception {
        return mvc.perform(post(path)
                .with(Tokens.as(Role.MONITOR))
                .contentType(MediaType.APPLICATION_JSON)
                .content(question));
    }
}
