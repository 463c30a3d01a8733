package vn.congvu.gateway.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.PostExchange;
import vn.congvu.contracts.AgencyRef;
import vn.congvu.contracts.Bilingual;

/** The intake-service, as the form needs it. */
interface Complaints {
    /** @param caller this and the two after it only where an operator writes down a call */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Complaint(
            @Nullable String kind,
            @Nullable String misconduct,
            String text,
            @Nullable String agencyCode,
            @Nullable String dossierCode,
            @Nullable String communeCode,
            @Nullable String field,
            @Nullable Accused accused,
            @Nullable LocalDate occurredOn,
            @Nullable Reporter reporter,
            String language,
            @Nullable String caller,
            @Nullable String callId,
            @Nullable String onBehalfOf) {}

    record Accused(@Nullable String name, @Nullable String position, boolean head) {}

    record Reporter(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String address) {}

    record Receipt(
            String reference,
            String accessCode,
            Instant receivedAt,
            @Nullable Instant expectedAnswerBy,
            @Nullable TextFirst textFirst) {}

    /** What to send from the phone that was given, to get messages there. */
    record TextFirst(String text, @Nullable String to) {}

    record Caller(String phone) {}

    record Known(List<Earlier> reports) {}

    record Earlier(
            String reference,
            Instant receivedAt,
            String channel,
            Bilingual state,
            @Nullable AgencyRef agency,
            @Nullable Instant dueAt) {}

    @PostExchange("/api/v1/hotline/callers")
    Known known(@RequestBody Caller caller);

    @PostExchange("/api/v1/complaints")
    Receipt send(
            @RequestHeader("Idempotency-Key") String key,
            @RequestHeader(name = "X-Proof-Of-Work", required = false) @Nullable String proof,
            @RequestBody Complaint complaint);

    @PostExchange(
            value = "/api/v1/complaints/{reference}/attachments",
            contentType = MediaType.MULTIPART_FORM_DATA_VALUE)
    void attach(
            @PathVariable String reference,
            @RequestHeader("X-Access-Code") String accessCode,
            @RequestBody MultiValueMap<String, Object> parts);

    @PostExchange("/api/v1/hotline/calls")
    Receipt write(@RequestHeader("Idempotency-Key") String key, @RequestBody Complaint call);
}
