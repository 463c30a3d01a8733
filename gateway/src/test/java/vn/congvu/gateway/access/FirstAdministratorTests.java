package vn.congvu.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.congvu.contracts.Role;
import vn.congvu.gateway.access.LocalAccounts.AccountView;
import vn.congvu.gateway.access.LocalAccounts.Invited;

class FirstAdministratorTests {
    private final Accounts accounts = mock();
    private final LocalAccounts administration = mock();

    @TempDir
    Path folder;

    @Test
    void aNewInstallationHandsOverOneCode() throws IOException {
        when(accounts.page(any(), any(), anyInt())).thenReturn(List.of());
        when(administration.add(any()))
                .thenReturn(new Invited(
                        new AccountView("admin", Set.of(Role.ADMIN), null, null, true, true), "CODE", Instant.EPOCH));
        var file = folder.resolve("code");

        new FirstAdministrator(new FirstAdministrator.Properties(file), accounts, administration)
                .afterSingletonsInstantiated();

        assertThat(file).content().startsWith("admin CODE until");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void anInstallationWithAccountsInvitesNobody() {
        when(accounts.page(any(), any(), anyInt()))
                .thenReturn(List.of(Account.invited(
                        "somebody", Set.of(Role.AUDITOR), null, null, new Account.Invitation("hash", Instant.EPOCH))));

        new FirstAdministrator(new FirstAdministrator.Properties(folder.resolve("code")), accounts, administration)
                .afterSingletonsInstantiated();

        verifyNoInteractions(administration);
        assertThat(folder).isEmptyDirectory();
    }
}
