package vn.congvu.gateway.access;

import java.time.Instant;
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
 * An office that may sign in.
 *
 * @param username lower case, the key
 * @param passwordHash Argon2id, in the encoded form that carries its salt and cost; absent until the invited office sets one
 * @param agencyCode the agency the account acts for, absent for those of the whole province
 * @param title what the office is called, such as "Giám đốc Sở Xây dựng"
 * @param enabled a disabled account keeps its name, so that old records still mean somebody
 * @param invitation how the first password may be set, absent once it is
 * @param totp the authenticator app, absent where none was enrolled
 * @param tryOut whether it came from a file of accounts with known passwords
 * @param version guards changes; absent before the first write
 */
@Document("accounts")
@TypeAlias("account")
record Account(
        @Id String username,
        @Nullable String passwordHash,
        Set<Role> roles,
        @Nullable String agencyCode,
        @Nullable String title,
        boolean enabled,
        @Nullable Invitation invitation,
        @Nullable Totp totp,
        boolean tryOut,
        @Version @Nullable Long version) {
    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

    /** @param codeHash of the code that the administrator hands over */
    record Invitation(String codeHash, Instant expiresAt) {}

    /**
     * @param sealedSecret of the app, sealed with the installation's key
     * @param lastStep the time step of the code used last: neither it nor an older one is taken again
     * @param recoveryHashes of the codes for a lost phone, each taken out when used
     */
    record Totp(String sealedSecret, long lastStep, Set<String> recoveryHashes) {}

    static Account invited(
            String username,
            Set<Role> roles,
            @Nullable String agencyCode,
            @Nullable String title,
            Invitation invitation) {
        return new Account(username, null, roles, agencyCode, title, true, invitation, null, false, null);
    }

    static boolean isUsername(String typed) {
        return USERNAME.matcher(typed).matches();
    }

    /** A password that is set uses the invitation up. */
    Account withPassword(String hash) {
        return new Account(username, hash, roles, agencyCode, title, enabled, null, totp, tryOut, version);
    }

    /** Starts over: no password and no second factor until the invitation is taken. */
    Account withInvitation(Invitation invitation) {
        return new Account(username, null, roles, agencyCode, title, enabled, invitation, null, tryOut, version);
    }

    Caller caller() {
        return new Caller(username, roles, agencyCode, title);
    }
}
