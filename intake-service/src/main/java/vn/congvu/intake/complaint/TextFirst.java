package vn.congvu.intake.complaint;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congvu.contracts.Channel;

/**
 * What a reporter who typed a phone number sends from that phone before we write to it. Said to everybody who typed one: whether it
 * has written before is nobody's business.
 *
 * @param text whole
 * @param to the number of the hotline, absent where none is set
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TextFirst(
        @Schema(example = "XN 7K3F9-QXM2D") String text,
        @Schema(example = "+842763000000") @Nullable String to) {

    /** Null where there is no mobile number, or it came in by telephone itself. */
    public static @Nullable TextFirst of(Complaint complaint, @Nullable String hotline) {
        return complaint.channel() == Channel.WEB && complaint.reachedBy() == Channel.SMS
                ? new TextFirst("XN " + spoken(complaint.reference()), hotline)
                : null;
    }

    private static String spoken(String reference) {
        return reference.substring(0, 5) + "-" + reference.substring(5);
    }
}
