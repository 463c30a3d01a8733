package vn.congvu.platform.telemetry;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.scheduling.annotation.Scheduled;

/** Reads all figures in turn, shows them as gauges and says in health what is wrong and why. */
final class FigureReader {
    /** The service works and somebody should look: no reason to restart it or to send its requests elsewhere. */
    static final Status ATTENTION = new Status("ATTENTION");

    private static final Logger log = LoggerFactory.getLogger(FigureReader.class);

    private final List<Figures> sources;
    private final Map<String, String> unreadable = new ConcurrentHashMap<>();

    FigureReader(List<Figures> sources, MeterRegistry registry, HealthContributorRegistry health) {
        this.sources = sources;
        for (var source : sources) {
            source.all().forEach(figure -> figure.register(registry));
            health.registerContributor(source.name(), (HealthIndicator) () -> health(source));
        }
    }

    @Scheduled(
            initialDelayString = "${complaints.platform.figures.every:15s}",
            fixedDelayString = "${complaints.platform.figures.every:15s}")
    void read() {
        sources.forEach(this::read);
    }

    private void read(Figures source) {
        try {
            source.read();
            if (unreadable.remove(source.name()) != null) {
                log.info("figures of {} can be read again", source.name());
            }
        } catch (RuntimeException failure) {
            source.all().forEach(Figure::isUnknown);
            var why = failure.getClass().getSimpleName();
            if (unreadable.put(source.name(), why) == null) {
                log.warn("figures of {} can't be read", source.name(), failure);
            }
        }
    }

    private Health health(Figures source) {
        var details = new LinkedHashMap<String, Object>();
        var failure = unreadable.get(source.name());
        var trouble = failure == null ? source.trouble() : Optional.of("can't be read: " + failure);
        trouble.ifPresent(why -> details.put("why", why));
        for (var figure : source.all()) {
            details.put(figure.label(), Double.isNaN(figure.value()) ? "not known" : figure.value());
        }
        return Health.status(trouble.isPresent() ? ATTENTION : Status.UP)
                .withDetails(details)
                .build();
    }
}
