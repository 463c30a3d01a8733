package vn.congvu.gateway.access;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;
import vn.congvu.contracts.Role;
import vn.congvu.platform.access.Caller;

/**
 * An office or a program that may sign in.
 *
 * @param username lower case, the key
 * @param passwordHash Argon2id, in the encoded form that carries its salt and cost
 * @param agencyCode the agency the account acts for, absent for those of the whole province
 * @param title what the office is called, such as "Giám đốc Sở Xây dựng"
 * @param enabled a disabled account keeps its name, so that old records still mean somebody
 * @param version guards changes; absent before the first write
 */
@Document("accounts")
@TypeAlias("account")
record Account(
        @Id String username,
        String passwordHash,
        Set<Role> roles,
        @Nullable String agencyCode,
        @Nullable String title,
        boolean enabled,
        @Version @Nullable Long version) {
    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

    static boolean isUsername(String typed) {
        return USERNAME.matcher(typed).matches();
    }

    Caller caller() {
        return new Caller(username, roles, agencyCode, title);
    }
}
