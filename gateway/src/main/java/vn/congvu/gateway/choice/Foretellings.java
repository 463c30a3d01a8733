package vn.congvu.gateway.choice;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PostExchange;
import vn.congvu.contracts.AgencyRef;
import vn.congvu.contracts.Bilingual;

/** The case-service's rules, asked who would answer: before a report is sent, and by those who sort it. */
public interface Foretellings {
    /** Nothing about the person: who answers does not depend on it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Draft(
            @Nullable String text,
            @Nullable String kind,
            @Nullable String misconduct,
            @Nullable String agency,
            @Nullable String dossierCode,
            @Nullable String communeCode,
            @Nullable String field,
            boolean accusedHead) {}

    /**
     * @param agency absent where a person has to find it
     * @param dueAt absent where nobody can say yet
     */
    record Foretold(
            @Nullable AgencyRef agency,
            @Nullable String head,
            boolean conflictOfInterest,
            @Nullable List<Bilingual> reasons,
            @Nullable List<AgencyRef> candidates,
            @Nullable Instant dueAt,
            @Nullable List<Bilingual> why) {}

    @PostExchange("/api/v1/complaints/preview")
    Foretold foretell(@RequestBody Draft draft);
}
