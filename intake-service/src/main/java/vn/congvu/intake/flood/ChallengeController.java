package vn.congvu.intake.flood;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "complaints")
class ChallengeController {
    private final Proofs proofs;

    ChallengeController(Proofs proofs) {
        this.proofs = proofs;
    }

    @GetMapping("/api/v1/complaints/challenge")
    @PreAuthorize("permitAll()")
    @Operation(
            summary = "A proof of work to do",
            description =
                    "ALTCHA. For programs that send many reports from one network: find the number whose SHA-256 after the"
                            + " salt is the challenge, and send the base64 of"
                            + " {algorithm, challenge, number, salt, signature} with one report as X-Proof-Of-Work. Then"
                            + " no person has to look at it first. Without a proof it is taken all the same.")
    ResponseEntity<Proofs.Challenge> challenge() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(proofs.challenge());
    }
}
