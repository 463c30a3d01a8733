package vn.congvu.cases.casefile;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.congvu.cases.directory.Agency;
import vn.congvu.cases.directory.DirectoryView;
import vn.congvu.contracts.AgencyRef;
import vn.congvu.contracts.Office;
import vn.congvu.contracts.Role;

/** Who is told what, by the offices of the day; never an office of an agency that must not see the case. */
final class Tellers {
    private static final Office HOME_AFFAIRS = new Office(Role.MONITOR.name(), "*", "Sở Nội vụ", null);

    private final DirectoryView directory;
    private final @Nullable Handling handling;
    private final Set<String> hiddenFrom;

    Tellers(DirectoryView directory, @Nullable Handling handling, Set<String> hiddenFrom) {
        this.directory = directory;
        this.handling = handling;
        this.hiddenFrom = hiddenFrom;
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
        return percent < 100 ? List.of(head) : distinct(List.of(head), monitors());
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
        return office.or(directory::chair).map(List::of).orElseGet(this::monitors);
    }

    private Optional<Office> superior() {
        return directory
                .superior(responsible().agencyCode())
                .flatMap(above -> directory.head(above.code()))
                .filter(this::maySee);
    }

    /** What the head of its letters names above an agency. */
    @Nullable
    String superiorOf(AgencyRef agency) {
        return directory.superior(agency.code()).map(Agency::name).orElse(null);
    }

    /** Where Home Affairs itself is accused, the chair of the province watches instead. */
    private List<Office> monitors() {
        var watching = directory.monitors().stream().filter(this::maySee).toList();
        return watching.isEmpty()
                ? directory.chair().filter(this::maySee).stream().toList()
                : watching;
    }

    private boolean maySee(Office office) {
        return !hiddenFrom.contains(office.agencyCode());
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
