package vn.congvu.gateway.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import vn.congvu.contracts.SealedText;
import vn.congvu.platform.sealing.Sealer;

/**
 * What a form has to bring back unseen and unchanged, such as a new secret before it is confirmed: sealed into a hidden field,
 * for one purpose, one owner and a few minutes.
 */
class FormState {
    private static final Duration GOOD_FOR = Duration.ofMinutes(10);
    private static final String GAP = "\n";

    private final Sealer sealer;
    private final Clock machineClock;

    FormState(Sealer sealer, Clock machineClock) {
        this.sealer = sealer;
        this.machineClock = machineClock;
    }

    String seal(String purpose, String owner, String value) {
        var until = machineClock.instant().plus(GOOD_FOR);
        return sealer.seal(String.join(GAP, purpose, encoded(owner), encoded(value), until.toString()))
                .jwe();
    }

    /** Empty for what is for something or somebody else, too old, or not ours. */
    Optional<String> open(String purpose, String owner, String field) {
        try {
            var parts = sealer.open(new SealedText(field)).split(GAP, -1);
            return parts.length == 4
                            && parts[0].equals(purpose)
                            && parts[1].equals(encoded(owner))
                            && Instant.parse(parts[3]).isAfter(machineClock.instant())
                    ? Optional.of(new String(Base64.getDecoder().decode(parts[2]), UTF_8))
                    : Optional.empty();
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static String encoded(String value) {
        return Base64.getEncoder().encodeToString(value.getBytes(UTF_8));
    }
}
