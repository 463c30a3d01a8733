package vn.congvu.cases.casefile;

import static org.springframework.data.domain.Sort.Direction.ASC;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.IndexOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import vn.congvu.cases.directory.Vacancy;
import vn.congvu.cases.search.WordCodes;
import vn.congvu.platform.migration.Migration;

/** An index for each question that is asked: equality first, then the order, then the range. */
@Configuration(proxyBeanMethods = false)
class CaseIndexes {
    @Bean
    Migration caseFileIndexes() {
        return new Migration("0100-case-file-indexes", mongo -> {
            var cases = mongo.indexOps(CaseFile.class);
            // the sweep
            index(cases, "next_due", "lookup.nextDueAt");
            // the messages of a reporter; a split-off part by its reference
            index(cases, "complaint", "report.complaintId");
            index(cases, "reference", "report.reference");
            // counting deadlines again
            index(cases, "open_id", "lookup.open", "_id");
            // lists of an agency and of all, by what is due first
            index(cases, "agency_open", "lookup.assignedTo", "lookup.open", "lookup.sortAt", "_id");
            index(cases, "agency_state", "lookup.assignedTo", "state", "lookup.sortAt", "_id");
            index(cases, "open", "lookup.open", "lookup.sortAt", "_id");
            index(cases, "state", "state", "lookup.sortAt", "_id");
            // search
            index(cases, "agency_words", "lookup.assignedTo", "lookup.words");
            index(cases, "words", "lookup.words");
            // statistics
            index(cases, "answered", "lookup.answeredAt", "lookup.answeredBy");
            index(cases, "apologies", "apologies");
        });
    }

    @Bean
    Migration routingIndexes() {
        return new Migration("0110-routing-indexes", mongo -> {
            var cases = mongo.indexOps(CaseFile.class);
            // candidates for duplicates
            index(cases, "dossier", "report.dossierCode", "report.receivedAt");
            index(cases, "same_person", "report.samePersonRef", "report.receivedAt");
            index(cases, "commune_received", "report.communeCode", "report.receivedAt");
            index(cases, "agency_received", "lookup.assignedTo", "report.receivedAt");
            // one that came later than the index of all outboxes
            index(mongo.indexOps(Vacancy.class), "outbox_due", "outbox.pending", "outbox.leaseUntil");
        });
    }

    @Bean
    Migration caseTrendIndexes() {
        return new Migration("0111-case-trend-indexes", mongo -> {
            var cases = mongo.indexOps(CaseFile.class);
            index(cases, "received", "report.receivedAt");
            index(cases, "rated", "rating.ratedAt");
        });
    }

    /** Counting starts over: no day has been counted before there were counts. */
    @Bean
    Migration caseCountIndexes() {
        return new Migration("0112-case-count-indexes", mongo -> {
            index(mongo.indexOps(CaseFile.class), "uncounted", "lookup.uncounted", "report.receivedAt");
            mongo.updateMulti(
                    Query.query(Criteria.where("lookup.uncounted").is(null)),
                    new Update().set("lookup.uncounted", true),
                    CaseFile.class);
        });
    }

    @Bean
    Migration codedWords(WordCodes codes) {
        return new Migration("0116-case-words-coded", mongo -> new EarlierWords(mongo, codes).code());
    }

    @Bean
    Migration unsolvedCasesIndex() {
        return new Migration(
                "0114-unsolved-cases-index",
                mongo -> index(mongo.indexOps(CaseFile.class), "flagged", "lookup.flagged", "lookup.sortAt", "_id"));
    }

    @Bean
    Migration draftedCasesIndexes() {
        return new Migration("0115-drafted-cases-indexes", mongo -> {
            var cases = mongo.indexOps(CaseFile.class);
            index(cases, "agency_drafted", "lookup.assignedTo", "lookup.drafted", "lookup.sortAt", "_id");
            index(cases, "drafted", "lookup.drafted", "lookup.sortAt", "_id");
        });
    }

    /** The cases behind a figure of the trends. */
    @Bean
    Migration casesBehindFiguresIndexes() {
        return new Migration("0117-cases-behind-figures-indexes", mongo -> {
            var cases = mongo.indexOps(CaseFile.class);
            index(cases, "received_id", "report.receivedAt", "_id");
            index(cases, "misconduct_received", "report.misconducts", "report.receivedAt", "_id");
            index(cases, "channel_received", "report.channel", "report.receivedAt", "_id");
            index(cases, "answered_by", "lookup.answeredBy", "lookup.answeredAt", "_id");
        });
    }

    /** The cases behind what reporters said of the answers. */
    @Bean
    Migration ratedCasesIndex() {
        return new Migration(
                "0118-rated-cases-index",
                mongo -> index(mongo.indexOps(CaseFile.class), "rated", "rating.solved", "rating.ratedAt", "_id"));
    }

    private static void index(IndexOperations collection, String name, String... fields) {
        var index = new Index().named(name);
        for (String field : fields) {
            index.on(field, ASC);
        }
        collection.createIndex(index);
    }
}
