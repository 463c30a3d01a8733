package vn.congvu.intake.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.congvu.contracts.Channel;
import vn.congvu.contracts.Language;
import vn.congvu.contracts.SealedText;
import vn.congvu.contracts.Solved;
import vn.congvu.contracts.intake.ComplaintMessageAdded;
import vn.congvu.contracts.intake.ReopeningRequested;
import vn.congvu.intake.complaint.ComplaintChange.Decision;
import vn.congvu.platform.outbox.Revision;

class ComplaintChangeTests {
    private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");

    @Test
    void addsAMessageOnceForEachSending() {
        var after = changed(fresh(), message("sms:1"));

        assertThat(after.messages()).hasSize(1);
        assertThat(decide(after, message("sms:1"))).isEqualTo(new Decision.Unchanged());
    }

    @Test
    void tellsAPartFromAMessage() {
        var decision = decide(fresh(), message("sms:1"));

        assertThat(decision).isInstanceOfSatisfying(Decision.Changed.class, changed -> {
            assertThat(((ComplaintMessageAdded) changed.event()).partOfComplaint())
                    .isTrue();
            assertThat(changed.complaint().fullText()).isEqualTo("Cán bộ vắng mặt\nthêm nữa");
        });
    }

    @Test
    void refusesTheMessageThatWouldMakeItTooLarge() {
        var full = IntStream.range(0, ComplaintChange.MOST_MESSAGES)
                .boxed()
                .reduce(fresh(), (complaint, i) -> changed(complaint, message("sms:" + i)), (a, b) -> b);

        assertThat(decide(full, message("sms:one more"))).isInstanceOf(Decision.Refused.class);
    }

    @Test
    void refusesEverythingAfterAWithdrawalButTheRecordingOfTheCall() {
        var withdrawn = changed(fresh(), new ComplaintChange.Withdraw(null, NOW));

        assertThat(decide(withdrawn, message("sms:1"))).isInstanceOf(Decision.Refused.class);
        assertThat(decide(withdrawn, file("a", true))).isInstanceOf(Decision.Refused.class);
        assertThat(decide(withdrawn, file("a", false))).isInstanceOf(Decision.Changed.class);
        assertThat(decide(withdrawn, new ComplaintChange.Withdraw(null, NOW))).isEqualTo(new Decision.Unchanged());
    }

    @Test
    void takesTenFilesAndNoneTwice() {
        var full = IntStream.range(0, 10)
                .boxed()
                .reduce(fresh(), (complaint, i) -> changed(complaint, file("hash" + i, true)), (a, b) -> b);

        assertThat(decide(full, file("hash3", true))).isEqualTo(new Decision.Unchanged());
        assertThat(decide(full, file("another", true))).isInstanceOf(Decision.Refused.class);
        assertThat(decide(full, file("another", false))).isInstanceOf(Decision.Changed.class);
    }

    @Test
    void takesAnotherVerdictButNotTheSameTwice() {
        var rated = changed(fresh(), rating(4));

        assertThat(decide(rated, rating(4))).isEqualTo(new Decision.Unchanged());
        assertThat(decide(rated, rating(5))).isInstanceOf(Decision.Changed.class);
    }

    @Test
    void asksToReopenOnceForEachAnswer() {
        var asked = changed(fresh(), new ComplaintChange.RequestReopening(NOW, "chưa xong", NOW));

        assertThat(decide(asked, new ComplaintChange.RequestReopening(NOW, "vẫn chưa xong", NOW)))
                .isEqualTo(new Decision.Unchanged());
        assertThat(decide(asked, new ComplaintChange.RequestReopening(NOW.plusSeconds(1), "lại chưa xong", NOW)))
                .isInstanceOfSatisfying(Decision.Changed.class, changed -> assertThat(changed.event())
                        .isInstanceOf(ReopeningRequested.class));
    }

    private static ComplaintChange message(String id) {
        return new ComplaintChange.AddMessage(id, Channel.SMS, "thêm nữa", "thêm nữa", NOW, true);
    }

    private static ComplaintChange file(String sha256, boolean bySomebody) {
        return new ComplaintChange.AddAttachment(
                new Complaint.Attachment("id of " + sha256, "image/png", 3, sha256, NOW), bySomebody);
    }

    private static ComplaintChange rating(int score) {
        return new ComplaintChange.Rate(Solved.SOLVED, score, null, NOW, null);
    }

    private static Complaint changed(Complaint complaint, ComplaintChange change) {
        return ((Decision.Changed) decide(complaint, change)).complaint();
    }

    private static Decision decide(Complaint complaint, ComplaintChange change) {
        return ComplaintChange.decide(complaint, change, SealedText::new);
    }

    private static Complaint fresh() {
        return new Complaint(
                "id",
                Revision.none(),
                "web:1",
                "fingerprint",
                "7K3F9QXM2D",
                "hash",
                Channel.WEB,
                Language.VI,
                Complaint.Content.of("Cán bộ vắng mặt", "Cán bộ vắng mặt"),
                null,
                null,
                Channel.WEB,
                NOW,
                null,
                List.of(),
                List.of(),
                null,
                null,
                null);
    }
}
