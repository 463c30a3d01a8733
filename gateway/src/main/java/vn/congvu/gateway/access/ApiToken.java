package vn.congvu.gateway.access;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;
import vn.congvu.contracts.Role;
import vn.congvu.platform.access.Caller;

/**
 * A program of another system, such as the one-stop counter's, may call a few things.
 *
 * @param tokenHash of the token, which is shown once
 * @param name what the administrator calls it
 * @param agencyCode of the agency whose system it is, absent for one of the whole province
 * @param createdBy the administrator's account
 * @param lastUsedAt to the minute; absent when never
 */
@Document("api_tokens")
@TypeAlias("apiToken")
record ApiToken(
        @Id String tokenHash,
        String name,
        Set<Scope> scopes,
        @Nullable String agencyCode,
        String createdBy,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt) {

    /** What a token may be good for; everything else is closed to it. */
    enum Scope {
        DOSSIERS_WRITE("dossiers:write");

        private final String word;

        Scope(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        boolean covers(String method, String path) {
            return switch (this) {
                case DOSSIERS_WRITE ->
                    method.equals("PUT") && path.equals("/api/v1/dossiers")
                            || method.equals("POST") && path.equals("/api/v1/dossiers/import");
            };
        }
    }

    boolean covers(String method, String path) {
        return scopes.stream().anyMatch(scope -> scope.covers(method, path));
    }

    Caller caller() {
        return new Caller("token:" + name, Set.of(Role.PROGRAM), agencyCode, name);
    }
}
