package vn.congvu.cases.dossier;

import java.util.Optional;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Which agency has a dossier: for the routing of reports that name its code. */
@Component
public class DossierAgencies {
    private final MongoTemplate mongo;

    DossierAgencies(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    public Optional<String> agencyOf(String dossierCode) {
        return Optional.ofNullable(mongo.findById(dossierCode, Dossier.class))
                .map(d -> d.agency().code());
    }
}
