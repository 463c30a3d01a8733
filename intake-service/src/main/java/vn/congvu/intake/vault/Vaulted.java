package vn.congvu.intake.vault;

import org.jspecify.annotations.Nullable;
import vn.congvu.contracts.Channel;

/**
 * What the rest of the suite knows of a person.
 *
 * @param identityRef absent for an anonymous report
 * @param contactRef absent where nobody can be reached
 * @param reachedBy how the person is best reached: by text message on a mobile number, else on the page
 */
public record Vaulted(
        @Nullable String identityRef, @Nullable String contactRef, Channel reachedBy) implements Sender {

    static final Vaulted NOBODY = new Vaulted(null, null, Channel.WEB);

    @Override
    public String canonical() {
        return identityRef + "\u001f" + contactRef;
    }
}
