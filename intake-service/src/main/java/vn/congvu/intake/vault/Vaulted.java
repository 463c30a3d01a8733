package vn.congvu.intake.vault;

import org.jspecify.annotations.Nullable;
import vn.congvu.contracts.Channel;

/**
 * What the rest of the suite knows of a person.
 *
 * @param identityRef absent for an anonymous report
 * @param contactRef absent where nobody can be reached
 * @param reachedBy how the person is best reached: by text message on a mobile number, else on the page
 * @param samePersonRef what others may know two reports of one phone by; it opens nothing and is not the vault's own index
 */
public record Vaulted(
        @Nullable String identityRef,
        @Nullable String contactRef,
        Channel reachedBy,
        @Nullable String samePersonRef) implements Sender {

    static final Vaulted NOBODY = new Vaulted(null, null, Channel.WEB, null);

    @Override
    public boolean addsToVault() {
        return false;
    }

    @Override
    public String canonical() {
        return identityRef + "\u001f" + contactRef;
    }
}
