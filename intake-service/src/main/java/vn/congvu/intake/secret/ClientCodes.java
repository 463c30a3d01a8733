package vn.congvu.intake.secret;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;
import vn.congvu.platform.access.ClientAddress;

/** What a sender's network is known by for one day: a keyed code that can be compared and not read. */
@Component
public class ClientCodes {
    private final ServerKey key;
    private final Clock clock;

    ClientCodes(ServerKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    /** @param about sets the codes of one purpose apart from those of another */
    public String code(String about, ClientAddress client) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return key.forPurpose("clients of " + today).code(about + "\u001e" + client.network());
    }
}
