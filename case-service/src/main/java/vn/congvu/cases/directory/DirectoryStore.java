package vn.congvu.cases.directory;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** The directory in the database: a document per agency, commune and field, and a counter that announces changes. */
@Repository
class DirectoryStore {
    private static final String VERSIONS = "directory_versions";
    private static final Query THE_VERSION = query(where("_id").is("directory"));

    private final MongoTemplate mongo;

    DirectoryStore(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** Grows with every change; 0 as long as nothing was ever stored. */
    long version() {
        var found = mongo.findOne(THE_VERSION, Document.class, VERSIONS);
        return found != null && found.get("version") instanceof Number version ? version.longValue() : 0;
    }

    /** Tells every replica that something changed. */
    void announce() {
        mongo.findAndModify(
                THE_VERSION,
                new Update().inc("version", 1L),
                FindAndModifyOptions.options().upsert(true),
                Document.class,
                VERSIONS);
    }

    DirectoryData load() {
        return new DirectoryData(
                rows(StoredFile.OfAgency.class),
                rows(StoredFile.OfOffices.class),
                rows(StoredFile.OfCommune.class),
                rows(StoredFile.OfField.class));
    }

    private <P, F extends StoredFile<P>> Map<String, List<P>> rows(Class<F> type) {
        var present = new Query();
        present.fields().exclude("history");
        var rows = new HashMap<String, List<P>>();
        mongo.find(present, type).forEach(file -> rows.put(file.id(), file.rows()));
        return rows;
    }

    <P> Optional<StoredFile<P>> file(Sheet<P> sheet, String id) {
        return Optional.ofNullable(mongo.findById(id, sheet.type()));
    }

    /**
     * Stores a change, with what stood there before in the file's history.
     *
     * @return false when somebody else changed the file since {@code version}
     */
    <P> boolean store(Sheet<P> sheet, String id, long version, List<P> rows, Edit<P> edit) {
        if (version == 0) {
            try {
                mongo.insert(sheet.stored(id, 1, rows, List.of(edit)));
                return true;
            } catch (DuplicateKeyException taken) {
                return false;
            }
        }
        var change = new Update().set("rows", rows).inc("version", 1L).push("history", edit);
        return mongo.updateFirst(query(where("_id").is(id).and("version").is(version)), change, sheet.type())
                        .getMatchedCount()
                == 1;
    }

    /**
     * Stores many changes.
     *
     * @return false when some were not stored because somebody else was faster; the others are
     */
    <P> boolean storeAll(Sheet<P> sheet, Map<String, List<P>> files, Edit<P> change) {
        var present = new HashMap<String, StoredFile<P>>();
        mongo.find(query(where("_id").in(files.keySet())), sheet.type()).forEach(f -> present.put(f.id(), f));
        var bulk = mongo.bulkOps(BulkMode.UNORDERED, sheet.type());
        int replacements = 0;
        for (var file : files.entrySet()) {
            var before = present.get(file.getKey());
            if (before == null) {
                bulk.insert(sheet.stored(
                        file.getKey(), 1, file.getValue(), List.of(new Edit<>(change.at(), change.by(), List.of()))));
                continue;
            }
            replacements++;
            var history = new ArrayList<>(before.history());
            history.add(new Edit<>(change.at(), change.by(), before.rows()));
            bulk.replaceOne(
                    query(where("_id").is(before.id()).and("version").is(before.version())),
                    sheet.stored(before.id(), before.version() + 1, file.getValue(), history));
        }
        try {
            return files.isEmpty() || bulk.execute().getMatchedCount() == replacements;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }

    List<MisconductLabel> labels() {
        return mongo.findAll(MisconductLabel.class);
    }

    Optional<MisconductLabel> label(String code) {
        return Optional.ofNullable(mongo.findById(code, MisconductLabel.class));
    }

    /** @return false when somebody else named it at the same moment */
    boolean name(String code, long version, MisconductLabel.Named name) {
        if (version == 0) {
            try {
                mongo.insert(new MisconductLabel(code, 1, List.of(name)));
                return true;
            } catch (DuplicateKeyException taken) {
                return false;
            }
        }
        var one = query(where("_id").is(code).and("version").is(version));
        return mongo.updateFirst(one, new Update().push("names", name).inc("version", 1L), MisconductLabel.class)
                        .getMatchedCount()
                == 1;
    }
}
