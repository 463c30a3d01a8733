package vn.congvu.cases.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congvu.contracts.AgencyRef;
import vn.congvu.contracts.Bilingual;

/** Tells which open cases a change of the directory would bring to whom, before it is made. Whoever keeps cases implements it. */
public interface DirectoryForesight {
    /** @param then the directory as it would be, on the day the change takes effect */
    Effect ifDirectoryWere(DirectoryView then);

    /**
     * What would change.
     *
     * @param open open cases looked at
     * @param moved those of them that another agency or head would get, or that would go to triage
     * @param complete whether all open cases were looked at; a preview stops after some thousand
     * @param moves the first of them
     */
    record Effect(int open, int moved, boolean complete, List<Move> moves) {}

    /**
     * @param from who has it now
     * @param to who would get it; absent: triage
     * @param head the office that would answer
     */
    record Move(
            String reference,
            AgencyRef from,
            @Nullable AgencyRef to,
            @Nullable String head,
            List<Bilingual> why) {}
}
