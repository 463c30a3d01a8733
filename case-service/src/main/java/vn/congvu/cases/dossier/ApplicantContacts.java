package vn.congvu.cases.dossier;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.congvu.contracts.Channel;
import vn.congvu.platform.problem.Problems;

/** How to reach an applicant, for the service that sends the message. Never reachable from outside. */
@RestController
@Hidden
class ApplicantContacts {
    private final DossierDesk desk;

    ApplicantContacts(DossierDesk desk) {
        this.desk = desk;
    }

    /** @param name stands on the applicant's own copy of a letter */
    record Contact(
            Channel channel,
            @Nullable String name,
            @Nullable String phone,
            @Nullable String email) {}

    @GetMapping("/internal/contacts/{contactRef}")
    @PreAuthorize("hasRole('SERVICE')")
    Contact contact(@PathVariable String contactRef) {
        return desk.contact(contactRef)
                .flatMap(a -> Optional.ofNullable(a.reach()).map(by -> new Contact(by, a.name(), a.phone(), a.email())))
                .orElseThrow(() -> Problems.notFound("Không có liên hệ này.", "There is no such contact."));
    }
}
