package vn.congvu.platform.audit;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import vn.congvu.platform.audit.Verification.Head;

/**
 * A sealed note of where the chain ended a moment ago, so that rows cut off its end are missed. It stands in the log as well:
 * whoever may write the database could put an older note back, but not into logs that were shipped elsewhere.
 */
class AuditHeads {
    static final String COLLECTION = "audit_heads";
    private static final String ONLY = "head";
    private static final Logger log = LoggerFactory.getLogger(AuditHeads.class);

    private final String service;
    private final MongoTemplate mongo;
    private final AuditEntries entries;
    private final AuditSeal seal;
    private volatile Head seen = AuditTrail.BEGINNING;

    AuditHeads(String service, MongoTemplate mongo, AuditEntries entries, AuditSeal seal) {
        this.service = service;
        this.mongo = mongo;
        this.entries = entries;
        this.seal = seal;
    }

    sealed interface Noted {
        record None() implements Noted {}

        record At(Head head) implements Noted {}

        /** Not ours, or older than one that this process has seen. */
        record Forged() implements Noted {}
    }

    Noted noted() {
        var stored = mongo.getCollection(COLLECTION).find(eq("_id", ONLY)).first();
        if (stored == null) {
            return seen.sequence() == 0 ? new Noted.None() : new Noted.Forged();
        }
        if (!seal.isIntact(stored)
                || !service.equals(stored.get("service"))
                || !(stored.get("sequence") instanceof Number sequence)
                || !(stored.get("entry") instanceof String entry)
                || sequence.longValue() < seen.sequence()) {
            return new Noted.Forged();
        }
        return new Noted.At(new Head(sequence.longValue(), entry));
    }

    /** Never past a note that the chain does not bear out: it is the only trace of what was cut off. */
    @Scheduled(fixedDelayString = "${complaints.platform.audit.head-every:1m}")
    void note() {
        var last = entries.last().map(AuditVerifier::head).orElse(AuditTrail.BEGINNING);
        switch (noted()) {
            case Noted.None() -> {
                if (last.sequence() > 0) {
                    write(last, AuditTrail.BEGINNING);
                }
            }
            case Noted.At(Head before) -> {
                if (!isThere(before)) {
                    log.error("audit: entry {} of {} was cut off or changed: verify the trail", before, service);
                } else if (last.sequence() > before.sequence()) {
                    write(last, before);
                }
            }
            case Noted.Forged() -> log.error("audit: the note of the end of {} is forged: verify the trail", service);
        }
    }

    boolean isThere(Head head) {
        return head.sequence() == 0
                || entries.get(head.sequence())
                        .filter(row -> head.hash().equals(row.get(AuditSeal.HASH)))
                        .isPresent();
    }

    private void write(Head head, Head before) {
        var note = new Document("_id", ONLY)
                .append("service", service)
                .append("sequence", head.sequence())
                .append("entry", head.hash());
        seal.seal(note);
        var notes = mongo.getCollection(COLLECTION);
        if (before.sequence() == 0) {
            try {
                mongo.insert(note, COLLECTION);
            } catch (DuplicateKeyException another) {
                log.debug("another replica noted the end of the chain");
                return;
            }
        } else if (notes.replaceOne(and(eq("_id", ONLY), eq("sequence", before.sequence())), note)
                        .getMatchedCount()
                == 0) {
            return;
        }
        seen = head;
        log.info("audit head of {}: {} {}", service, head.sequence(), head.hash());
    }
}
