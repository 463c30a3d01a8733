package vn.congvu.platform.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.congvu.contracts.Role;

/**
 * Who is calling, as the gateway knows it. A controller takes it as a parameter.
 *
 * @param subject the account's name, or {@code anonymous}
 * @param agencyCode the agency of a head or officer
 * @param title the office, as histories call it; never a person's name
 */
public record Caller(
        String subject,
        Set<Role> roles,
        @Nullable String agencyCode,
        @Nullable String title) {
    private static final String ANONYMOUS = "anonymous";

    public Caller {
        roles = Set.copyOf(roles);
    }

    /** A citizen, or anybody else who has not signed in. */
    public static Caller anonymous() {
        return new Caller(ANONYMOUS, Set.of(), null, null);
    }

    /** A service that acts for itself. */
    public static Caller service(String name) {
        return new Caller(name, Set.of(Role.SERVICE), null, null);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    public boolean isAnonymous() {
        return ANONYMOUS.equals(subject);
    }
}
