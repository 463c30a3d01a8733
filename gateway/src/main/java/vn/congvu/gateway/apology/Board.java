package vn.congvu.gateway.apology;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import vn.congvu.contracts.AgencyRef;
import vn.congvu.contracts.Bilingual;

/** The notify-service's public board. */
@HttpExchange("/api/v1/apologies")
interface Board {
    record Listed(List<Entry> items, @Nullable String next) {}

    record Entry(
            String id,
            String number,
            AgencyRef agency,
            @Nullable String field,
            String subject,
            String reference,
            @Nullable String procedure,
            String cause,
            boolean repeated,
            @Nullable Long daysLate,
            @Nullable Instant dueAt,
            @Nullable Instant newDueAt,
            @Nullable String reason,
            String signer,
            Instant publishedAt,
            @Nullable List<Correction> corrections,
            @Nullable Outcome outcome,
            @Nullable Bilingual ground,
            boolean signed,
            @Nullable Verification verification) {}

    /** @param intact whether the entry still says what was published under that code */
    record Verification(String code, boolean intact) {}

    record Correction(String text, Instant at, String by) {}

    record Outcome(Bilingual text, Instant at) {}

    @GetExchange
    Listed list(
            @RequestParam(required = false) @Nullable String agency,
            @RequestParam(required = false) @Nullable String field,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam boolean repeated,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam int size);

    @GetExchange("/verification")
    Entry verify(@RequestParam String code);

    @GetExchange("/{id}")
    Entry one(@PathVariable String id);
}
