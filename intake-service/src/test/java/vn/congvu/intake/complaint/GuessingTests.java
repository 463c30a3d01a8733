package vn.congvu.intake.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import vn.congvu.intake.Citizen;
import vn.congvu.intake.Citizen.Receipt;
import vn.congvu.intake.IntakeTest;
import vn.congvu.intake.secret.ClientCodes;
import vn.congvu.intake.secret.ServerKey;
import vn.congvu.platform.access.ClientAddress;
import vn.congvu.platform.problem.Problem;
import vn.congvu.platform.testing.MutableClock;

@IntakeTest
@Tag("any-broker")
class GuessingTests {
    private static final ClientAddress OWNER = address("198.51.100.7");
    private static final ClientAddress GUESSER = address("203.0.113.9");

    /** What costs time: a verification, or a question to the database. */
    private static final Set<String> WORK =
            Set.of("matches", "find", "findOne", "findById", "insert", "updateFirst", "upsert", "remove");

    @Autowired
    Citizen citizen;

    @Autowired
    AccessCodes codes;

    @Autowired
    Guesses guesses;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    ServerKey key;

    @Autowired
    ClientCodes clients;

    @Autowired
    MutableClock clock;

    private static final int SAMPLES = 400;
    private static final int WARM_UP = 100;
    /** Five standard deviations. */
    private static final double CLOSE = 0.1;

    private static int addresses;
    private Receipt receipt;

    @BeforeEach
    void aReport() {
        clock.set(MutableClock.MONDAY_MORNING);
        receipt = citizen.reports("Cán bộ vắng mặt cả buổi chiều.");
    }

    @Test
    void theWaitGrowsUpToALimit() {
        assertThat(Guesses.waitAfter(4)).isZero();
        assertThat(Guesses.waitAfter(5)).isEqualTo(Duration.ofSeconds(1));
        assertThat(Guesses.waitAfter(8)).isEqualTo(Duration.ofSeconds(8));
        assertThat(Guesses.waitAfter(1_000_000)).isEqualTo(Guesses.LONGEST_WAIT);
    }

    @Test
    void aTypoDoesNotCount() {
        var code = receipt.accessCode();
        var mistyped = code.substring(0, code.length() - 1) + (code.endsWith("Z") ? "Y" : "Z");
        for (int i = 0; i < 50; i++) {
            assertThat(refusal(receipt.reference(), mistyped, OWNER)).isEqualTo("unknown-reference-or-code");
        }

        assertThat(codes.open(receipt.reference(), receipt.accessCode(), OWNER).reference())
                .isEqualTo(receipt.reference());
    }

    @Test
    void wrongCodesHaveToWaitLongerEachTime() {
        for (int i = 0; i < Guesses.FREE; i++) {
            assertThat(refusal(receipt.reference(), wrongCode(), GUESSER)).isEqualTo("unknown-reference-or-code");
        }
        for (int wrong = Guesses.FREE; wrong < 20; wrong++) {
            for (int early = 0; early < 10; early++) {
                assertThat(refusal(receipt.reference(), wrongCode(), GUESSER)).isEqualTo("too-many-guesses");
            }
            clock.advance(Guesses.waitAfter(wrong).minusMillis(1));
            assertThat(refusal(receipt.reference(), wrongCode(), GUESSER)).isEqualTo("too-many-guesses");
            clock.advance(Duration.ofMillis(1));
            assertThat(refusal(receipt.reference(), wrongCode(), GUESSER)).isEqualTo("unknown-reference-or-code");
        }
    }

    /** The limit holds whichever process is asked: it is kept where the reports are. */
    @Test
    void theWaitOutlivesTheProcess() {
        IntStream.range(0, Guesses.FREE).forEach(i -> refusal(receipt.reference(), wrongCode(), GUESSER));

        var restarted = new AccessCodes(mongo, key, new CodeHash(), new Guesses(mongo, clock), clients);

        var refused = catchThrowableOfType(
                Problem.class, () -> restarted.open(receipt.reference(), receipt.accessCode(), GUESSER));
        assertThat(refused.type().slug()).isEqualTo("too-many-guesses");
    }

    @Test
    void aHundredThousandGuessesFindNothingAndTheOwnerStillGetsIn() throws Exception {
        var hashes = Mockito.spy(new CodeHash());
        var looking = new AccessCodes(mongo, key, hashes, guesses, clients);
        Mockito.clearInvocations(hashes);
        var found = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 100_000; i++) {
                threads.execute(() -> {
                    try {
                        looking.open(receipt.reference(), wrongCode(), GUESSER);
                        found.incrementAndGet();
                    } catch (Problem refused) {
                        assertThat(refused.type().status()).isIn(404, 429);
                    }
                });
            }
        }

        assertThat(found).hasValue(0);
        assertThat(Mockito.mockingDetails(hashes).getInvocations())
                .as("guesses that were looked at: the free ones, and those that were under way")
                .hasSizeBetween(Guesses.FREE, Guesses.FREE + 4);
        assertThatCode(() -> codes.open(receipt.reference(), receipt.accessCode(), OWNER))
                .as("from elsewhere, at once")
                .doesNotThrowAnyException();
        clock.advance(Guesses.LONGEST_WAIT);
        assertThatCode(() -> codes.open(receipt.reference(), receipt.accessCode(), GUESSER))
                .as("from the same network, after the wait")
                .doesNotThrowAnyException();
        assertThat(refusal(receipt.reference(), wrongCode(), GUESSER))
                .as("the right one forgot the wrong ones")
                .isEqualTo("unknown-reference-or-code");
    }

    @Test
    void unknownAndWrongAreTheSameWork() {
        var seen = new ArrayList<List<String>>();
        for (var reference : List.of(receipt.reference(), "0000000000")) {
            var from = address("192.0.2." + (10 + seen.size()));
            var store = Mockito.spy(mongo);
            var hashes = Mockito.spy(new CodeHash());
            var counted = new AccessCodes(store, key, hashes, new Guesses(store, clock), clients);
            Mockito.clearInvocations(store, hashes);
            for (int i = 0; i < Guesses.FREE + 2; i++) {
                catchThrowableOfType(Problem.class, () -> counted.open(reference, wrongCode(), from));
            }
            seen.add(Stream.of(hashes, store)
                    .flatMap(one -> Mockito.mockingDetails(one).getInvocations().stream())
                    .map(call -> call.getMethod().getName())
                    .filter(WORK::contains)
                    .toList());
        }

        assertThat(seen.getFirst()).contains("matches", "findOne", "upsert").isEqualTo(seen.getLast());
    }

    @Test
    void whoMeasuresCantTellUnknownFromWrong() {
        receipt = citizen.reports("Một phản ánh dài. ".repeat(1_000));

        assertThat(shareOfWrongThatTakesLonger(codes)).isBetween(0.5 - CLOSE, 0.5 + CLOSE);
    }

    /** What the test above would see if the work for a wrong code were left out for an unknown reference. */
    @Test
    void whoMeasuresCouldTellIfTheUnknownWereRefusedWithoutWork() {
        var leaky = Mockito.spy(new CodeHash());
        var stored = mongo.getCollection("complaints")
                .find(new Document("reference", receipt.reference()))
                .first()
                .getString("accessCodeHash");
        Mockito.doReturn(false).when(leaky).matches(Mockito.anyString(), Mockito.argThat(hash -> !stored.equals(hash)));

        assertThat(shareOfWrongThatTakesLonger(new AccessCodes(mongo, key, leaky, guesses, clients)))
                .isGreaterThan(0.5 + 2 * CLOSE);
    }

    /**
     * How likely a wrong code takes longer than an unknown reference (the statistic of Mann and Whitney, divided by the pairs), asked
     * in turns and in changing order, so that what else the machine does falls on both. Of {@value #SAMPLES} each it is off by 0.02 by
     * chance (one standard deviation).
     */
    private double shareOfWrongThatTakesLonger(AccessCodes asked) {
        var wrong = new long[SAMPLES];
        var unknown = new long[SAMPLES];
        var order = new Random(7);
        for (int i = -WARM_UP; i < SAMPLES; i++) {
            boolean wrongFirst = order.nextBoolean();
            long first = nanosOf(asked, wrongFirst ? receipt.reference() : "0000000000", nextAddress());
            long second = nanosOf(asked, wrongFirst ? "0000000000" : receipt.reference(), nextAddress());
            if (i >= 0) {
                wrong[i] = wrongFirst ? first : second;
                unknown[i] = wrongFirst ? second : first;
            }
        }
        double longer = 0;
        for (long one : wrong) {
            for (long other : unknown) {
                longer += one > other ? 1 : one == other ? 0.5 : 0;
            }
        }
        return longer / SAMPLES / SAMPLES;
    }

    /** So many that none has to wait. */
    private ClientAddress nextAddress() {
        int next = addresses++;
        return address("10." + next / 65_536 + "." + next / 256 % 256 + "." + next % 256);
    }

    @Test
    void keepsNoAddress() {
        IntStream.range(0, 3).forEach(i -> refusal(receipt.reference(), wrongCode(), GUESSER));

        var kept = new ArrayList<String>();
        mongo.getCollection("code_guesses").find().forEach(document -> kept.add(document.toJson()));
        assertThat(kept).isNotEmpty().noneMatch(one -> one.contains("203.0.113") || one.contains(receipt.reference()));
    }

    private long nanosOf(AccessCodes asked, String reference, ClientAddress from) {
        var guess = wrongCode();
        long start = System.nanoTime();
        catchThrowableOfType(Problem.class, () -> asked.open(reference, guess, from));
        return System.nanoTime() - start;
    }

    private String refusal(String reference, String code, ClientAddress from) {
        return catchThrowableOfType(Problem.class, () -> codes.open(reference, code, from))
                .type()
                .slug();
    }

    /** Well-formed, of a report that is not there. */
    private String wrongCode() {
        return AccessCode.of(UUID.randomUUID().toString(), key).spoken();
    }

    private static ClientAddress address(String written) {
        return ClientAddress.parse(written).orElseThrow();
    }
}
