package vn.congvu.gateway.services;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A service did not answer, or had a failure of its own: worth trying again soon. */
public class ServiceAway extends RuntimeException {
    /** When to try again, for {@code Retry-After}. */
    public static final Duration TRY_AGAIN = Duration.ofSeconds(20);

    private final Service service;

    ServiceAway(Service service, @Nullable Throwable cause) {
        super(service.audience() + " is away", cause);
        this.service = service;
    }

    ServiceAway(Service service, int status) {
        super(service.audience() + " answered " + status);
        this.service = service;
    }

    public Service service() {
        return service;
    }
}
