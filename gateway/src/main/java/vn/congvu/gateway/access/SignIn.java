package vn.congvu.gateway.access;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Somebody is signed in, in a browser or as a program.
 *
 * @param tokenHash SHA-256 of the token, which only its owner has: the token is 256 random bits, so a plain hash is enough
 * @param door what the token may be used for: a stolen cookie is no API token
 * @param endsAt when it ends, whatever happens
 */
@Document("sign_ins")
@TypeAlias("signIn")
record SignIn(@Id String tokenHash, String username, Door door, Instant startedAt, Instant lastSeenAt, Instant endsAt) {
    enum Door {
        BROWSER,
        PROGRAM
    }
}
