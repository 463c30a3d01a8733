package vn.congvu.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import vn.congvu.contracts.Ids;
import vn.congvu.platform.messaging.Envelope;
import vn.congvu.platform.testing.SuiteTest;
import vn.congvu.platform.testing.WithoutGuard;

/** A test of the tests: without a guard of the inbox, the claim that it carries turns red. */
@SuiteTest
class InboxGuardTests {
    @Autowired
    MongoTemplate mongo;

    /** No listener has it, so that the running worker finds nothing of it to do. */
    private final String queue = "guarded-" + UUID.randomUUID();

    @AfterEach
    void takeAway() {
        mongo.getCollection(Inbox.MESSAGES).deleteMany(new Document("stream", Inbox.stream(queue, "a")));
        mongo.getCollection(Inbox.STREAMS).deleteOne(new Document("_id", Inbox.stream(queue, "a")));
    }

    @Test
    void withoutItsIdAMessageThatComesTwiceIsTakenTwice() {
        whatComesTwiceIsTakenOnce(new Inbox(mongo));
        takeAway();

        turnsRed(() -> whatComesTwiceIsTakenOnce(new Inbox(WithoutGuard.on(mongo, "_id"))));
    }

    @Test
    void withoutTheTokenOfItsClaimALateWorkerMovesTheStreamOfAnother() {
        aLateWorkerMovesNothing(new Inbox(mongo));
        takeAway();

        turnsRed(() -> aLateWorkerMovesNothing(new Inbox(WithoutGuard.on(mongo, "token"))));
    }

    private static void turnsRed(Runnable claim) {
        assertThatThrownBy(claim::run).as("the claim without its guard").isInstanceOf(AssertionError.class);
    }

    private void whatComesTwiceIsTakenOnce(Inbox inbox) {
        var message = new Envelope(Ids.next(), "complaints.cases", "case.closed.v1", "a", 1, "r", Instant.EPOCH, "{}");
        inbox.store(queue, List.of(message));
        inbox.store(queue, List.of(message));

        assertThat(mongo.getCollection(Inbox.MESSAGES).countDocuments(new Document("stream", Inbox.stream(queue, "a"))))
                .isEqualTo(1);
    }

    private void aLateWorkerMovesNothing(Inbox inbox) {
        var late = inbox.claim(Inbox.stream(queue, "a"), Duration.ZERO).orElseThrow();
        inbox.claim(Inbox.stream(queue, "a"), Duration.ofMinutes(1)).orElseThrow();

        assertThat(inbox.advance(late, 7)).isFalse();
    }
}
