package vn.congvu.intake.vault;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congvu.contracts.Channel;

/** How somebody is reached; answered to the sender of messages only. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Contact(
        @Schema(example = "SMS") Channel channel,
        @Schema(example = "+84912345678") @Nullable String phone,
        @Nullable String email) {

    /** Keeps the person out of logs. */
    @Override
    public String toString() {
        return "Contact[private]";
    }
}
