package vn.congvu.devstack.torture;

import com.mongodb.client.MongoClient;
import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Everything the databases know about one complaint, for whoever looks for what went wrong. */
final class History {
    private static final int LONGEST_LINE = 400;

    private final MongoClient mongo;

    History(MongoClient mongo) {
        this.mongo = mongo;
    }

    /** @param subject a reference, an ingest key, or the id of a complaint, case or notice */
    List<String> of(String subject) {
        var lines = new ArrayList<String>();
        var ids = ids(subject);
        for (var database : Databases.SERVICES) {
            for (var collection : mongo.getDatabase(database).listCollectionNames()) {
                for (var id : ids) {
                    mongo.getDatabase(database)
                            .getCollection(collection)
                            .find(mentions(id))
                            .forEach(document -> lines.add(line(database, collection, document)));
                }
            }
        }
        return lines.stream().distinct().toList();
    }

    /** The ids of one matter in the three databases. */
    private Set<String> ids(String subject) {
        var ids = new HashSet<String>();
        ids.add(subject);
        for (var file : mongo.getDatabase(Databases.CASES)
                .getCollection(Databases.CASE_FILES)
                .find(Filters.or(Filters.eq("_id", subject), Filters.eq("report.reference", subject)))) {
            ids.add(file.getString("_id"));
            var report = file.get("report", Document.class);
            ids.add(report.getString("reference"));
            ids.add(String.valueOf(report.get("complaintId")));
        }
        for (var complaint : mongo.getDatabase(Databases.INTAKE)
                .getCollection(Databases.COMPLAINTS)
                .find(Filters.or(Filters.eq("_id", subject), Filters.eq("reference", subject)))) {
            ids.add(complaint.getString("_id"));
            ids.add(complaint.getString("reference"));
        }
        return ids;
    }

    private static Bson mentions(String id) {
        return Filters.or(List.of(
                Filters.eq("_id", id),
                Filters.eq("aggregateId", id),
                Filters.eq("correlationId", id),
                Filters.eq("complaintId", id),
                Filters.eq("subjectId", id),
                Filters.eq("reference", id),
                Filters.eq("ingestKey", id)));
    }

    private static String line(String database, String collection, Document document) {
        var line = database + "." + collection + " " + document.toJson();
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "…";
    }
}
