package vn.congvu.intake.vault;

import io.swagger.v3.oas.annotations.media.Schema;
import vn.congvu.contracts.Channel;

/**
 * How somebody is reached; answered to the sender of messages only, who alone can open it.
 *
 * @param sealed {@code {"phone", "email"}} as JSON, by HPKE with the reference as context, base64
 * @param mayBeTexted whether the phone has written or called before; no other is written to
 */
public record Contact(@Schema(example = "SMS") Channel channel, String sealed, boolean mayBeTexted) {}
