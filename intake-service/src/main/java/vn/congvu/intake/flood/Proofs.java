package vn.congvu.intake.flood;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.altcha.altcha.Altcha;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.congvu.intake.secret.ServerKey;

/** Proofs of work (ALTCHA): a challenge anyone may have, an answer that costs a second of computing and counts once. */
@Component
class Proofs {
    private static final Logger log = LoggerFactory.getLogger(Proofs.class);
    private static final int LONGEST = 2_000;
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final MongoTemplate mongo;
    private final FloodProperties properties;
    private final Clock clock;
    private final String hmacKey;

    Proofs(MongoTemplate mongo, FloodProperties properties, Clock clock, ServerKey key) {
        this.mongo = mongo;
        this.properties = properties;
        this.clock = clock;
        this.hmacKey = HexFormat.of().formatHex(key.derive("proofs of work", 32));
    }

    /**
     * As the ALTCHA widget reads it.
     *
     * @param maxnumber the number that makes the hash of salt and number the challenge is at most this
     */
    record Challenge(String algorithm, String challenge, long maxnumber, String salt, String signature) {}

    /** @param id the challenge that was answered */
    @Document("used_proofs")
    @TypeAlias("usedProof")
    record UsedProof(@Id String id, Instant until) {}

    Challenge challenge() {
        var options = new Altcha.ChallengeOptions()
                .setAlgorithm(Altcha.Algorithm.SHA256)
                .setMaxNumber(properties.proofWork())
                .setSecureRandomNumber(true)
                .setExpires(clock.instant().plus(properties.proofLasts()).getEpochSecond())
                .setHmacKey(hmacKey);
        try {
            var made = Altcha.createChallenge(options);
            return new Challenge(made.algorithm, made.challenge, made.maxnumber, made.salt, made.signature);
        } catch (Exception impossible) {
            throw new IllegalStateException("no challenge could be made", impossible);
        }
    }

    /** Whether this is an answer to a challenge of ours, in time, that nobody used before; from now on it is used. */
    boolean redeem(@Nullable String proof) {
        return Optional.ofNullable(proof).flatMap(this::read).filter(this::isRight).stream()
                .anyMatch(answer -> isFirst(answer.challenge));
    }

    void forgetOver() {
        mongo.remove(query(where("until").lt(clock.instant())), UsedProof.class);
    }

    private Optional<Altcha.Payload> read(String proof) {
        if (proof.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var json = new String(Base64.getDecoder().decode(proof), StandardCharsets.UTF_8);
            return Optional.ofNullable(JSON.readValue(json, Altcha.Payload.class));
        } catch (IllegalArgumentException | JacksonException unreadable) {
            log.debug("what should be a proof of work can't be read");
            return Optional.empty();
        }
    }

    private boolean isRight(Altcha.Payload answer) {
        try {
            return Altcha.Algorithm.SHA256.getName().equals(answer.algorithm)
                    && Altcha.verifySolution(answer, hmacKey, false)
                    && Instant.ofEpochSecond(Long.parseLong(
                                    Altcha.extractParams(answer.salt).get("expires")))
                            .isAfter(clock.instant());
        } catch (Exception wrong) {
            log.debug("what should be a proof of work can't be checked");
            return false;
        }
    }

    private boolean isFirst(String challenge) {
        try {
            mongo.insert(new UsedProof(challenge, clock.instant().plus(properties.proofLasts())));
            return true;
        } catch (DuplicateKeyException usedBefore) {
            return false;
        }
    }
}
