package vn.congvu.cases.casefile;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;
import vn.congvu.cases.casefile.CaseFact.Answered;
import vn.congvu.cases.casefile.CaseFact.Apologised;
import vn.congvu.cases.casefile.CaseFact.Rated;

/** Case files as statistics read them, and which of them have changed since they were counted. */
@Component
public class CaseFacts {
    private static final String UNCOUNTED = "lookup.uncounted";
    private static final String VERSION = "revision.version";
    private static final String RECEIVED = "report.receivedAt";

    private final MongoTemplate mongo;

    CaseFacts(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** A case in a state that no statistics contain yet. */
    public record Uncounted(String id, long version) {}

    /** When the last uncounted case of those received before a moment was received. */
    public Optional<Instant> lastUncounted(Instant before) {
        return Optional.ofNullable(cases().find(and(eq(UNCOUNTED, true), lt(RECEIVED, before)))
                        .projection(include(RECEIVED))
                        .sort(descending(RECEIVED))
                        .first())
                .map(row -> instant(part(row, "report"), "receivedAt"));
    }

    public long uncounted() {
        return cases().countDocuments(eq(UNCOUNTED, true));
    }

    public List<Uncounted> uncounted(Instant from, Instant before, int limit) {
        var changed = new ArrayList<Uncounted>();
        cases().find(and(eq(UNCOUNTED, true), gte(RECEIVED, from), lt(RECEIVED, before)))
                .projection(include(VERSION))
                .limit(limit)
                .forEach(row -> changed.add(new Uncounted(row.getString("_id"), version(row))));
        return changed;
    }

    public boolean anyUncounted(Instant from, Instant before) {
        return cases().find(and(eq(UNCOUNTED, true), gte(RECEIVED, from), lt(RECEIVED, before)))
                        .projection(include("_id"))
                        .first()
                != null;
    }

    /**
     * One that was changed again meanwhile has another version and stays uncounted.
     *
     * @return how many are counted now
     */
    public int counted(List<Uncounted> cases) {
        if (cases.isEmpty()) {
            return 0;
        }
        return cases().bulkWrite(
                        cases.stream()
                                .map(one -> new UpdateOneModel<Document>(
                                        and(eq("_id", one.id()), eq(VERSION, one.version())), Updates.unset(UNCOUNTED)))
                                .toList(),
                        new BulkWriteOptions().ordered(false))
                .getModifiedCount();
    }

    /** Every case received within a time. */
    public void each(Instant from, Instant before, Consumer<CaseFact> use) {
        cases().find(and(gte(RECEIVED, from), lt(RECEIVED, before)))
                .projection(include(
                        RECEIVED,
                        "report.kind",
                        "report.channel",
                        "report.misconducts",
                        "state",
                        "lookup.open",
                        "lookup.flagged",
                        "lookup.assignedTo",
                        "lookup.dueAt",
                        "lookup.hiddenFrom",
                        "lookup.mergedInto",
                        "lookup.answeredAt",
                        "lookup.answeredBy",
                        "lookup.workingDays",
                        "lookup.late",
                        "rating.ratedAt",
                        "rating.solved",
                        "rating.score",
                        "apologies",
                        "apologisedBy"))
                .forEach(row -> use.accept(fact(row)));
    }

    /** When the first case of all was received. */
    public Optional<Instant> first() {
        return Optional.ofNullable(cases().find()
                        .projection(include(RECEIVED))
                        .sort(ascending(RECEIVED))
                        .first())
                .map(row -> instant(part(row, "report"), "receivedAt"));
    }

    private static CaseFact fact(Document row) {
        var report = part(row, "report");
        var lookup = part(row, "lookup");
        return new CaseFact(
                instant(report, "receivedAt"),
                report.getString("kind"),
                report.getString("channel"),
                report.getList("misconducts", String.class, List.of()),
                row.getString("state"),
                lookup.getBoolean("open", false),
                lookup.getBoolean("flagged", false),
                lookup.getString("assignedTo"),
                due(lookup),
                Set.copyOf(lookup.getList("hiddenFrom", String.class, List.of())),
                lookup.getString("mergedInto") != null,
                answered(lookup),
                rated(row.get("rating", Document.class)),
                apologised(
                        row.getList("apologies", Date.class, List.of()),
                        row.getList("apologisedBy", String.class, List.of())));
    }

    /** The latest ones by those who are known to have made them. */
    private static List<Apologised> apologised(List<Date> at, List<String> by) {
        int unknown = at.size() - by.size();
        return IntStream.range(0, at.size())
                .mapToObj(i -> new Apologised(at.get(i).toInstant(), i < unknown ? null : by.get(i - unknown)))
                .toList();
    }

    private static @Nullable Instant due(Document lookup) {
        var at = lookup.getDate("dueAt");
        return at == null ? null : at.toInstant();
    }

    private static @Nullable Answered answered(Document lookup) {
        var at = lookup.getDate("answeredAt");
        return at == null
                ? null
                : new Answered(
                        at.toInstant(),
                        lookup.getString("answeredBy"),
                        lookup.getInteger("workingDays", 0),
                        lookup.getBoolean("late", false));
    }

    private static @Nullable Rated rated(@Nullable Document rating) {
        return rating == null
                ? null
                : new Rated(instant(rating, "ratedAt"), rating.getString("solved"), rating.getInteger("score"));
    }

    private MongoCollection<Document> cases() {
        return mongo.getCollection(mongo.getCollectionName(CaseFile.class));
    }

    private static long version(Document row) {
        return part(row, "revision").get("version", Number.class).longValue();
    }

    private static Document part(Document row, String name) {
        return row.get(name, Document.class);
    }

    private static Instant instant(Document row, String name) {
        return row.getDate(name).toInstant();
    }
}
