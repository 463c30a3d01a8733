package vn.congvu.gateway.news;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import vn.congvu.contracts.AgencyRef;
import vn.congvu.contracts.Bilingual;

/** The notify-service's messages to the caller's office. */
@HttpExchange("/api/v1/notices/mine")
interface OfficeNotices {
    record News(List<Item> items, long unread) {}

    record Item(
            String id,
            String template,
            Bilingual title,
            String reference,
            @Nullable AgencyRef agency,
            @Nullable String page,
            boolean toSign,
            Instant at,
            boolean read) {
        /** Where the matter is looked at: a page of the staff, and of nobody else. */
        public String target() {
            return page != null && page.startsWith("/staff/") ? page : "/staff/news";
        }
    }

    record Until(String until) {}

    @GetExchange
    News mine();

    @PostExchange("/{id}/read")
    Item read(@PathVariable String id);

    @PostExchange("/read")
    void readUntil(@RequestBody Until until);
}
