package vn.congvu.gateway.deadline;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;

/** The case-service's calendar. */
interface Calendars {
    record Year(long version, List<Day> days) {}

    /** @param kind {@code off} or {@code work} */
    record Day(
            LocalDate date,
            String kind,
            @Nullable String name,
            @Nullable String basis) {}

    /** @param days what each becomes */
    record Change(Map<LocalDate, Becomes> days) {}

    /** @param kind absent: as ordinary as its weekday */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Becomes(
            @Nullable String kind,
            @Nullable String name,
            @Nullable String basis) {}

    record Made(Instant at, String by, @Nullable List<Changed> days) {}

    record Changed(
            LocalDate date, @Nullable String kind, @Nullable String name) {}

    @GetExchange("/api/v1/calendar/days")
    Year days(@RequestParam int year);

    @PostExchange("/api/v1/calendar/preview")
    Effects preview(@RequestBody Change change);

    @PostExchange("/api/v1/calendar/changes")
    void change(@RequestBody Change change);

    @GetExchange("/api/v1/calendar/changes")
    List<Made> changes();
}
