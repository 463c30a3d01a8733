package vn.congvu.notify.contact;

import org.jspecify.annotations.Nullable;

/** How to reach a person, as far as the vault that knows it tells. */
public sealed interface Reach {
    /**
     * A phone, an e-mail address or both, and the name where the vault tells it. Never stored, never logged.
     *
     * @param mayBeTexted whether the phone may be written to; a number typed into a form may be anybody's
     */
    record At(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String email,
            boolean mayBeTexted) implements Reach {
        @Override
        public String toString() {
            return "At[phone " + (phone == null ? "absent" : "present") + ", email "
                    + (email == null ? "absent" : "present") + "]";
        }
    }

    /** There is nobody to reach: left no address, or it was erased. */
    record Nowhere() implements Reach {}

    /** The vault can't be asked now. */
    record NotNow(String reason) implements Reach {}
}
