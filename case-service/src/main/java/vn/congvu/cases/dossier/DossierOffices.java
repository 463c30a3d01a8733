package vn.congvu.cases.dossier;

import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congvu.cases.directory.Agency;
import vn.congvu.cases.directory.DirectoryView;
import vn.congvu.contracts.AgencyRef;
import vn.congvu.contracts.Office;
import vn.congvu.contracts.Role;

/** Who is told about a promised date, by the offices of the day. */
record DossierOffices(DirectoryView directory) {
    Office head(AgencyRef agency) {
        return directory
                .head(agency.code())
                .orElse(new Office(Role.AGENCY_HEAD.name(), agency.code(), "Thủ trưởng " + agency.name(), null));
    }

    /** What the head of its letters names above an agency. */
    @Nullable
    String superiorName(AgencyRef agency) {
        return directory.superior(agency.code()).map(Agency::name).orElse(null);
    }

    List<Office> superior(AgencyRef agency) {
        return directory
                .superior(agency.code())
                .flatMap(above -> directory.head(above.code()))
                .map(List::of)
                .orElseGet(this::chair);
    }

    List<Office> chair() {
        return directory.chair().map(List::of).orElse(directory.monitors());
    }

    /** The head and the superior, at the second miss the chair of the province too. */
    List<Office> breached(AgencyRef agency, int miss) {
        var tell = new LinkedHashSet<Office>();
        tell.add(head(agency));
        tell.addAll(superior(agency));
        if (miss > 1) {
            tell.addAll(chair());
        }
        return List.copyOf(tell);
    }
}
