package vn.congvu.cases.dossier;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;
import static org.springframework.data.mongodb.core.query.Update.update;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.congvu.cases.dossier.DossierImport.Rejected;
import vn.congvu.cases.dossier.StoredImport.Outcome;
import vn.congvu.cases.dossier.StoredImport.Part;
import vn.congvu.cases.dossier.StoredImport.State;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.Ids;
import vn.congvu.platform.problem.Problem;
import vn.congvu.platform.problem.Problems;
import vn.congvu.platform.sealing.Sealer;

/**
 * Takes files: a small one at once, a large one in the background. A large one is stored, sealed, before anybody is told that it
 * is taken; one replica at a time goes through its parts. A part that a crash cut off is taken again, which changes nothing
 * twice, as dossiers are idempotent by code.
 */
@Component
class DossierImports {
    private static final Logger LOG = LoggerFactory.getLogger(DossierImports.class);
    private static final Duration LEASE = Duration.ofMinutes(1);
    /** A file whose sender is gone before it was whole is forgotten after this. */
    private static final Duration ABANDONED = Duration.ofDays(1);

    private static final int PART = 1_000;
    private static final int LISTED = 50;

    private final DossierImport rows;
    private final MongoTemplate mongo;
    private final Sealer sealer;
    private final JsonMapper json;
    private final DossierProperties properties;
    private final Clock clock;
    /** For leases: the domain's clock may be moved by days while a replica is at work. */
    private final Clock machineClock = Clock.systemUTC();

    DossierImports(
            DossierImport rows,
            MongoTemplate mongo,
            Sealer sealer,
            JsonMapper json,
            DossierProperties properties,
            Clock clock) {
        this.rows = rows;
        this.mongo = mongo;
        this.sealer = sealer;
        this.json = json;
        this.properties = properties;
        this.clock = clock;
    }

    /** What became of a file. */
    sealed interface Taken {
        record AtOnce(DossierImport.Result result) implements Taken {}

        record Later(Progress progress) implements Taken {}
    }

    /** @param done how many rows were gone through */
    record Progress(StoredImport stored, int done, int accepted, int unchanged, int refused) {}

    Taken take(CsvRows file, String by) {
        var first = file.next(properties.maxRows() + 1);
        if (first.size() <= properties.maxRows()) {
            return new Taken.AtOnce(rows.take(first));
        }
        return new Taken.Later(new Progress(store(first, file, by), 0, 0, 0, 0));
    }

    private StoredImport store(List<RawRow> first, CsvRows file, String by) {
        var begun = new StoredImport(Ids.next(), by, now(), State.RECEIVING, 0, 0, 0, Instant.EPOCH, null);
        mongo.insert(begun);
        var waiting = new ArrayList<>(first);
        int count = 0;
        int parts = 0;
        for (var more = file.next(PART); !waiting.isEmpty(); more = file.next(PART)) {
            waiting.addAll(more);
            while (waiting.size() >= PART || (more.isEmpty() && !waiting.isEmpty())) {
                var part = waiting.subList(0, Math.min(PART, waiting.size()));
                count += part.size();
                if (count > properties.maxImportRows()) {
                    forget(begun.id(), parts);
                    throw tooLarge();
                }
                mongo.insert(new Part(
                        StoredImport.partId(begun.id(), parts++), sealer.seal(json.writeValueAsString(part)), null));
                part.clear();
            }
        }
        var whole = update("state", State.RUNNING).set("rows", count).set("parts", parts);
        var stored = mongo.findAndModify(
                query(where("_id").is(begun.id())),
                whole,
                FindAndModifyOptions.options().returnNew(true),
                StoredImport.class);
        if (stored == null) {
            throw new IllegalStateException("import " + begun.id() + " was forgotten while it was stored");
        }
        return stored;
    }

    Optional<Progress> find(String id) {
        return Optional.ofNullable(mongo.findById(id, StoredImport.class)).map(this::progress);
    }

    /** The latest ones, the newest first. */
    List<Progress> latest() {
        var newest = query(where("state").in(State.RUNNING, State.DONE))
                .with(Sort.by(Sort.Direction.DESC, "_id"))
                .limit(LISTED);
        return mongo.find(newest, StoredImport.class).stream()
                .map(this::progress)
                .toList();
    }

    /** The rows of a part that were rejected; empty where the file has no such part. */
    Optional<List<Rejected>> rejected(StoredImport of, int part) {
        if (part < 0 || part >= of.parts()) {
            return Optional.empty();
        }
        var found = mongo.findById(StoredImport.partId(of.id(), part), Part.class);
        var outcome = found == null ? null : found.outcome();
        return Optional.of(outcome == null || outcome.rejected() == null ? List.of() : outcome.rejected());
    }

    private Progress progress(StoredImport stored) {
        var done = query(where("_id").in(stored.partIds().subList(0, Math.min(stored.next() + 1, stored.parts()))));
        done.fields().exclude("sealed", "outcome.rejected");
        int accepted = 0;
        int unchanged = 0;
        int refused = 0;
        for (Part part : mongo.find(done, Part.class)) {
            var outcome = part.outcome();
            if (outcome != null) {
                accepted += outcome.accepted();
                unchanged += outcome.unchanged();
                refused += outcome.refused();
            }
        }
        return new Progress(stored, accepted + unchanged + refused, accepted, unchanged, refused);
    }

    /** Goes on with whatever file waits. */
    @Scheduled(fixedDelayString = "${complaints.cases.dossier.import-interval:1s}")
    void work() {
        for (var claimed = claim(); claimed != null; claimed = claim()) {
            var going = claimed;
            while (going != null && going.state() == State.RUNNING) {
                going = takePart(going);
            }
        }
    }

    private @Nullable StoredImport claim() {
        var now = machineClock.instant();
        var free = where("state").is(State.RUNNING).and("leaseUntil").lte(now);
        return mongo.findAndModify(
                query(free).with(Sort.by("_id")),
                update("leaseUntil", now.plus(LEASE)),
                FindAndModifyOptions.options().returnNew(true),
                StoredImport.class);
    }

    /** @return how the import is then; null when another replica has it */
    private @Nullable StoredImport takePart(StoredImport going) {
        var part = mongo.findById(StoredImport.partId(going.id(), going.next()), Part.class);
        var sealed = part == null ? null : part.sealed();
        if (part != null && sealed != null) {
            var result = rows.take(json.readValue(sealer.open(sealed), new TypeReference<List<RawRow>>() {}));
            mongo.updateFirst(
                    query(where("_id").is(part.id())),
                    update("outcome", Outcome.of(result)).unset("sealed"),
                    Part.class);
        }
        int next = going.next() + 1;
        boolean last = next >= going.parts();
        var mine = where("_id").is(going.id()).and("leaseUntil").is(going.leaseUntil());
        var on = update("next", next)
                .set("leaseUntil", last ? Instant.EPOCH : machineClock.instant().plus(LEASE));
        if (last) {
            on.set("state", State.DONE).set("finishedAt", now());
            LOG.info("import {} of {} rows is done", going.id(), going.rows());
        }
        return mongo.findAndModify(
                query(mine), on, FindAndModifyOptions.options().returnNew(true), StoredImport.class);
    }

    /** What was never whole was never promised. */
    @Scheduled(fixedDelayString = "PT1H")
    void forgetAbandoned() {
        var abandoned = where("state").is(State.RECEIVING).and("receivedAt").lt(now().minus(ABANDONED));
        for (var left : mongo.find(query(abandoned), StoredImport.class)) {
            forget(left.id(), properties.maxImportRows() / PART + 1);
        }
    }

    private void forget(String id, int parts) {
        var ids = new ArrayList<String>();
        for (int part = 0; part < parts; part++) {
            ids.add(StoredImport.partId(id, part));
        }
        mongo.remove(query(where("_id").in(ids)), Part.class);
        mongo.remove(query(where("_id").is(id)), StoredImport.class);
    }

    private Problem tooLarge() {
        return new Problem(
                Problems.TOO_LARGE,
                new Bilingual(
                        "Mỗi tệp nhiều nhất " + properties.maxImportRows() + " hồ sơ; hãy chia nhỏ.",
                        "At most " + properties.maxImportRows() + " dossiers in one file; send them in parts."));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
