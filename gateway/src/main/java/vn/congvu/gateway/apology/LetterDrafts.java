package vn.congvu.gateway.apology;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PostExchange;
import vn.congvu.gateway.services.Service;
import vn.congvu.gateway.services.Services;

/** The letter of an apology as it would go out, before anybody decided it. */
@Component
public class LetterDrafts {
    private static final String POLICY = "Content-Security-Policy";

    private final Drafts drafts;

    LetterDrafts(Services services) {
        this.drafts = services.client(Service.NOTIFY, Drafts.class);
    }

    /**
     * @param subject {@code CASE} or {@code DOSSIER}
     * @param agencyName how the caller's own agency is called
     * @param dueAt the date that is given up
     */
    public record Draft(
            String subject,
            String reference,
            String agencyName,
            @Nullable String field,
            @Nullable String procedure,
            String reason,
            Instant receivedAt,
            Instant dueAt,
            Instant newDueAt) {}

    interface Drafts {
        @PostExchange(url = "/api/v1/apologies/preview", accept = MediaType.TEXT_HTML_VALUE)
        ResponseEntity<byte[]> letter(@RequestBody Draft draft);
    }

    /** A page of its own, with the policy that its layout needs. Kept by nobody. */
    public ResponseEntity<byte[]> letter(Draft draft) {
        var letter = drafts.letter(draft);
        return ResponseEntity.ok()
                .header(POLICY, Objects.requireNonNullElse(letter.getHeaders().getFirst(POLICY), "default-src 'none'"))
                .cacheControl(CacheControl.noStore())
                .contentType(Objects.requireNonNullElse(letter.getHeaders().getContentType(), MediaType.TEXT_HTML))
                .body(letter.getBody());
    }
}
