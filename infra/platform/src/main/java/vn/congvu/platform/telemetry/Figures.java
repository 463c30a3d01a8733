package vn.congvu.platform.telemetry;

import java.util.List;
import java.util.Optional;

/**
 * Numbers of one origin, declared as a bean. They are read every few seconds by one thread, whoever asks and however often, so that
 * asking costs nothing and a database that is away holds nobody up.
 */
public interface Figures {
    /** The dependency or kind of work, as health names it. */
    String name();

    /** Always the same ones. */
    List<Figure> all();

    /** Reads them anew; what it throws makes them unknown. */
    void read();

    /** What somebody should look at, in plain words; empty when all is well. */
    Optional<String> trouble();
}
