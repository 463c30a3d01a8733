package vn.congvu.gateway.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import vn.congvu.contracts.Role;

/**
 * Invites the administrator of a new installation: when there is no account at all, the code with which {@code admin} sets a
 * password is written to a file that only this process's user can read.
 */
@Component
@EnableConfigurationProperties(FirstAdministrator.Properties.class)
class FirstAdministrator implements SmartInitializingSingleton {
    private final Properties properties;
    private final Accounts accounts;
    private final LocalAccounts administration;

    FirstAdministrator(Properties properties, Accounts accounts, LocalAccounts administration) {
        this.properties = properties;
        this.accounts = accounts;
        this.administration = administration;
    }

    /** @param codeFile a file that does not exist yet; absent where accounts come from elsewhere */
    @ConfigurationProperties("complaints.gateway.first-administrator")
    record Properties(@Nullable Path codeFile) {}

    @Override
    public void afterSingletonsInstantiated() {
        var file = properties.codeFile();
        if (file == null || !accounts.page("", null, 1).isEmpty()) {
            return;
        }
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            var invited = administration.add(
                    new LocalAccounts.NewAccount("admin", Set.of(Role.ADMIN), null, "Quản trị hệ thống"));
            Files.writeString(
                    file, "admin " + invited.code() + " until " + invited.expiresAt() + "\n", StandardOpenOption.WRITE);
        } catch (IOException failure) {
            throw new UncheckedIOException("can't write the first administrator's code to " + file, failure);
        }
    }
}
