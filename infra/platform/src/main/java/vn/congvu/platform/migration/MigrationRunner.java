package vn.congvu.platform.migration;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;

/** Runs the migrations that this database has not seen, one replica at a time. */
final class MigrationRunner implements InitializingBean {
    static final String COLLECTION = "migrations";
    private static final String LOCK = "lock";
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration ASK_AGAIN = Duration.ofMillis(200);
    private static final Logger log = LoggerFactory.getLogger(MigrationRunner.class);

    private final MongoTemplate mongo;
    private final PatientClient patient;
    private final List<Migration> migrations;

    MigrationRunner(MongoTemplate mongo, PatientClient patient, List<Migration> migrations) {
        this.mongo = mongo;
        this.patient = patient;
        this.migrations =
                migrations.stream().sorted(Comparator.comparing(Migration::id)).toList();
    }

    @Override
    public void afterPropertiesSet() {
        if (migrations.stream().allMatch(this::done)) {
            return;
        }
        var token = UUID.randomUUID().toString();
        while (!claim(token)) {
            LockSupport.parkNanos(ASK_AGAIN.toNanos());
        }
        try {
            patient.use(mongo, database -> migrations.stream()
                    .filter(migration -> !done(migration))
                    .forEach(migration -> run(migration, database)));
        } finally {
            mongo.updateFirst(
                    query(where("_id").is(LOCK).and("token").is(token)),
                    Update.update("leaseUntil", new Date(0)),
                    COLLECTION);
        }
    }

    private boolean done(Migration migration) {
        return mongo.exists(query(where("_id").is(migration.id())), COLLECTION);
    }

    private void run(Migration migration, MongoTemplate database) {
        long start = System.nanoTime();
        migration.change().accept(database);
        var tookMillis = (System.nanoTime() - start) / 1_000_000;
        mongo.getCollection(COLLECTION)
                .insertOne(new Document("_id", migration.id())
                        .append("ranAt", Date.from(Instant.now()))
                        .append("tookMillis", tookMillis));
        log.info("migration {} ran in {} ms", migration.id(), tookMillis);
    }

    private boolean claim(String token) {
        var now = Instant.now();
        try {
            mongo.insert(new Document("_id", LOCK).append("leaseUntil", new Date(0)), COLLECTION);
        } catch (DuplicateKeyException alreadyThere) {
            log.debug("the migration lock exists");
        }
        var result = mongo.updateFirst(
                query(where("_id").is(LOCK).and("leaseUntil").lte(Date.from(now))),
                new Update().set("token", token).set("leaseUntil", Date.from(now.plus(LEASE))),
                COLLECTION);
        return result.getModifiedCount() == 1;
    }
}
