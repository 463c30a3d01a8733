package vn.congvu.intake.vault;

import io.swagger.v3.oas.annotations.Hidden;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.congvu.contracts.Bilingual;
import vn.congvu.platform.problem.Problem;
import vn.congvu.platform.problem.ProblemType;

/** The only way out of the vault: to the service that sends the messages. Never proxied by the gateway. */
@Hidden
@RestController
class ContactController {
    private static final ProblemType UNKNOWN_CONTACT =
            new ProblemType("unknown-contact", 404, new Bilingual("Không có liên hệ này", "No such contact"));

    private final Vault vault;

    ContactController(Vault vault) {
        this.vault = vault;
    }

    @GetMapping("/internal/contacts/{contactRef}")
    @PreAuthorize("hasRole('SERVICE')")
    ResponseEntity<Contact> contact(@PathVariable String contactRef) {
        var contact = vault.contact(contactRef)
                .orElseThrow(() -> new Problem(
                        UNKNOWN_CONTACT,
                        new Bilingual(
                                "Liên hệ không có hoặc đã bị xóa.", "The contact does not exist or was erased.")));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ZERO).noStore())
                .body(contact);
    }
}
