package vn.congvu.gateway.access;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.congvu.gateway.access.ApiToken.Scope;
import vn.congvu.platform.access.Caller;

/** The API tokens of other systems, for the administrator. */
@RestController
@RequestMapping("/api/v1/accounts/tokens")
@PreAuthorize("hasRole('ADMIN')")
class ApiTokensApi {
    private final ApiTokens tokens;

    ApiTokensApi(ApiTokens tokens) {
        this.tokens = tokens;
    }

    /** @param scopes such as {@code dossiers:write} */
    record NewToken(
            @Nullable String name,
            @Nullable Set<String> scopes,
            @Nullable String agencyCode,
            @Nullable Integer days) {}

    /** @param lastUsedAt to the minute */
    record View(
            String id,
            String name,
            Set<String> scopes,
            @Nullable String agencyCode,
            String createdBy,
            Instant createdAt,
            Instant expiresAt,
            @Nullable Instant lastUsedAt) {}

    record Listed(List<View> items) {}

    @GetMapping
    Listed list() {
        return new Listed(tokens.all().stream().map(ApiTokensApi::view).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ApiTokens.Made make(@RequestBody NewToken asked, Caller administrator) {
        var words = asked.scopes() == null ? Set.<String>of() : asked.scopes();
        var scopes = Arrays.stream(Scope.values())
                .filter(scope -> words.contains(scope.word()))
                .collect(Collectors.toSet());
        return tokens.make(
                asked.name() == null ? "" : asked.name(),
                // an unknown scope is refused like none
                scopes.size() == words.size() ? scopes : Set.of(),
                asked.agencyCode(),
                asked.days() == null ? 0 : asked.days(),
                administrator.subject());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable String id) {
        tokens.revoke(id);
    }

    static View view(ApiToken token) {
        return new View(
                token.tokenHash(),
                token.name(),
                token.scopes().stream().map(Scope::word).collect(Collectors.toSet()),
                token.agencyCode(),
                token.createdBy(),
                token.createdAt(),
                token.expiresAt(),
                token.lastUsedAt());
    }
}
