package vn.congvu.notify.apology;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import vn.congvu.notify.site.Site;
import vn.congvu.platform.paging.Cursor;
import vn.congvu.platform.paging.Page;
import vn.congvu.platform.problem.Problems;

/** Reads the public board, newest first. */
@Component
class Board {
    private static final int MOST_WORDS = 8;

    private final MongoTemplate mongo;
    private final Site site;
    private final Clock clock;

    Board(MongoTemplate mongo, Site site, Clock clock) {
        this.mongo = mongo;
        this.site = site;
        this.clock = clock;
    }

    /**
     * @param repeated only second and later misses
     * @param from first day of publication
     * @param to last day of publication
     * @param words found in agency, field, procedure, reference and number, with or without diacritics, by their beginnings
     */
    record Question(
            @Nullable String agency,
            @Nullable String field,
            @Nullable ApologyKind kind,
            boolean repeated,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String words) {}

    Page<Entry> page(Question question, @Nullable String cursor, int size) {
        var all = criteria(question);
        if (cursor != null) {
            all.add(after(cursor));
        }
        var found = mongo.find(
                new Query(all.isEmpty() ? new Criteria() : new Criteria().andOperator(all))
                        .with(Sort.by(Sort.Direction.DESC, "publishedAt", "_id"))
                        .limit(size + 1),
                Apology.class);
        var now = clock.instant();
        return new Page<>(
                found.stream()
                        .limit(size)
                        .map(apology -> Entry.of(apology, site, now))
                        .toList(),
                found.size() > size ? cursorAt(found.get(size - 1)) : null);
    }

    private List<Criteria> criteria(Question question) {
        var all = new ArrayList<Criteria>();
        if (question.agency() != null) {
            all.add(where("agency.code").is(question.agency()));
        }
        if (question.field() != null) {
            all.add(where("field").is(question.field()));
        }
        var kind = question.kind();
        if (kind != null) {
            all.add(where("cause").is(kind.cause()));
            if (kind.subject() != null) {
                all.add(where("subject").is(kind.subject()));
            }
        }
        if (question.repeated()) {
            all.add(where("miss").gt(1));
        }
        var from = question.from();
        if (from != null) {
            all.add(where("publishedAt").gte(from.atStartOfDay(site.zone()).toInstant()));
        }
        var to = question.to();
        if (to != null) {
            all.add(where("publishedAt")
                    .lt(to.plusDays(1).atStartOfDay(site.zone()).toInstant()));
        }
        if (question.words() != null) {
            Apology.wordsOf(question.words()).stream()
                    .limit(MOST_WORDS)
                    .forEach(word -> all.add(where("searchWords").regex("^" + Pattern.quote(word))));
        }
        return all;
    }

    private static Criteria after(String text) {
        try {
            var cursor = Cursor.decode(text, 2).orElseThrow(Board::wrongCursor);
            var at = Instant.parse(cursor.values().get(0));
            return new Criteria()
                    .orOperator(
                            where("publishedAt").lt(at),
                            where("publishedAt")
                                    .is(at)
                                    .and("_id")
                                    .lt(cursor.values().get(1)));
        } catch (DateTimeParseException notOurs) {
            throw wrongCursor();
        }
    }

    private static RuntimeException wrongCursor() {
        return Problems.invalid(
                "cursor", "Dùng giá trị next của trang trước.", "Use the value next of the page before.");
    }

    private static String cursorAt(Apology last) {
        return new Cursor(List.of(last.publishedAt().toString(), last.id())).encode();
    }
}
