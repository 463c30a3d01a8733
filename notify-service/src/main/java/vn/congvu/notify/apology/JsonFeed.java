package vn.congvu.notify.apology;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import vn.congvu.notify.site.Site;

/** The board as JSON Feed 1.1 (jsonfeed.org). */
record JsonFeed(
        String version,
        String title,
        @JsonProperty("home_page_url") String homePageUrl,
        @JsonProperty("feed_url") String feedUrl,
        String language,
        List<Item> items) {
    record Item(
            String id,
            String url,
            String title,
            @JsonProperty("content_text") String contentText,
            @JsonProperty("date_published") Instant datePublished,
            @JsonProperty("date_modified") Instant dateModified,
            List<Author> authors,
            List<String> tags,
            String language,
            @JsonProperty("_cong_vu") Entry entry) {}

    record Author(String name) {}

    static JsonFeed of(List<Entry> entries, ApologySettings settings, Site site) {
        return new JsonFeed(
                "https://jsonfeed.org/version/1.1",
                settings.feedTitle(),
                site.board(),
                site.url(BoardAddresses.JSON_FEED),
                "vi",
                entries.stream()
                        .map(entry -> new Item(
                                "urn:uuid:" + entry.id(),
                                entry.letter(),
                                EntryText.title(entry),
                                EntryText.text(entry, site),
                                entry.publishedAt(),
                                entry.changedAt(),
                                List.of(new Author(entry.agency().name())),
                                List.of(entry.agency().code(), entry.cause().name()),
                                "vi",
                                entry))
                        .toList());
    }
}
