package vn.congvu.gateway.access;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import vn.congvu.contracts.Bilingual;
import vn.congvu.gateway.access.ApiToken.Scope;
import vn.congvu.platform.audit.AuditAction;
import vn.congvu.platform.problem.Problem;

/** The API tokens of other systems: kept as hashes, ending by themselves, revoked by removing them. */
class ApiTokens {
    /** Starts every token, so that one is known for what it is in a request and in a leaked file. */
    static final String PREFIX = "cvt_";

    static final Duration LONGEST = Duration.ofDays(366);
    private static final int LARGEST_LIST = 500;
    private static final int LONGEST_NAME = 60;
    private static final Duration USED_EVERY = Duration.ofMinutes(1);

    private static final Bilingual RULE = new Bilingual(
            "Mã cần tên (tối đa 60 ký tự), ít nhất một quyền và thời hạn từ 1 đến 366 ngày.",
            "A token needs a name (at most 60 characters), a scope, and 1 to 366 days to live.");
    private static final Bilingual NONE =
            new Bilingual("Không có mã này. Hãy xem lại danh sách.", "There is no such token. Look at the list.");

    private final MongoTemplate mongo;
    private final Clock machineClock;
    private final AccessRecords records;

    ApiTokens(MongoTemplate mongo, Clock machineClock, AccessRecords records) {
        this.mongo = mongo;
        this.machineClock = machineClock;
        this.records = records;
    }

    /** @param token shown this once */
    record Made(String id, String token, Instant expiresAt) {}

    Made make(String name, Set<Scope> scopes, @Nullable String agencyCode, long days, String administrator) {
        var called = name.strip();
        if (called.isEmpty()
                || called.length() > LONGEST_NAME
                || scopes.isEmpty()
                || days < 1
                || days > LONGEST.toDays()) {
            throw new Problem(AccessProblems.TOKEN_REFUSED, RULE);
        }
        var token = PREFIX + RandomToken.draw();
        var now = now();
        records.changing(AuditAction.API_TOKEN_CHANGED, Hashes.sha256(token), "new " + new TreeSet<>(scopes));
        var made = mongo.insert(new ApiToken(
                Hashes.sha256(token),
                called,
                scopes,
                agencyCode,
                administrator,
                now,
                now.plus(Duration.ofDays(days)),
                null));
        return new Made(made.tokenHash(), token, made.expiresAt());
    }

    List<ApiToken> all() {
        return mongo.find(new Query().with(Sort.by("_id")).limit(LARGEST_LIST), ApiToken.class).stream()
                .sorted(Comparator.comparing(ApiToken::createdAt))
                .toList();
    }

    /** @throws Problem if there is none */
    void revoke(String id) {
        records.changing(AuditAction.API_TOKEN_CHANGED, id, "revoke");
        if (mongo.remove(query(where("_id").is(id)), ApiToken.class).getDeletedCount() == 0) {
            throw new Problem(AccessProblems.NO_SUCH_TOKEN, NONE);
        }
    }

    Optional<ApiToken> find(String token) {
        var now = now();
        var found = Optional.ofNullable(mongo.findById(Hashes.sha256(token), ApiToken.class))
                .filter(known -> now.isBefore(known.expiresAt()));
        found.ifPresent(known -> used(known, now));
        return found;
    }

    private void used(ApiToken token, Instant now) {
        var last = token.lastUsedAt();
        if (last == null || last.plus(USED_EVERY).isBefore(now)) {
            mongo.updateFirst(
                    query(where("_id").is(token.tokenHash())), Update.update("lastUsedAt", now), ApiToken.class);
        }
    }

    private Instant now() {
        return machineClock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
