package vn.congvu.intake.vault;

import java.util.Base64;
import java.util.Optional;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Opens one identity, for somebody to whom the custodian granted it. */
@Component
public class IdentityOpener {
    private static final JsonMapper JSON = new JsonMapper();

    private final MongoTemplate mongo;
    private final CustodianKey custodian;

    IdentityOpener(MongoTemplate mongo, CustodianKey custodian) {
        this.mongo = mongo;
        this.custodian = custodian;
    }

    /** Whether the custodian's private key is here at this moment. */
    public boolean hasKey() {
        return custodian.isHere();
    }

    public boolean isForgotten(String identityRef) {
        var identity = mongo.findById(identityRef, VaultIdentity.class);
        return identity == null || identity.forgottenAt() != null;
    }

    /** @throws IllegalStateException if the key is not here, see {@link #hasKey()} */
    public OpenedIdentity open(String identityRef) {
        var identity = mongo.findById(identityRef, VaultIdentity.class);
        return identity == null || identity.keyId() == null || identity.sealed() == null
                ? new OpenedIdentity.Forgotten()
                : open(identity.keyId(), identity.sealed(), identityRef)
                        .<OpenedIdentity>map(OpenedIdentity.Known::new)
                        .orElseGet(OpenedIdentity.Forgotten::new);
    }

    /**
     * @param owner what it was sealed for
     * @return empty if its key was destroyed
     */
    Optional<Person> open(String keyId, String sealed, String owner) {
        return custodian
                .open(keyId, Base64.getDecoder().decode(sealed), owner)
                .map(person -> JSON.readValue(person, Person.class));
    }
}
