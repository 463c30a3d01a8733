package vn.congvu.gateway.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.congvu.gateway.services.Service;

/** Whose trail it is: each service keeps its own. */
enum Chain {
    GATEWAY(null),
    INTAKE(Service.INTAKE),
    CASES(Service.CASES),
    NOTIFY(Service.NOTIFY);

    private final @Nullable Service service;

    Chain(@Nullable Service service) {
        this.service = service;
    }

    /** Absent for the gateway itself. */
    Optional<Service> service() {
        return Optional.ofNullable(service);
    }

    /** Part of an address, such as {@code cases}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Chain> of(String word) {
        return Arrays.stream(values())
                .filter(chain -> chain.word().equals(word))
                .findFirst();
    }
}
