package vn.congvu.gateway.access;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The accounts of this installation. */
@Component
class Accounts {
    /** Sorts behind every letter of a name. */
    private static final char LAST = '\uffff';

    private final MongoTemplate mongo;

    Accounts(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    Optional<Account> find(String typedName) {
        return Optional.ofNullable(mongo.findById(typedName.strip().toLowerCase(Locale.ROOT), Account.class));
    }

    /** In order of their names, those that begin with {@code prefix}, from behind {@code after}. */
    List<Account> page(String prefix, @Nullable String after, int size) {
        var names = where("_id").lt(prefix + LAST);
        var from = after == null || after.compareTo(prefix) < 0 ? names.gte(prefix) : names.gt(after);
        return mongo.find(query(from).with(Sort.by("_id")).limit(size), Account.class);
    }

    Set<String> namesAmong(Collection<String> usernames) {
        var known = query(where("_id").in(usernames));
        known.fields().include("_id");
        return new HashSet<>(mongo.find(known, org.bson.Document.class, "accounts").stream()
                .map(stored -> stored.getString("_id"))
                .toList());
    }

    boolean hasTryOut() {
        return mongo.exists(query(where("tryOut").is(true)), Account.class);
    }

    /**
     * Uses a code of the authenticator app up.
     *
     * @return whether it is newer than the one used last
     */
    boolean useStep(String username, long step) {
        return mongo.updateFirst(
                                query(where("_id")
                                        .is(username)
                                        .and("totp.lastStep")
                                        .lt(step)),
                                new Update().set("totp.lastStep", step),
                                Account.class)
                        .getModifiedCount()
                == 1;
    }

    /** @return whether there was one, which is gone now */
    boolean useRecoveryCode(String username, String hash) {
        return mongo.updateFirst(
                                query(where("_id")
                                        .is(username)
                                        .and("totp.recoveryHashes")
                                        .is(hash)),
                                new Update().pull("totp.recoveryHashes", hash),
                                Account.class)
                        .getModifiedCount()
                == 1;
    }

    void enrol(String username, Account.Totp totp) {
        mongo.updateFirst(
                query(where("_id").is(username)), new Update().set("totp", totp).inc("version", 1), Account.class);
    }

    /** @throws org.springframework.dao.DuplicateKeyException if the name is taken */
    Account add(Account account) {
        return mongo.insert(account);
    }

    /** @throws org.springframework.dao.OptimisticLockingFailureException if somebody else changed it meanwhile */
    Account replace(Account changed) {
        return mongo.save(changed);
    }
}
