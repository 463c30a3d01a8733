package vn.congvu.intake.flood;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.congvu.platform.access.ClientAddress;

/**
 * Says which reports a person should look at before they go to an agency. None is refused: a flood must not silence citizens, so
 * whoever sends many is only read first, and a proof of work spares one report that.
 */
@Component
public class FloodWatch {
    private static final Logger log = LoggerFactory.getLogger(FloodWatch.class);

    private final NetworkCounts counts;
    private final Proofs proofs;
    private final FloodProperties properties;

    FloodWatch(NetworkCounts counts, Proofs proofs, FloodProperties properties) {
        this.counts = counts;
        this.proofs = proofs;
        this.properties = properties;
    }

    /**
     * Whether a report that comes now is one too many; counts it.
     *
     * @param proof an answered challenge, used up only where it is needed
     */
    public boolean isSuspect(ClientAddress client, @Nullable String proof) {
        return client.isKnown() && counts.another(client) > properties.reportsPerHour() && !proofs.redeem(proof);
    }

    @Scheduled(fixedDelayString = "${complaints.intake.flood.forget-every:PT10M}")
    void forgetOver() {
        try {
            counts.forgetOver();
            proofs.forgetOver();
        } catch (RuntimeException failure) {
            log.error("counts of past hours could not be removed; it is tried again", failure);
        }
    }
}
