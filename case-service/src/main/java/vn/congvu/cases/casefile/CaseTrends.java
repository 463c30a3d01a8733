package vn.congvu.cases.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/** What happened over a time, counted by day. Each count is one pass over an index range of that time. */
@Component
public class CaseTrends {
    private final MongoTemplate mongo;

    CaseTrends(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    public record Counted(String what, long count) {}

    public record AnsweredOn(String agency, LocalDate day, boolean late, long count) {}

    /**
     * @param scored how many of them gave a score
     * @param points the sum of the scores
     */
    public record Rated(String solved, long count, long scored, long points) {}

    /** Reports received, by day. */
    public List<Counted> received(Criteria visible, Instant from, Instant before, ZoneId zone) {
        return counted(received(visible, from, before), day("$report.receivedAt", zone));
    }

    /** Reports received, by the door they came in by. */
    public List<Counted> channels(Criteria visible, Instant from, Instant before) {
        return counted(received(visible, from, before), "$report.channel");
    }

    /** Reports received, by what they are about; one about two things counts for both. */
    public List<Counted> misconducts(Criteria visible, Instant from, Instant before) {
        var counted = new ArrayList<Counted>();
        var group = new Document("_id", "$report.misconducts").append("count", new Document("$sum", 1));
        aggregate(
                        new Document("$match", received(visible, from, before)),
                        new Document("$unwind", "$report.misconducts"),
                        new Document("$group", group))
                .forEach(row -> counted.add(new Counted(String.valueOf(row.get("_id")), number(row, "count"))));
        return counted;
    }

    /** Answers sent, without joined duplicates and praise, as {@link CaseCounts#answered} counts them. */
    public List<AnsweredOn> answered(Instant from, Instant before, ZoneId zone) {
        var sent = new Document("lookup.answeredAt", new Document("$gte", from).append("$lt", before))
                .append("lookup.mergedInto", null)
                .append("report.kind", new Document("$ne", "PRAISE"));
        var by = new Document("agency", "$lookup.answeredBy")
                .append("day", day("$lookup.answeredAt", zone))
                .append("late", "$lookup.late");
        var answered = new ArrayList<AnsweredOn>();
        var group = new Document("_id", by).append("count", new Document("$sum", 1));
        aggregate(new Document("$match", sent), new Document("$group", group)).forEach(row -> {
            var id = row.get("_id", Document.class);
            answered.add(new AnsweredOn(
                    id.getString("agency"),
                    LocalDate.parse(id.getString("day")),
                    id.getBoolean("late", false),
                    number(row, "count")));
        });
        return answered;
    }

    /** What reporters said of the answers. */
    public List<Rated> ratings(Instant from, Instant before) {
        var given = new Document("rating.ratedAt", new Document("$gte", from).append("$lt", before));
        var group = new Document("_id", "$rating.solved")
                .append("count", new Document("$sum", 1))
                .append(
                        "scored",
                        new Document(
                                "$sum",
                                new Document("$cond", List.of(new Document("$gt", List.of("$rating.score", 0)), 1, 0))))
                .append("points", new Document("$sum", new Document("$ifNull", List.of("$rating.score", 0))));
        var ratings = new ArrayList<Rated>();
        aggregate(new Document("$match", given), new Document("$group", group))
                .forEach(row -> ratings.add(new Rated(
                        String.valueOf(row.get("_id")),
                        number(row, "count"),
                        number(row, "scored"),
                        number(row, "points"))));
        return ratings;
    }

    private static Document received(Criteria visible, Instant from, Instant before) {
        var within = Criteria.where("report.receivedAt").gte(from).lt(before);
        return new Criteria().andOperator(within, visible).getCriteriaObject();
    }

    private List<Counted> counted(Document match, Object by) {
        var counted = new ArrayList<Counted>();
        var group = new Document("_id", by).append("count", new Document("$sum", 1));
        aggregate(new Document("$match", match), new Document("$group", group))
                .forEach(row -> counted.add(new Counted(String.valueOf(row.get("_id")), number(row, "count"))));
        return counted;
    }

    private static Document day(String field, ZoneId zone) {
        return new Document(
                "$dateToString",
                new Document("format", "%Y-%m-%d").append("date", field).append("timezone", zone.getId()));
    }

    private Iterable<Document> aggregate(Document... stages) {
        return mongo.getCollection(mongo.getCollectionName(CaseFile.class)).aggregate(List.of(stages));
    }

    private static long number(Document row, String name) {
        return row.get(name) instanceof Number n ? n.longValue() : 0;
    }
}
