package vn.congvu.devstack.suite;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.congvu.devstack.world.World;
import vn.congvu.devstack.world.WorldClock;

/** What must be there before anything starts: keys, accounts, the directory's files, and the settings that point to them. */
public record Installation(Settings settings) {
    /** The province's number in the simulated world; not given to anybody. */
    private static final String HOTLINE = "+842763001022";

    /**
     * @param data where it is kept
     * @param mongodb URI without the database
     * @param mfa whether staff need a second factor
     * @param province a folder with a directory, or null for Tây Ninh
     */
    public static Installation in(
            Path data,
            Ports ports,
            String mongodb,
            String amqp,
            boolean quorumQueues,
            boolean mfa,
            @Nullable Path province,
            WorldClock clock)
            throws IOException {
        var today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        var directory = Province.copied(province, data.resolve("directory"));
        var accounts = data.resolve("accounts.csv");
        directory.writeAccounts(accounts, today);
        return new Installation(new Settings(
                ports,
                mongodb,
                amqp,
                quorumQueues,
                Secrets.in(data),
                clockFile(data),
                accounts,
                mfa,
                directory,
                directory.name(today),
                HOTLINE));
    }

    public static Path clockFile(Path data) {
        return data.resolve("clock-offset");
    }

    /** How the outside world reaches this installation. */
    public World.Settings world(Path data) {
        return new World.Settings(
                settings.ports().of(Part.WORLD),
                settings.ports().of(Part.SMTP),
                settings.ports().url(Part.GATEWAY),
                settings.hotline(),
                settings.secrets().twilio(),
                settings.secrets().aggregatorSecret(),
                data);
    }

    public String password() {
        return Province.PASSWORD;
    }
}
