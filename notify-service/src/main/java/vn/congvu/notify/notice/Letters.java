package vn.congvu.notify.notice;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Letters that go with e-mails, written at the moment of sending for the person whose contact was just opened. */
public interface Letters {
    /**
     * Whom it is for; kept nowhere.
     *
     * @param name absent where the vault does not tell it
     */
    record To(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String email) {
        @Override
        public String toString() {
            return "To";
        }
    }

    /** A PDF under its file name. */
    record Pdf(String name, byte[] content) {}

    /** @return empty if there is no such letter */
    Optional<Pdf> of(String letterId, To person);
}
