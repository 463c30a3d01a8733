package vn.congvu.intake.vault;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A phone that has written or called. Only such a one is written to: a number typed into the web form may be anybody's.
 *
 * @param person the keyed code of the phone
 */
@Document("vault_phones")
@TypeAlias("vault-phone")
record HeardPhone(@Id String person, Instant since) {
    @Override
    public String toString() {
        return "HeardPhone[private]";
    }
}
