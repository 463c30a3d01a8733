package vn.congvu.platform.audit;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What a walk along a part of a chain found.
 *
 * @param service whose chain it is
 * @param to the last entry looked at; the next part begins after it
 * @param complete whether that was the end of the chain
 * @param fault absent where everything is as it was written
 * @param sequence the first row that is not
 * @param head the last entry, to be noted down where nobody of this system can change it
 */
public record Verification(
        String service,
        long from,
        long to,
        boolean complete,
        @Nullable Fault fault,
        @Nullable Long sequence,
        Head head) {
    @JsonProperty(value = "intact", access = JsonProperty.Access.READ_ONLY)
    public boolean intact() {
        return fault == null;
    }

    /** A place in the chain and what stood there. */
    public record Head(long sequence, String hash) {}

    public enum Fault {
        /** The row is not as it was written. */
        CHANGED,
        /** No row with this number. */
        MISSING,
        /** A row that no number of the chain belongs to. */
        INSERTED,
        /** The row was written behind another one than stands before it. */
        UNLINKED,
        /** The chain ends, or goes on differently, before an entry that is known to have been there. */
        TRUNCATED,
        /** The sealed note of the chain's end is gone, forged, or an older one. */
        HEAD_CHANGED
    }
}
