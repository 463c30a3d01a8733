package vn.congvu.intake.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import vn.congvu.contracts.Channel;
import vn.congvu.contracts.Language;
import vn.congvu.intake.IntakeTest;
import vn.congvu.intake.secret.ServerKey;
import vn.congvu.intake.vault.Person;
import vn.congvu.intake.vault.Vault;
import vn.congvu.platform.outbox.Aggregates;
import vn.congvu.platform.sealing.Sealer;
import vn.congvu.platform.testing.MutableClock;

/** A test of the tests: the claim that one key makes one report turns red when the index that carries it is gone. */
@IntakeTest
class IngestKeyGuardTests {
    private static final int AT_ONCE = 2;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    Aggregates aggregates;

    @Autowired
    Complaints complaints;

    @Autowired
    AccessCodes accessCodes;

    @Autowired
    AnswerDates answerDates;

    @Autowired
    Vault vault;

    @Autowired
    Sealer sealer;

    @Autowired
    ServerKey serverKey;

    @Autowired
    ComplaintConfiguration configuration;

    private final String key = "web:" + UUID.randomUUID();

    @AfterEach
    void putTheGuardBack() {
        mongo.getCollection("complaints").deleteMany(new Document("ingestKey", key));
        configuration.complaintIndexes().change().accept(mongo);
    }

    @Test
    void withTheUniqueKeyWhatIsSentTwiceAtOnceIsOneReport() throws Exception {
        sentTwiceAtOnceItIsOneReport();
    }

    @Test
    void withoutTheUniqueKeyWhatIsSentTwiceAtOnceIsTwoReports() {
        mongo.indexOps(Complaint.class).dropIndex("once");

        assertThatThrownBy(this::sentTwiceAtOnceItIsOneReport).isInstanceOf(AssertionError.class);
    }

    /** Both have looked and found nothing before either stores. */
    private void sentTwiceAtOnceItIsOneReport() throws Exception {
        var acceptance = new Acceptance(
                aggregates, complaints, accessCodes, answerDates, vault, sealer, new MeetingClock(), serverKey);
        Callable<Accepted> sending = () -> acceptance.accept(submission());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var references = threads.invokeAll(Collections.nCopies(AT_ONCE, sending)).stream()
                    .map(Future::resultNow)
                    .map(accepted -> accepted.complaint().reference())
                    .distinct();

            assertThat(references).hasSize(1);
        }
        assertThat(mongo.getCollection("complaints").countDocuments(new Document("ingestKey", key)))
                .isOne();
    }

    private Submission submission() {
        return new Submission(
                key,
                Channel.WEB,
                Language.VI,
                Complaint.Content.of("Chờ cả buổi ở quầy.", "Chờ cả buổi ở quầy."),
                Person.anonymous(),
                true,
                null);
    }

    /** Tells the time when all have asked, which they do between looking and storing. */
    private static final class MeetingClock extends Clock {
        private final CyclicBarrier meeting = new CyclicBarrier(AT_ONCE);

        @Override
        public Instant instant() {
            try {
                meeting.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException | BrokenBarrierException | TimeoutException alone) {
                throw new IllegalStateException("nobody else came", alone);
            }
            return MutableClock.MONDAY_MORNING;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
