package vn.congvu.gateway.access;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.congvu.contracts.Role;
import vn.congvu.platform.access.Caller;

/** Reads out of an identity provider's claims who somebody is here. */
final class OidcClaims {
    private static final Set<Role> OF_AN_AGENCY = Set.of(Role.AGENCY_HEAD, Role.AGENCY_OFFICER);
    /** Given by nobody outside: citizens need none, services and programs have their own tokens. */
    private static final Set<Role> NOT_FOR_PEOPLE = Set.of(Role.CITIZEN, Role.SERVICE, Role.PROGRAM);

    private final OidcProperties properties;

    OidcClaims(OidcProperties properties) {
        this.properties = properties;
    }

    sealed interface Reading {
        record Known(Caller caller) implements Reading {}

        record Refused(Why why) implements Reading {}
    }

    /** A message key ends with its name in lower case. */
    enum Why {
        SUBJECT,
        ROLE,
        AGENCY
    }

    Reading read(Map<String, Object> claims) {
        var subject = text(claims.get(properties.subjectClaim()));
        if (subject == null) {
            return new Reading.Refused(Why.SUBJECT);
        }
        var roles = EnumSet.noneOf(Role.class);
        for (var word : words(claims.get(properties.rolesClaim()))) {
            var role = properties.roles().get(word);
            if (role != null && !NOT_FOR_PEOPLE.contains(role)) {
                roles.add(role);
            }
        }
        if (roles.isEmpty()) {
            return new Reading.Refused(Why.ROLE);
        }
        var agency = text(claims.get(properties.agencyClaim()));
        if (agency == null && roles.stream().anyMatch(OF_AN_AGENCY::contains)) {
            return new Reading.Refused(Why.AGENCY);
        }
        return new Reading.Known(
                new Caller("oidc:" + subject, roles, agency, text(claims.get(properties.titleClaim()))));
    }

    private static List<String> words(@Nullable Object claim) {
        if (claim instanceof Collection<?> several) {
            return several.stream().map(String::valueOf).toList();
        }
        return claim instanceof String one ? List.of(one.strip().split("\\s+")) : List.of();
    }

    private static @Nullable String text(@Nullable Object claim) {
        return claim instanceof String written && !written.isBlank() ? written.strip() : null;
    }
}
