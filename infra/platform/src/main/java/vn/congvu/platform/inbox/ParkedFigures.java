package vn.congvu.platform.inbox;

import java.util.List;
import java.util.Optional;
import vn.congvu.platform.telemetry.Figure;
import vn.congvu.platform.telemetry.Figures;

/** What waits for an administrator. */
final class ParkedFigures implements Figures {
    private final ParkedMessages messages;
    private final Figure parked =
            Figure.of("complaints.parked", "messages", "Events that could not be read or applied and wait for ADMIN");

    ParkedFigures(ParkedMessages messages) {
        this.messages = messages;
    }

    @Override
    public String name() {
        return "parked";
    }

    @Override
    public List<Figure> all() {
        return List.of(parked);
    }

    @Override
    public void read() {
        parked.is(messages.count());
    }

    @Override
    public Optional<String> trouble() {
        return parked.isMoreThan(0)
                ? Optional.of("messages are parked: an administrator looks at the reason and replays them")
                : Optional.empty();
    }
}
