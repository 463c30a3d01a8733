package vn.congvu.cases.dossier;

import java.util.LinkedHashSet;
import java.util.List;
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
