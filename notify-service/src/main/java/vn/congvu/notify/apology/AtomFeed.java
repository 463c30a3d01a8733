package vn.congvu.notify.apology;

import com.rometools.rome.feed.atom.Category;
import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.atom.Person;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import vn.congvu.notify.site.Site;

/** The board as Atom (RFC 4287). */
final class AtomFeed {
    private AtomFeed() {}

    static String of(List<Entry> entries, ApologySettings settings, Site site) {
        var feed = new Feed("atom_1.0");
        feed.setId(site.url(BoardAddresses.ATOM_FEED));
        feed.setTitle(settings.feedTitle());
        feed.setUpdated(Date.from(lastChange(entries)));
        feed.setAlternateLinks(List.of(link("alternate", "text/html", site.board())));
        feed.setOtherLinks(List.of(link("self", "application/atom+xml", site.url(BoardAddresses.ATOM_FEED))));
        feed.setEntries(entries.stream().map(entry -> entry(entry, site)).toList());
        try {
            return new WireFeedOutput().outputString(feed);
        } catch (FeedException incomplete) {
            throw new IllegalStateException("the feed can't be written", incomplete);
        }
    }

    /** Of the newest change, so that an unchanged board gives an unchanged feed. */
    static Instant lastChange(List<Entry> entries) {
        return entries.stream()
                .map(Entry::changedAt)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    private static com.rometools.rome.feed.atom.Entry entry(Entry entry, Site site) {
        var atom = new com.rometools.rome.feed.atom.Entry();
        atom.setId("urn:uuid:" + entry.id());
        atom.setTitle(EntryText.title(entry));
        atom.setPublished(Date.from(entry.publishedAt()));
        atom.setUpdated(Date.from(entry.changedAt()));
        atom.setAlternateLinks(List.of(link("alternate", "text/html", entry.letter())));
        atom.setAuthors(List.of(author(entry.agency().name())));
        var category = new Category();
        category.setTerm(entry.agency().code());
        category.setLabel(entry.agency().name());
        atom.setCategories(List.of(category));
        var content = new Content();
        content.setType("text");
        content.setValue(EntryText.text(entry, site));
        atom.setContents(List.of(content));
        return atom;
    }

    private static SyndPerson author(String agency) {
        var person = new Person();
        person.setName(agency);
        return person;
    }

    private static Link link(String rel, String type, String href) {
        var link = new Link();
        link.setRel(rel);
        link.setType(type);
        link.setHref(href);
        return link;
    }
}
