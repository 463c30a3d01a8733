package vn.congvu.gateway.access;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;
import vn.congvu.contracts.Role;

/**
 * Somebody is signed in, in a browser or as a program.
 *
 * @param tokenHash SHA-256 of the token, which only its owner has: the token is 256 random bits, so a plain hash is enough
 * @param username of the account, or the subject of a caller from elsewhere
 * @param door what the token may be used for: a stolen cookie is no API token
 * @param endsAt when it ends, whatever happens
 * @param caller who signed in with an identity provider and has no account here; absent for accounts
 */
@Document("sign_ins")
@TypeAlias("signIn")
record SignIn(
        @Id String tokenHash,
        String username,
        Door door,
        Instant startedAt,
        Instant lastSeenAt,
        Instant endsAt,
        @Nullable Visitor caller) {
    /** What the identity provider said. */
    record Visitor(
            Set<Role> roles,
            @Nullable String agencyCode,
            @Nullable String title) {}

    enum Door {
        BROWSER,
        PROGRAM,
        /** The password was right, the second factor is still to come: opens nothing but its page. */
        HALF
    }
}
