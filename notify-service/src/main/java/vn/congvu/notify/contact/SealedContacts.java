package vn.congvu.notify.contact;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.congvu.platform.sealing.CannotOpenException;
import vn.congvu.platform.sealing.PrivateOpener;

/** Opens contacts that were sealed for this service, and that it alone can open. */
final class SealedContacts {
    private static final JsonMapper JSON = new JsonMapper();

    private final PrivateOpener opener;

    private record Address(@Nullable String phone, @Nullable String email) {}

    SealedContacts(PrivateOpener opener) {
        this.opener = opener;
    }

    /**
     * The contact itself; one that came in clear stays as it is.
     *
     * @throws CannotOpenException if it was sealed for other keys, or is another person's
     */
    ContactVault.Contact opened(String contactRef, ContactVault.Contact contact) {
        if (contact.sealed() == null) {
            return contact;
        }
        var address = JSON.readValue(opener.open(contact.sealed(), contactRef), Address.class);
        return new ContactVault.Contact(
                contact.channel(), contact.name(), address.phone(), address.email(), null, contact.mayBeTexted());
    }
}
