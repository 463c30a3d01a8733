package vn.congvu.notify.breaker;

import static java.util.stream.Collectors.joining;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.congvu.platform.telemetry.Figure;
import vn.congvu.platform.telemetry.Figures;

/** Whether something outside this process is known to be away: a breaker that is not closed holds calls back. */
public final class BreakerFigures implements Figures {
    private final String name;
    private final String meanwhile;
    private final Map<CircuitBreaker, Figure> breakers = new LinkedHashMap<>();

    /** @param meanwhile what happens to the work as long as it is away */
    public BreakerFigures(String name, List<CircuitBreaker> breakers, String meanwhile) {
        this.name = name;
        this.meanwhile = meanwhile;
        for (var breaker : breakers) {
            this.breakers.put(
                    breaker,
                    Figure.flag(
                            "complaints.breaker.open",
                            "1 while a circuit breaker holds calls back, because what it guards is away",
                            "breaker",
                            breaker.getName()));
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Figure> all() {
        return List.copyOf(breakers.values());
    }

    @Override
    public void read() {
        breakers.forEach((breaker, figure) -> figure.is(isOpen(breaker)));
    }

    @Override
    public Optional<String> trouble() {
        var open = breakers.keySet().stream()
                .filter(BreakerFigures::isOpen)
                .map(CircuitBreaker::getName)
                .collect(joining(", "));
        return open.isEmpty() ? Optional.empty() : Optional.of(open + ": away; " + meanwhile);
    }

    private static boolean isOpen(CircuitBreaker breaker) {
        return switch (breaker.getState()) {
            case OPEN, FORCED_OPEN, HALF_OPEN -> true;
            case CLOSED, DISABLED, METRICS_ONLY -> false;
        };
    }
}
