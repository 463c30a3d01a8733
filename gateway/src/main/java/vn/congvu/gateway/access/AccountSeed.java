package vn.congvu.gateway.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import vn.congvu.contracts.Role;

/**
 * Accounts from a file, for trying the suite: {@code username,password,roles,agency,title}. Adds those that are missing
 * and never changes one that is there.
 */
@Component
@EnableConfigurationProperties(AccountSeed.Properties.class)
class AccountSeed implements SmartInitializingSingleton {
    private static final Logger log = LoggerFactory.getLogger(AccountSeed.class);

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .get();

    private final Properties properties;
    private final Accounts accounts;
    private final Passwords passwords;
    private final PublicAddress address;

    AccountSeed(Properties properties, Accounts accounts, Passwords passwords, PublicAddress address) {
        this.properties = properties;
        this.address = address;
        this.accounts = accounts;
        this.passwords = passwords;
    }

    /** @param seedFile absent in production */
    @ConfigurationProperties("complaints.gateway.accounts")
    record Properties(@Nullable Path seedFile) {}

    private record Row(
            String username,
            String password,
            Set<Role> roles,
            @Nullable String agency,
            @Nullable String title) {}

    /**
     * Runs after the beans are there and before the first request.
     *
     * @throws IllegalStateException if accounts with known passwords would be open to others than this machine
     */
    @Override
    public void afterSingletonsInstantiated() {
        var file = properties.seedFile();
        if (file == null) {
            refuseKnownPasswords();
        } else if (!address.isThisMachine()) {
            throw new IllegalStateException(
                    "complaints.gateway.accounts.seed-file is for trying the suite on one machine, and "
                            + address.publicBaseUrl()
                            + " is not this machine: remove the setting and invite people instead");
        } else {
            add(file);
        }
    }

    private void refuseKnownPasswords() {
        if (accounts.hasTryOut()) {
            throw new IllegalStateException(
                    "this database has try-out accounts, whose passwords are known: use a database of its own for real use");
        }
    }

    private void add(Path file) {
        var rows = read(file);
        var known = accounts.namesAmong(rows.stream().map(Row::username).toList());
        // the demo's accounts share one password: hashing it once keeps the start short
        Map<String, String> hashes = new HashMap<>();
        int added = 0;
        for (var row : rows) {
            if (!known.contains(row.username())) {
                var hash = hashes.computeIfAbsent(row.password(), passwords::hash);
                added += add(row, hash) ? 1 : 0;
            }
        }
        log.info("{} of {} accounts of the seed file were new", added, rows.size());
    }

    private boolean add(Row row, String hash) {
        try {
            accounts.add(new Account(
                    row.username(), hash, row.roles(), row.agency(), row.title(), true, null, null, true, null));
            return true;
        } catch (DuplicateKeyException addedByAnotherReplica) {
            log.debug("account {} was added by another replica", row.username());
            return false;
        }
    }

    private static List<Row> read(Path file) {
        try (var parser = CSVParser.parse(file, UTF_8, FORMAT)) {
            return parser.stream().map(cells -> row(cells, file)).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("can't read the seed file of accounts " + file, unreadable);
        }
    }

    private static Row row(CSVRecord cells, Path file) {
        if (!cells.isConsistent() || !Account.isUsername(cells.get("username"))) {
            throw new IllegalStateException(
                    file + " row " + cells.getRecordNumber() + ": expected username,password,roles,agency,title");
        }
        var roles = Arrays.stream(cells.get("roles").split(";"))
                .map(String::strip)
                .filter(role -> !role.isEmpty())
                .map(Role::valueOf)
                .collect(Collectors.toSet());
        return new Row(
                cells.get("username"),
                cells.get("password"),
                roles,
                orNull(cells.get("agency")),
                orNull(cells.get("title")));
    }

    private static @Nullable String orNull(String cell) {
        return cell.isBlank() ? null : cell.strip();
    }
}
