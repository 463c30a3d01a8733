package vn.congvu.notify.notice;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/** Works off what is due in the ledger. Any number of processes may do so at once. */
@Component
class Deliveries implements SchedulingConfigurer {
    private static final Logger log = LoggerFactory.getLogger(Deliveries.class);

    private final Ledger ledger;
    private final Deliverer deliverer;
    private final Lookups lookups;
    private final DeliverySettings settings;

    Deliveries(Ledger ledger, Deliverer deliverer, Lookups lookups, DeliverySettings settings) {
        this.ledger = ledger;
        this.deliverer = deliverer;
        this.lookups = lookups;
        this.settings = settings;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(
                this::sweep,
                settings.every().compareTo(Duration.ofMillis(50)) < 0 ? Duration.ofMillis(50) : settings.every());
    }

    /** One look; returns when everything found was handled. */
    void sweep() {
        var due = ledger.due(settings.batch());
        if (due.isEmpty()) {
            return;
        }
        var places = new Semaphore(settings.workers());
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var id : due) {
                places.acquireUninterruptibly();
                workers.execute(() -> {
                    try {
                        work(id);
                    } finally {
                        places.release();
                    }
                });
            }
        }
    }

    private void work(String id) {
        try {
            ledger.claim(id, settings.lease()).ifPresent(notice -> {
                switch (notice.delivery().state()) {
                    case PENDING, HELD -> deliverer.send(notice);
                    case SENDING, UNKNOWN -> lookups.lookUp(notice);
                    case SENT, DELIVERED, FAILED, SUPPRESSED ->
                        log.warn(
                                "notice {} is {} and yet due",
                                id,
                                notice.delivery().state());
                }
            });
        } catch (RuntimeException failed) {
            log.error("notice {} could not be worked on; again when its lease is over", id, failed);
        }
    }
}
