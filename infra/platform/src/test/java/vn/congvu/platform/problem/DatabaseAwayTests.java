package vn.congvu.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import com.mongodb.ServerAddress;
import com.mongodb.WriteConcernResult;
import com.mongodb.bulk.WriteConcernError;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.UncategorizedMongoDbException;

/** A database that is away for now is not somebody's mistake. */
class DatabaseAwayTests {
    private static final ServerAddress SOMEWHERE = new ServerAddress();

    @Test
    void aConnectionThatCannotBeMadeIsAway() {
        assertThat(DatabaseAway.isCauseOf(new MongoTimeoutException("nobody there")))
                .isTrue();
        assertThat(DatabaseAway.isCauseOf(new DataAccessResourceFailureException("nobody there")))
                .isTrue();
    }

    @Test
    void aServerThatIsNoLongerThePrimaryIsAwayAlsoWhereSpringHasNoWordForIt() {
        var steppedDown = new MongoNotPrimaryException(answer(10107), SOMEWHERE);

        assertThat(DatabaseAway.isCauseOf(new UncategorizedMongoDbException("not primary", steppedDown)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {91, 189, 11600, 14031})
    void aServerThatSaysItCannotNowIsAway(int code) {
        assertThat(DatabaseAway.isCauseOf(new MongoCommandException(answer(code), SOMEWHERE)))
                .isTrue();
    }

    @Test
    void aWriteThatNoMajorityConfirmedInTimeIsAway() {
        var error = new WriteConcernError(64, "WriteConcernTimeout", "waiting for replication timed out", answer(64));

        assertThat(DatabaseAway.isCauseOf(
                        new MongoWriteConcernException(error, WriteConcernResult.unacknowledged(), SOMEWHERE)))
                .isTrue();
    }

    @Test
    void aQuestionThatIsWrongIsNot() {
        assertThat(DatabaseAway.isCauseOf(new MongoCommandException(answer(9), SOMEWHERE)))
                .isFalse();
        assertThat(DatabaseAway.isCauseOf(new MongoException(2, "BadValue"))).isFalse();
        assertThat(DatabaseAway.isCauseOf(new DuplicateKeyException("taken"))).isFalse();
        assertThat(DatabaseAway.isCauseOf(new IllegalStateException("ours"))).isFalse();
    }

    private static BsonDocument answer(int code) {
        return new BsonDocument("ok", new BsonInt32(0))
                .append("code", new BsonInt32(code))
                .append("errmsg", new BsonString("as the server says"));
    }
}
