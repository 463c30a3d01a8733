package vn.congvu.cases.directory;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.congvu.contracts.AgencyRef;
import vn.congvu.contracts.Office;
import vn.congvu.platform.audit.NotAudited;

/** The directory as of a day: who stood where, who answered, who took over whom. Without a day, as of today. */
@RestController
@RequestMapping("/api/v1/directory")
@PreAuthorize("hasAnyRole('ADMIN', 'MONITOR', 'TRIAGE', 'AUDITOR')")
@Tag(name = "Directory")
class AsOfController {
    private final StoredDirectory directory;

    AsOfController(StoredDirectory directory) {
        this.directory = directory;
    }

    /**
     * @param head the office that answers on that day; absent where there is none
     * @param answeredBy the agency whose head answers where it has none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AgencyOfDay(
            String code,
            String name,
            AgencyLevel level,
            @Nullable AgencyRef superior,
            @Nullable String head,
            @Nullable AgencyRef answeredBy) {
        static AgencyOfDay of(Agency agency, DirectoryView view) {
            var head = view.head(agency.code()).map(Office::title).orElse(null);
            return new AgencyOfDay(
                    agency.code(),
                    agency.name(),
                    agency.level(),
                    view.superior(agency.code()).map(Agency::ref).orElse(null),
                    head,
                    head == null
                            ? view.answersInstead(agency.code())
                                    .map(Agency::ref)
                                    .orElse(null)
                            : null);
        }
    }

    /** @param successors of an agency that is no more on that day */
    record AgencyThen(LocalDate on, boolean inForce, AgencyOfDay agency, List<AgencyRef> successors) {}

    @NotAudited("settings of the system, no case")
    @GetMapping("/agencies")
    @Operation(summary = "Every agency of a day with its superior and its head; vacant=true: those without a head")
    List<AgencyOfDay> agencies(
            @RequestParam(required = false) @Nullable LocalDate on,
            @RequestParam(defaultValue = "false") boolean vacant) {
        var view = view(on);
        return view.agencies().stream()
                .sorted(Comparator.comparing(Agency::level).thenComparing(Agency::code))
                .map(agency -> AgencyOfDay.of(agency, view))
                .filter(agency -> !vacant || agency.head() == null)
                .toList();
    }

    @NotAudited("settings of the system, no case")
    @GetMapping("/agencies/{code}/as-of")
    @Operation(summary = "An agency as it is, was or last was on a day, and who took it over by then")
    AgencyThen agency(@PathVariable String code, @RequestParam(required = false) @Nullable LocalDate on) {
        var view = view(on);
        var agency = view.known(code).orElseThrow(DirectoryController::unknown);
        return new AgencyThen(
                on == null ? directory.day() : on,
                view.agency(code).isPresent(),
                AgencyOfDay.of(agency, view),
                view.successors(code).stream().map(Agency::ref).toList());
    }

    private DirectoryView view(@Nullable LocalDate on) {
        return on == null ? directory.today() : directory.on(on);
    }
}
