package vn.congvu.notify.notice;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;
import vn.congvu.platform.background.BackgroundThreads;

/**
 * Works off what is due in the ledger. Any number of processes may do so at once. The work never runs on the scheduler's thread, which
 * a slow provider would otherwise hold while inbox and outbox wait for it.
 */
@Component
class Deliveries implements SchedulingConfigurer, DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(Deliveries.class);

    private final Ledger ledger;
    private final Deliverer deliverer;
    private final Lookups lookups;
    private final DeliverySettings settings;
    private final Semaphore places;
    private final ExecutorService threads;
    private final Set<String> inHand = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean looking = new AtomicBoolean();

    Deliveries(Ledger ledger, Deliverer deliverer, Lookups lookups, DeliverySettings settings) {
        this.ledger = ledger;
        this.deliverer = deliverer;
        this.lookups = lookups;
        this.settings = settings;
        this.places = new Semaphore(settings.workers());
        this.threads = threads("delivery-");
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(this::startLooking, settings.every());
    }

    /** One look; returns when everything found was handled. */
    void sweep() {
        try (var workers = threads("delivery-now-")) {
            handOut(workers);
        }
    }

    /** What is being worked on is finished; the rest keeps its place in the ledger. */
    @Override
    public void destroy() {
        threads.close();
    }

    /** One more than deliver, for the one that looks for them. */
    private ExecutorService threads(String prefix) {
        return BackgroundThreads.pool(prefix, settings.workers() + 1);
    }

    private void startLooking() {
        if (looking.compareAndSet(false, true)) {
            threads.execute(() -> {
                try {
                    int found = settings.batch();
                    while (found == settings.batch() && !threads.isShutdown()) {
                        found = handOut(threads);
                    }
                } catch (RuntimeException failed) {
                    log.error("can't look for what is due; again in {}", settings.every(), failed);
                } finally {
                    looking.set(false);
                }
            });
        }
    }

    private int handOut(ExecutorService workers) {
        var due = ledger.due(settings.batch());
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
        return due.size();
    }

    /** What this process has in hand it does not look up meanwhile, even if the clock is moved far ahead. */
    private void work(String id) {
        if (!inHand.add(id)) {
            return;
        }
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
        } finally {
            inHand.remove(id);
        }
    }
}
