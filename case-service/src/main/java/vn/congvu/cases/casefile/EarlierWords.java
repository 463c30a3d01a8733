package vn.congvu.cases.casefile;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.util.stream.Stream;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;
import vn.congvu.cases.search.WordCodes;

/** Puts codes in the place of words that were kept in clear, case by case: begun again, it does the rest. */
final class EarlierWords {
    private static final Logger log = LoggerFactory.getLogger(EarlierWords.class);
    private static final String WORDS = "lookup.words";

    private final MongoTemplate mongo;
    private final WordCodes codes;

    EarlierWords(MongoTemplate mongo, WordCodes codes) {
        this.mongo = mongo;
        this.codes = codes;
    }

    void code() {
        int coded = 0;
        for (var document : mongo.getCollection(mongo.getCollectionName(CaseFile.class))
                .find(Filters.gt("_id", ""))
                .sort(Sorts.ascending("_id"))
                .projection(Projections.include(WORDS, "revision.version"))) {
            coded += code(document) ? 1 : 0;
        }
        log.info("the words of {} cases were in clear and are coded", coded);
    }

    /** Of two who write at once one does nothing: a case that changes at this moment keeps its words until it is looked at again. */
    private boolean code(Document document) {
        var words = document.get("lookup", Document.class).getList("words", String.class);
        if (words.isEmpty() || words.stream().allMatch(WordCodes::isCode)) {
            return false;
        }
        var kept = words.stream().filter(WordCodes::isCode);
        var clear = words.stream().filter(word -> !WordCodes.isCode(word)).toList();
        var all = Stream.concat(kept, codes.of(clear).stream()).distinct().toList();
        return mongo.getCollection(mongo.getCollectionName(CaseFile.class))
                        .updateOne(
                                Filters.and(
                                        Filters.eq("_id", document.get("_id")),
                                        Filters.eq(
                                                "revision.version",
                                                document.get("revision", Document.class)
                                                        .get("version"))),
                                new Document("$set", new Document(WORDS, all)))
                        .getModifiedCount()
                == 1;
    }
}
