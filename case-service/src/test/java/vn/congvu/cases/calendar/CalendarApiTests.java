package vn.congvu.cases.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.MediaType;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.congvu.contracts.Role;
import vn.congvu.platform.testing.MutableClock;
import vn.congvu.platform.testing.SuiteTest;
import vn.congvu.platform.testing.Tokens;

@SuiteTest
@RecordApplicationEvents
class CalendarApiTests {
    @Autowired
    MockMvc mvc;

    @Autowired
    WorkCalendars calendars;

    @Autowired
    CalendarStore store;

    @Autowired
    MutableClock clock;

    @Autowired
    ApplicationEvents events;

    @Test
    void aNewDatabaseHasThePublicCalendarAndStandardHours() throws Exception {
        perform(get("/api/v1/calendar/days?year=2025"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.days[?(@.date == '2025-05-02')].kind").value("off"))
                .andExpect(jsonPath("$.days[?(@.date == '2025-04-26')].kind").value("work"));
        perform(get("/api/v1/calendar/hours/*"))
                .andExpect(jsonPath("$.timezone").value("Asia/Ho_Chi_Minh"))
                .andExpect(jsonPath("$.lines[0].days").value("mon;tue;wed;thu;fri"))
                .andExpect(jsonPath("$.lines[0].from").value("07:30"));
    }

    @Test
    void aDayOffIsPutAndTakenBack() throws Exception {
        long before = calendars.version();
        perform(put("/api/v1/calendar/days/2026-06-10"), """
                {"kind": "off", "name": "Ngày truyền thống", "basis": "QĐ 1/QĐ-UBND"}""")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.kind").value("off"));
        assertThat(calendars.version()).isEqualTo(before + 1);
        assertThat(calendars.of("SXD").isWorkingDay(LocalDate.of(2026, 6, 10))).isFalse();
        assertThat(events.stream(CalendarChanged.class)).contains(new CalendarChanged(before + 1));

        perform(delete("/api/v1/calendar/days/2026-06-10")).andExpect(status().isNoContent());
        assertThat(calendars.of("SXD").isWorkingDay(LocalDate.of(2026, 6, 10))).isTrue();
        perform(delete("/api/v1/calendar/days/2026-06-10")).andExpect(status().isNotFound());
        perform(get("/api/v1/calendar/changes"))
                .andExpect(jsonPath("$[0].by").value("admin"))
                .andExpect(jsonPath("$[1].days[0].name").value("Ngày truyền thống"));
    }

    @Test
    void daysThatAreSwappedChangeTogetherOrNotAtAll() throws Exception {
        long before = calendars.version();
        perform(post("/api/v1/calendar/changes"), """
                {"days": {"2026-06-15": {"kind": "off", "name": "Nghỉ hoán đổi"}, "2026-06-20": {"kind": "work"}}}""")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.version").value(before + 1));
        assertThat(calendars.common().isWorkingDay(LocalDate.of(2026, 6, 15))).isFalse();

        perform(post("/api/v1/calendar/changes"), """
                {"days": {"2026-06-16": {"kind": "off"}, "2026-06-31": {"kind": "work"}}}""").andExpect(status().isBadRequest());
        perform(post("/api/v1/calendar/changes"), "{}").andExpect(status().isBadRequest());
        assertThat(calendars.version()).isEqualTo(before + 1);

        perform(post("/api/v1/calendar/changes"), """
                {"days": {"2026-06-15": {}, "2026-06-20": {}}}""").andExpect(status().isOk());
        assertThat(calendars.common().isWorkingDay(LocalDate.of(2026, 6, 15))).isTrue();
    }

    @Test
    void anotherReplicaFollows() throws Exception {
        ApplicationEventPublisher nobody = event -> {};
        WorkCalendars other = new WorkCalendars(store, nobody, clock);
        assertThat(other.common().isWorkingDay(LocalDate.of(2026, 6, 11))).isTrue();
        perform(put("/api/v1/calendar/days/2026-06-11"), """
                {"kind": "off"}""").andExpect(status().isOk());
        other.follow();
        assertThat(other.common().isWorkingDay(LocalDate.of(2026, 6, 11))).isFalse();
        assertThat(other.version()).isEqualTo(calendars.version());
    }

    @Test
    void twoChangesAtOnceBothHold() {
        WorkCalendars other = new WorkCalendars(store, event -> {}, clock);
        AtomicBoolean overtaken = new AtomicBoolean();
        calendars.change("one", _ -> {
            if (!overtaken.getAndSet(true)) {
                other.change("two", _ -> content(SpecialDay.off(LocalDate.of(2026, 6, 16))));
            }
            return content(SpecialDay.off(LocalDate.of(2026, 6, 17)));
        });
        assertThat(calendars.common().isWorkingDay(LocalDate.of(2026, 6, 16))).isFalse();
        assertThat(calendars.common().isWorkingDay(LocalDate.of(2026, 6, 17))).isFalse();
    }

    @Test
    void hoursOfAnAgencyArePutAndTakenBack() throws Exception {
        LocalDate saturday = LocalDate.of(2026, 3, 7);
        perform(put("/api/v1/calendar/hours/C25459"), """
                {"lines": [{"days": "sat", "from": "07:30", "to": "11:00"}]}""")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.lines", hasSize(1)));
        assertThat(calendars.of("C25459").isWorkingDay(saturday)).isTrue();
        assertThat(calendars.of("C25460").isWorkingDay(saturday)).isFalse();
        perform(delete("/api/v1/calendar/hours/C25459")).andExpect(status().isNoContent());
        assertThat(calendars.of("C25459").isWorkingDay(saturday)).isFalse();
        perform(delete("/api/v1/calendar/hours/C25459")).andExpect(status().isNotFound());
    }

    @Test
    void overlappingAndUnreadableHoursAreRefusedLineByLine() throws Exception {
        perform(put("/api/v1/calendar/hours/SXD"), """
                {"lines": [{"days": "mon-fri", "from": "07:30", "to": "11:30"},
                           {"days": "fri", "from": "11:00", "to": "12:00"},
                           {"days": "someday", "from": "11:00", "to": "12:00"}]}""")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("lines[1]"))
                .andExpect(jsonPath("$.errors[0].message").value("Giờ làm việc trùng với dòng 1."))
                .andExpect(jsonPath("$.errors[1].field").value("lines[2]"));
        perform(put("/api/v1/calendar/hours/SXD"), "{\"lines\": []}").andExpect(status().isBadRequest());
        perform(put("/api/v1/calendar/hours/SXD"), """
                {"timezone": "UTC", "lines": [{"days": "mon", "from": "07:30", "to": "11:30"}]}""")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("timezone"));
    }

    @Test
    void badDaysAreRefused() throws Exception {
        perform(put("/api/v1/calendar/days/2026-02-30"), "{\"kind\": \"off\"}").andExpect(status().isBadRequest());
        perform(put("/api/v1/calendar/days/2026-02-20"), "{\"kind\": \"free\"}").andExpect(status().isBadRequest());
        perform(put("/api/v1/calendar/days/2026-02-20"), "{}").andExpect(status().isBadRequest());
        perform(put("/api/v1/calendar/days/2026-02-20"), "{\"kind\": \"off\", \"name\": \"" + "x".repeat(201) + "\"}")
                .andExpect(status().isBadRequest());
    }

    @Test
    void aFileComesInWithItsBadLinesListed() throws Exception {
        mvc.perform(post("/api/v1/calendar/days/import")
                        .with(Tokens.as(Role.ADMIN))
                        .contentType("text/csv")
                        .content("date,kind,name,basis\n2028-01-03,off,Tết Dương lịch,\n2028-13-03,off,,\n"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.accepted").value(1))
                .andExpect(jsonPath("$.refused[0].line").value(3));
        assertThat(calendars.common().isWorkingDay(LocalDate.of(2028, 1, 3))).isFalse();
        mvc.perform(post("/api/v1/calendar/hours/import")
                        .with(Tokens.as(Role.ADMIN))
                        .contentType("text/csv")
                        .content("agency,days,from,to\nSYT,sun,08:00,10:00\nSYT,sun,09:00,11:00\n"))
                .andExpect(jsonPath("$.accepted").value(1))
                .andExpect(jsonPath("$.refused[0].line").value(3));
        assertThat(calendars.of("SYT").isWorkingDay(LocalDate.of(2026, 3, 8))).isTrue();
    }

    @Test
    void aChangeIsTriedWithoutBeingMade() throws Exception {
        long before = calendars.version();
        perform(post("/api/v1/calendar/preview"), """
                {"days": {"2026-06-24": {"kind": "off"}, "2026-09-02": {}},
                 "hours": {"SXD": {"lines": [{"days": "sat", "from": "07:30", "to": "11:00"}]}}}""")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.cases.moved").value(0))
                .andExpect(jsonPath("$.dossiers.moved").value(0));
        perform(post("/api/v1/calendar/preview"), "{\"days\": {\"tomorrow\": {\"kind\": \"off\"}}}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("days.tomorrow"));
        assertThat(calendars.version()).isEqualTo(before);
        assertThat(calendars.common().isWorkingDay(LocalDate.of(2026, 6, 24))).isTrue();
    }

    @Test
    void onlyAdminsChangeIt() throws Exception {
        for (Role role : List.of(Role.MONITOR, Role.AGENCY_HEAD, Role.OPERATOR)) {
            mvc.perform(put("/api/v1/calendar/days/2026-02-20")
                            .with(Tokens.as(role))
                            .contentType(MediaType.APPLICATION_JSON)
                            .content("{\"kind\": \"off\"}"))
                    .andExpect(status().isForbidden());
        }
    }

    private static WorkCalendars.Content content(SpecialDay day) {
        return new WorkCalendars.Content(List.of(CalendarChange.DayChange.of(day)), List.of());
    }

    private ResultActions perform(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(Tokens.as(Role.ADMIN)));
    }

    private ResultActions perform(MockHttpServletRequestBuilder request, String body) throws Exception {
        return perform(request.contentType(MediaType.APPLICATION_JSON).content(body));
    }
}
