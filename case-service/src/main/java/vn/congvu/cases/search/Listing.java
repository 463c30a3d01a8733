package vn.congvu.cases.search;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import vn.congvu.platform.paging.Cursor;
import vn.congvu.platform.paging.Page;
import vn.congvu.platform.problem.Problem;
import vn.congvu.platform.problem.Problems;

/**
 * One list, ordered by an instant and the id, so that a page begins exactly where the last one ended, whatever came and went
 * meanwhile.
 *
 * @param field the instant it is ordered by
 * @param descending the latest first
 */
public record Listing(String field, boolean descending, int size) {
    private static final int MOST = 200;

    /** @throws vn.congvu.platform.problem.Problem 400 for a size that is none */
    public static Listing by(String field, boolean descending, int size) {
        if (size < 1 || size > MOST) {
            throw Problems.invalid("size", "Từ 1 đến " + MOST + ".", "From 1 to " + MOST + ".");
        }
        return new Listing(field, descending, size);
    }

    public Sort sort() {
        var direction = descending ? Sort.Direction.DESC : Sort.Direction.ASC;
        return Sort.by(direction, field, "_id");
    }

    /** What comes after the cursor; everything without one. */
    public Optional<Criteria> after(@Nullable String cursor) {
        if (cursor == null || cursor.isBlank()) {
            return Optional.empty();
        }
        try {
            var values =
                    Cursor.decode(cursor, 2).orElseThrow(Listing::unreadable).values();
            var at = Instant.parse(values.get(0));
            var id = values.get(1);
            var same = where(field).is(at);
            return Optional.of(new Criteria()
                    .orOperator(
                            descending ? where(field).lt(at) : where(field).gt(at),
                            descending
                                    ? same.and("_id").lt(id)
                                    : same.and("_id").gt(id)));
        } catch (DateTimeParseException notOurs) {
            throw unreadable();
        }
    }

    /** @param found one more than the page holds, where there are more */
    public <T, R> Page<R> page(List<T> found, Function<T, Instant> at, Function<T, String> id, Function<T, R> view) {
        var items = found.subList(0, Math.min(size, found.size()));
        var last = items.isEmpty() || found.size() <= size ? null : items.getLast();
        var next = last == null ? null : new Cursor(List.of(at.apply(last).toString(), id.apply(last))).encode();
        return new Page<>(items.stream().map(view).toList(), next);
    }

    /** Each word is the beginning of a word of the item. Words are letters and digits, so they need no quoting. */
    public static List<Criteria> words(String field, @Nullable String typed) {
        var criteria = new ArrayList<Criteria>();
        if (typed != null && !typed.isBlank()) {
            var words = SearchWords.asked(typed);
            words.forEach(word -> criteria.add(where(field).regex("^" + word)));
            if (words.isEmpty()) {
                // only signs were typed, which no word begins with
                criteria.add(where("_id").in(List.of()));
            }
        }
        return criteria;
    }

    private static Problem unreadable() {
        return Problems.invalid(
                "cursor",
                "Con trỏ trang không đúng; bắt đầu lại từ trang đầu.",
                "Not a cursor of this list; begin at the first page.");
    }
}
