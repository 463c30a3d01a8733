package vn.congvu.notify.contact;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;
import vn.congvu.platform.sealing.CannotOpenException;

/** Asks the service that keeps the reference: references of dossiers tell themselves by their prefix. */
final class VaultContacts implements Contacts {
    private static final Logger log = LoggerFactory.getLogger(VaultContacts.class);
    private static final String OF_A_DOSSIER = "dossier-";

    private final ContactVault intake;
    private final ContactVault cases;
    private final SealedContacts sealed;
    private final CircuitBreaker intakeBreaker = CircuitBreaker.ofDefaults("contacts-intake");
    private final CircuitBreaker casesBreaker = CircuitBreaker.ofDefaults("contacts-cases");

    VaultContacts(ContactVault intake, ContactVault cases, SealedContacts sealed) {
        this.intake = intake;
        this.cases = cases;
        this.sealed = sealed;
    }

    List<CircuitBreaker> breakers() {
        return List.of(intakeBreaker, casesBreaker);
    }

    @Override
    public Reach reach(String contactRef) {
        return contactRef.startsWith(OF_A_DOSSIER)
                ? ask(cases, casesBreaker, contactRef)
                : ask(intake, intakeBreaker, contactRef);
    }

    private Reach ask(ContactVault vault, CircuitBreaker breaker, String contactRef) {
        try {
            return breaker.executeSupplier(() -> {
                try {
                    return reach(sealed.opened(contactRef, vault.contact(contactRef)));
                } catch (HttpClientErrorException.NotFound | HttpClientErrorException.Gone erased) {
                    return new Reach.Nowhere();
                }
            });
        } catch (CannotOpenException otherKeys) {
            log.error(
                    "the contact {} was sealed for keys that are not in complaints.notify.contact-key.file",
                    contactRef);
            return new Reach.NotNow("contact-key");
        } catch (CallNotPermittedException open) {
            return new Reach.NotNow("vault-away");
        } catch (RestClientException failed) {
            return new Reach.NotNow("vault-" + failed.getClass().getSimpleName());
        }
    }

    private static Reach reach(ContactVault.@Nullable Contact contact) {
        var phone = contact == null ? null : present(contact.phone());
        var email = contact == null ? null : present(contact.email());
        return contact == null || (phone == null && email == null)
                ? new Reach.Nowhere()
                : new Reach.At(present(contact.name()), phone, email, !Boolean.FALSE.equals(contact.mayBeTexted()));
    }

    private static @Nullable String present(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
