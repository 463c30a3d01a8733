package vn.congvu.cases.casefile;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.congvu.cases.directory.DirectoryView;
import vn.congvu.contracts.AgencyRef;
import vn.congvu.contracts.Office;
import vn.congvu.contracts.Role;

/** Who is told what, by the offices of the day. */
final class Tellers {
    private static final Office HOME_AFFAIRS = new Office(Role.MONITOR.name(), "*", "Sở Nội vụ", null);

    private final DirectoryView directory;
    private final @Nullable Handling handling;

    Tellers(DirectoryView directory, @Nullable Handling handling) {
        this.directory = directory;
        this.handling = handling;
    }

    /** Who must act: the head of today, or Home Affairs while nobody has the case. */
    Office responsible() {
        if (handling == null) {
            return directory.monitors().stream()
                    .findFirst()
                    .or(directory::chair)
                    .orElse(HOME_AFFAIRS);
        }
        return directory.head(handling.head().agencyCode()).orElse(handling.head());
    }

    AgencyRef agency() {
        if (handling != null) {
            return handling.agency();
        }
        var desk = responsible();
        return directory
                .agency(desk.agencyCode())
                .map(a -> a.ref())
                .orElse(new AgencyRef(desk.agencyCode(), desk.title()));
    }

    /** The first warning goes to the officer, the next to the head, the last to the head and Home Affairs. */
    List<Office> warned(int percent) {
        var head = responsible();
        var officer = handling == null ? null : handling.officer();
        if (percent < 80) {
            return List.of(officer == null ? head : officer);
        }
        return percent < 100 ? List.of(head) : distinct(List.of(head), directory.monitors());
    }

    /** The head and the superior, at a second miss the chair of the province too. */
    List<Office> breached(int miss) {
        return distinct(
                List.of(responsible()),
                superior().stream().toList(),
                miss > 1 ? directory.chair().stream().toList() : List.of());
    }

    List<Office> escalated(int rung) {
        var office = rung == 1 ? superior() : directory.chair();
        return office.or(directory::chair).map(List::of).orElse(directory.monitors());
    }

    private Optional<Office> superior() {
        return directory.superior(responsible().agencyCode()).flatMap(above -> directory.head(above.code()));
    }

    @SafeVarargs
    private static List<Office> distinct(List<Office>... offices) {
        var all = new LinkedHashSet<Office>();
        for (var some : offices) {
            all.addAll(some);
        }
        return new ArrayList<>(all);
    }
}
