package vn.congvu.intake.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SmsRepliesTests {
    private static final String REFERENCE = "7K3F9QXM2D";

    @Test
    void everyReplyIsOnePartWithoutDiacritics() {
        var longName =
                "Trung tâm Phục vụ hành chính công và Kiểm soát thủ tục hành chính tỉnh Tây Ninh [cơ sở 2] ".repeat(3);

        assertThat(List.of(
                        SmsReplies.received(REFERENCE),
                        SmsReplies.partAdded(REFERENCE),
                        SmsReplies.messageAdded(REFERENCE),
                        SmsReplies.rated(REFERENCE, 5),
                        SmsReplies.reopeningRequested(REFERENCE),
                        SmsReplies.status(REFERENCE, "Đang giải quyết", longName, Instant.EPOCH),
                        SmsReplies.notYours(),
                        SmsReplies.empty()))
                .allSatisfy(reply -> {
                    assertThat(reply).hasSizeLessThanOrEqualTo(SmsReplies.ONE_PART);
                    assertThat(reply).matches("[A-Za-z0-9 .,:;/()!?+%&'\"-]+");
                });
    }

    @Test
    void theReceiptCarriesTheWholeReferenceAndTheEmergencies() {
        assertThat(SmsReplies.received(REFERENCE)).contains("7K3F9-QXM2D", "113", "114", "115");
    }
}
