package vn.congvu.intake.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.Exchanges;
import vn.congvu.contracts.Ids;
import vn.congvu.contracts.Solved;
import vn.congvu.contracts.cases.NoteAdded;
import vn.congvu.contracts.cases.Subject;
import vn.congvu.contracts.intake.ComplaintMessageAdded;
import vn.congvu.contracts.intake.ComplaintRated;
import vn.congvu.contracts.intake.ComplaintWithdrawn;
import vn.congvu.contracts.intake.ReopeningRequested;
import vn.congvu.contracts.notify.ApologyCause;
import vn.congvu.contracts.notify.ApologyOutcomeAdded;
import vn.congvu.contracts.notify.ApologyPublished;
import vn.congvu.intake.Citizen;
import vn.congvu.intake.Citizen.Receipt;
import vn.congvu.intake.IntakeTest;
import vn.congvu.intake.Suite;
import vn.congvu.platform.sealing.Sealer;
import vn.congvu.platform.testing.EventsSeen;
import vn.congvu.platform.testing.Incoming;
import vn.congvu.platform.testing.MutableClock;

@IntakeTest
class TrackingTests {
    private static final String TEXT = "Cán bộ vắng mặt giờ hành chính.";

    @Autowired
    Citizen citizen;

    @Autowired
    Suite suite;

    @Autowired
    Incoming incoming;

    @Autowired
    EventsSeen events;

    @Autowired
    Sealer sealer;

    @Autowired
    MutableClock clock;

    @BeforeEach
    void onAMondayMorning() {
        clock.set(MutableClock.MONDAY_MORNING);
    }

    @Test
    void showsAReportThatNobodyHasLookedAt() {
        var view = citizen.tracks(citizen.reports(TEXT));

        assertThat(view.path("state").asString("")).isEqualTo("RECEIVED");
        assertThat(view.path("text").asString("")).isEqualTo(TEXT);
        assertThat(view.path("timeline").size()).isEqualTo(1);
        assertThat(view.path("identityOpenedCount").asInt(-1)).isZero();
    }

    @Test
    void acceptsTheCodeHoweverItIsTyped() {
        var receipt = citizen.reports(TEXT);

        citizen.tracks(new Receipt(
                " " + receipt.reference().toLowerCase().substring(0, 5) + " - "
                        + receipt.reference().substring(5),
                receipt.accessCode().toLowerCase().replace("-", " ")));
    }

    @Test
    void unknownAndWrongAreTheSameAnswer() {
        var receipt = citizen.reports(TEXT);
        var other = citizen.reports(TEXT);

        var wrong = citizen.does("", new Receipt(receipt.reference(), other.accessCode()), Map.of());
        assertThat(wrong.status()).isEqualTo(404);
        for (var attempt : List.of(
                new Receipt("0000000000", other.accessCode()),
                new Receipt("không phải mã", "x"),
                new Receipt(receipt.reference(), ""),
                new Receipt(receipt.reference(), "A".repeat(100_000)))) {
            assertThat(citizen.does("", attempt, Map.of())).isEqualTo(wrong);
        }
        for (var deed : List.of("/messages", "/rating", "/reopening", "/withdrawal")) {
            assertThat(citizen.does(deed, new Receipt(receipt.reference(), other.accessCode()), Map.of())
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void showsTheWholeConversationInPlainWords() {
        var receipt = citizen.reports(TEXT);
        var reference = receipt.reference();
        suite.assigns(reference);
        suite.asks(reference, "Vắng mặt lúc mấy giờ?");
        citizen.does("/messages", receipt, Map.of("text", "Từ 14 giờ đến 16 giờ"));
        incoming.publish(
                Exchanges.CASES,
                suite.caseOf(reference),
                reference,
                new NoteAdded(
                        suite.caseOf(reference), suite.complaint(reference).id(), reference, clock.instant()));
        clock.advance(Duration.ofDays(1));
        suite.answers(reference, "Đã nhắc nhở cán bộ trực.");

        var view = citizen.tracks(receipt);

        assertThat(view.path("state").asString("")).isEqualTo("ANSWERED");
        assertThat(view.at("/agency/name").asString("")).isEqualTo("Sở Xây dựng");
        assertThat(view.at("/answer/text").asString("")).isEqualTo("Đã nhắc nhở cán bộ trực.");
        assertThat(view.path("messages").findValuesAsString("text"))
                .containsExactly("Vắng mặt lúc mấy giờ?", "Từ 14 giờ đến 16 giờ");
        assertThat(view.path("messages").findValuesAsString("from")).containsExactly("AGENCY", "REPORTER");
        assertThat(view.path("timeline").findValuesAsString("vi"))
                .anySatisfy(step -> assertThat(step).contains("Giám đốc Sở Xây dựng"))
                .noneSatisfy(step -> assertThat(step).containsIgnoringCase("ghi chú"));
    }

    @Test
    void appliesARepeatedEventOnce() {
        var receipt = citizen.reports(TEXT);
        var reference = receipt.reference();
        suite.assigns(reference);
        var question = incoming.envelope(
                Exchanges.CASES,
                suite.caseOf(reference),
                1,
                reference,
                new NoteAdded(
                        suite.caseOf(reference), suite.complaint(reference).id(), reference, clock.instant()));
        incoming.publish(question);
        suite.answers(reference, "Đã nhắc nhở.");

        assertThat(citizen.tracks(receipt).path("timeline").findValuesAsString("vi").stream()
                        .filter(step -> step.contains("đã trả lời")))
                .hasSize(1);
    }

    @Test
    void showsApologiesAndWhatBecameOfThem() {
        var receipt = citizen.reports(TEXT);
        var complaint = suite.complaint(receipt.reference());
        var apologyId = Ids.next();
        incoming.publish(
                Exchanges.NOTIFY,
                apologyId,
                receipt.reference(),
                new ApologyPublished(
                        apologyId,
                        Subject.CASE,
                        suite.caseOf(receipt.reference()),
                        complaint.id(),
                        receipt.reference(),
                        Suite.CONSTRUCTION,
                        "05/PXL-SXD",
                        ApologyCause.MISSED_DEADLINE,
                        1,
                        clock.instant()));
        incoming.publish(
                Exchanges.NOTIFY,
                apologyId,
                receipt.reference(),
                new ApologyOutcomeAdded(
                        apologyId,
                        receipt.reference(),
                        new Bilingual("Đã trả lời sau 3 ngày làm việc", "Answered after 3 working days"),
                        clock.instant()));
        suite.awaitProgress(receipt.reference(), progress -> progress.apologies().stream()
                .anyMatch(apology -> apology.outcome() != null));

        var apologies = citizen.tracks(receipt).path("apologies");

        assertThat(apologies.size()).isEqualTo(1);
        assertThat(apologies.at("/0/number").asString("")).isEqualTo("05/PXL-SXD");
        assertThat(apologies.at("/0/outcome/vi").asString("")).contains("3 ngày");
    }

    @Test
    void fiftyMessagesAtOnceAllArriveOnceAndInOneSequence() throws Exception {
        var receipt = citizen.reports(TEXT);
        var sendings = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 25; i++) {
            var key = UUID.randomUUID().toString();
            var text = "Tin " + i;
            for (int twice = 0; twice < 2; twice++) {
                sendings.add(() -> {
                    var body = Citizen.JSON.writeValueAsBytes(
                            Map.of("reference", receipt.reference(), "accessCode", receipt.accessCode(), "text", text));
                    return citizen.perform(Citizen.json("/api/v1/tracking/messages", body)
                                    .header("Idempotency-Key", key))
                            .status();
                });
            }
        }
        try (var pool = Executors.newFixedThreadPool(12)) {
            assertThat(pool.invokeAll(sendings).stream().map(Future::resultNow)).containsOnly(200);
        }

        var complaint = suite.complaint(receipt.reference());
        assertThat(complaint.messages()).hasSize(25);
        events.await(ComplaintMessageAdded.class, seen -> seen.messageId()
                .equals(complaint.messages().getLast().messageId()));
        assertThat(events.sequences(complaint.id()))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 26).boxed().toList());
    }

    @Test
    void refusesARatingBeforeThereIsAnAnswer() {
        var receipt = citizen.reports(TEXT);

        assertThat(citizen.does("/rating", receipt, Map.of("score", 5)).status())
                .isEqualTo(409);
        assertThat(citizen.does("/reopening", receipt, Map.of("reason", "chưa xong"))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void ratesAndAsksToReopen() {
        var receipt = answered();

        var rated = citizen.does("/rating", receipt, Map.of("solved", "NOT_SOLVED", "score", 1, "words", "Chưa xong"));
        var reopened = citizen.does("/reopening", receipt, Map.of("reason", "Hôm nay vẫn vắng"));

        assertThat(rated.status()).isEqualTo(200);
        assertThat(reopened.status()).isEqualTo(200);
        var rating = events.await(ComplaintRated.class, seen -> seen.reference().equals(receipt.reference()));
        assertThat(rating.solved()).isEqualTo(Solved.NOT_SOLVED);
        assertThat(sealer.open(rating.words())).isEqualTo("Chưa xong");
        events.await(ReopeningRequested.class, seen -> seen.reference().equals(receipt.reference()));
    }

    @Test
    void namesWhatIsWrongWithARating() {
        var receipt = answered();

        assertThat(citizen.does("/rating", receipt, Map.of("score", 6)).status())
                .isEqualTo(422);
        assertThat(citizen.does("/rating", receipt, Map.of()).status()).isEqualTo(422);
        assertThat(citizen.does("/rating", receipt, Map.of("score", 5, "by", "x"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void withdrawsOnceAndTakesNothingMore() {
        var receipt = citizen.reports(TEXT);

        citizen.does("/withdrawal", receipt, Map.of("reason", "Đã tự giải quyết"));
        var again = citizen.does("/withdrawal", receipt, Map.of());

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("state")).isEqualTo("WITHDRAWN");
        events.await(ComplaintWithdrawn.class, seen -> seen.reference().equals(receipt.reference()));
        assertThat(citizen.does("/messages", receipt, Map.of("text", "thêm")).status())
                .isEqualTo(409);
    }

    private Receipt answered() {
        var receipt = citizen.reports(TEXT);
        suite.assigns(receipt.reference());
        suite.answers(receipt.reference(), "Đã nhắc nhở cán bộ trực.");
        return receipt;
    }
}
