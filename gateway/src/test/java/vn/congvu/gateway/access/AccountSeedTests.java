package vn.congvu.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import vn.congvu.contracts.Role;
import vn.congvu.gateway.testing.GatewayTest;

@GatewayTest
class AccountSeedTests {
    private static final String HEADER = "username,password,roles,agency,title";

    private static final PublicAddress HERE = new PublicAddress(URI.create("http://127.0.0.1:8080"));

    @Autowired
    Accounts accounts;

    @Autowired
    Passwords passwords;

    @TempDir
    Path folder;

    @Test
    void manyAccountsWithOnePasswordCostOneHash() throws IOException {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        for (int i = 0; i < 230; i++) {
            lines.add("seeded.%d,one password for all of them,AGENCY_HEAD;MONITOR,SXD,\"Giám đốc, số %d\""
                    .formatted(i, i));
        }

        var took = seed(lines);

        var last = accounts.find("SEEDED.229").orElseThrow();
        assertThat(last.roles()).containsExactlyInAnyOrder(Role.AGENCY_HEAD, Role.MONITOR);
        assertThat(last.title()).isEqualTo("Giám đốc, số 229");
        assertThat(last.passwordHash())
                .startsWith("$argon2id$")
                .isEqualTo(accounts.find("seeded.0").orElseThrow().passwordHash());
        assertThat(took).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void anAccountThatIsThereIsNeverChanged() throws IOException {
        seed(List.of(HEADER, "kept,the first password of it,AUDITOR,,"));
        seed(List.of(HEADER, "kept,another password for it,ADMIN,,"));

        var kept = accounts.find("kept").orElseThrow();
        assertThat(kept.roles()).containsExactly(Role.AUDITOR);
        assertThat(passwords.matches("the first password of it", kept.passwordHash()))
                .isTrue();
        assertThat(kept.agencyCode()).isNull();
    }

    @Test
    void aBadRowStopsTheStartAndSaysWhere() {
        assertThatThrownBy(() -> seed(List.of(HEADER, "fine,a long enough sentence,AUDITOR,,", "Có Dấu,x,AUDITOR,,")))
                .hasMessageContaining("row 2");
    }

    @Test
    void aSuiteThatOthersCanReachDoesNotStartWithKnownPasswords() {
        var outside = new PublicAddress(URI.create("https://congvu.example"));

        assertThatThrownBy(() -> start(new AccountSeed.Properties(folder), outside))
                .hasMessageContaining("invite people");
        // the demo accounts of the tests are in this database
        assertThatThrownBy(() -> start(new AccountSeed.Properties(null), outside))
                .hasMessageContaining("try-out accounts");
    }

    private void start(AccountSeed.Properties properties, PublicAddress address) {
        new AccountSeed(properties, accounts, passwords, address).afterSingletonsInstantiated();
    }

    private Duration seed(List<String> lines) throws IOException {
        var file = Files.write(folder.resolve("accounts.csv"), lines);
        long start = System.nanoTime();
        new AccountSeed(new AccountSeed.Properties(file), accounts, passwords, HERE).afterSingletonsInstantiated();
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
