package vn.congvu.notify.notice;

import java.time.Instant;
import vn.congvu.notify.channel.Medium;

/**
 * One hand-over to a provider, recorded before the call.
 *
 * @param number from 1
 * @param textHash recognises the text at the provider
 * @param parts SMS parts, 0 for an e-mail
 * @param lookups how often the provider was asked and had no such message
 */
record Attempt(int number, Medium medium, String textHash, int parts, Instant startedAt, int lookups) {
    Attempt lookedUpInVain() {
        return new Attempt(number, medium, textHash, parts, startedAt, lookups + 1);
    }
}
