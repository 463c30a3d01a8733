package vn.congvu.platform.telemetry;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One number that is watched. Not a number as long as nobody could read it, so that an old one is never taken for a new one. */
public final class Figure {
    private final String name;
    private final @Nullable String unit;
    private final String description;
    private final Tags tags;
    private volatile double value = Double.NaN;

    private Figure(String name, @Nullable String unit, String description, Tags tags) {
        this.name = name;
        this.unit = unit;
        this.description = description;
        this.tags = tags;
    }

    /**
     * @param unit plural, as in {@code seconds}: Prometheus shows it at the end of the name
     * @param tags keys and values in turn; never anything that a citizen wrote or is called
     */
    public static Figure of(String name, String unit, String description, String... tags) {
        return new Figure(name, unit, description, Tags.of(tags));
    }

    /** One that is 1 or 0. */
    public static Figure flag(String name, String description, String... tags) {
        return new Figure(name, null, description, Tags.of(tags));
    }

    public void is(boolean now) {
        value = now ? 1 : 0;
    }

    public void is(double now) {
        value = now;
    }

    public void is(Duration now) {
        value = now.toMillis() / 1000.0;
    }

    public void isUnknown() {
        value = Double.NaN;
    }

    public double value() {
        return value;
    }

    /** False for one that is not known. */
    public boolean isMoreThan(double limit) {
        return value > limit;
    }

    public boolean isLongerThan(Duration limit) {
        return value > limit.toMillis() / 1000.0;
    }

    public String name() {
        return name;
    }

    void register(MeterRegistry registry) {
        Gauge.builder(name, this, Figure::value)
                .baseUnit(unit)
                .description(description)
                .tags(tags)
                .register(registry);
    }

    /** As health names it: the name and what tells it from others of this name. */
    String label() {
        var label = new StringBuilder(name);
        tags.stream().forEach(tag -> label.append(' ').append(tag.getValue()));
        return label.toString();
    }
}
