package vn.congvu.notify.contact;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import org.jspecify.annotations.Nullable;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;

/** Asks the service that keeps the reference: references of dossiers tell themselves by their prefix. */
final class VaultContacts implements Contacts {
    private static final String OF_A_DOSSIER = "dossier-";

    private final ContactVault intake;
    private final ContactVault cases;
    private final CircuitBreaker intakeBreaker = CircuitBreaker.ofDefaults("contacts-intake");
    private final CircuitBreaker casesBreaker = CircuitBreaker.ofDefaults("contacts-cases");

    VaultContacts(ContactVault intake, ContactVault cases) {
        this.intake = intake;
        this.cases = cases;
    }

    @Override
    public Reach reach(String contactRef) {
        return contactRef.startsWith(OF_A_DOSSIER)
                ? ask(cases, casesBreaker, contactRef)
                : ask(intake, intakeBreaker, contactRef);
    }

    private static Reach ask(ContactVault vault, CircuitBreaker breaker, String contactRef) {
        try {
            return breaker.executeSupplier(() -> {
                try {
                    return reach(vault.contact(contactRef));
                } catch (HttpClientErrorException.NotFound | HttpClientErrorException.Gone erased) {
                    return new Reach.Nowhere();
                }
            });
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
                : new Reach.At(present(contact.name()), phone, email);
    }

    private static @Nullable String present(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
