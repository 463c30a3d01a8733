package vn.congvu.cases.dossier;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a dossier stands with the one-stop counter. */
public enum DossierState {
    RECEIVED,
    /** The applicant added what was missing, usually with a new promised date. */
    SUPPLEMENTED,
    FINISHED,
    /** Given back as it can't be dealt with. */
    RETURNED,
    WITHDRAWN;

    boolean open() {
        return switch (this) {
            case RECEIVED, SUPPLEMENTED -> true;
            case FINISHED, RETURNED, WITHDRAWN -> false;
        };
    }

    static Optional<DossierState> parse(String name) {
        return Arrays.stream(values())
                .filter(s -> s.name().equals(name.strip().toUpperCase(Locale.ROOT)))
                .findFirst();
    }
}
