package vn.congvu.gateway.directory;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PutExchange;
import vn.congvu.contracts.AgencyRef;

/** The case-service's directory. */
interface Directory {
    /** @param answeredBy where it has no head: the agency whose head answers */
    record OfDay(
            String code,
            String name,
            String level,
            @Nullable AgencyRef superior,
            @Nullable String head,
            @Nullable AgencyRef answeredBy) {}

    record Agency(String code, List<Period> periods) {}

    record Period(
            String name,
            @Nullable String nameEn,
            String level,
            @Nullable String superior,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable List<String> successors,
            @Nullable List<String> formerNames,
            @Nullable String email) {}

    record Offices(
            long version,
            List<Office> offices,
            @Nullable List<Made> history,
            @Nullable Preview effect) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Office(
            String post,
            String title,
            @Nullable String email,
            @Nullable String validFrom,
            @Nullable String validTo,
            @Nullable List<Leave> leave) {}

    record Leave(String from, String to) {}

    record Made(Instant at, String by) {}

    record Preview(LocalDate asOf, Effect cases) {}

    /**
     * @param open how many cases are open
     * @param looked how many of them were looked at; {@code moved} of these would go to somebody else
     */
    record Effect(long open, long looked, long moved) {
        public boolean complete() {
            return looked >= open;
        }
    }

    record OfficesChange(long version, List<Office> offices) {}

    @GetExchange("/api/v1/directory/agencies")
    List<OfDay> agencies(@RequestParam(required = false) @Nullable LocalDate on, @RequestParam boolean vacant);

    @GetExchange("/api/v1/directory/agencies/{code}")
    Agency agency(@PathVariable String code);

    @GetExchange("/api/v1/directory/agencies/{code}/offices")
    Offices offices(@PathVariable String code);

    @PutExchange("/api/v1/directory/agencies/{code}/offices")
    Offices change(@PathVariable String code, @RequestBody OfficesChange change, @RequestParam boolean preview);
}
