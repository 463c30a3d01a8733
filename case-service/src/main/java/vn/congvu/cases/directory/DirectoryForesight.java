package vn.congvu.cases.directory;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.congvu.contracts.AgencyRef;
import vn.congvu.contracts.Bilingual;

/** Tells which open cases a change of the directory would bring to whom, before it is made. Whoever keeps cases implements it. */
public interface DirectoryForesight {
    /**
     * @param then the directory as it would be, on the day the change takes effect
     * @param about codes of the agencies that are changed: what they have is looked at first
     */
    Effect ifDirectoryWere(DirectoryView then, Set<String> about);

    /**
     * What would change.
     *
     * @param open how many cases are open
     * @param looked how many of them were looked at before patience ended, those of the changed agencies first
     * @param complete whether that is all of them; if not, {@code moved} is of those looked at only
     * @param moved those looked at that another agency or head would get, or that would go to triage
     * @param moves the first of them
     */
    record Effect(long open, long looked, boolean complete, long moved, List<Move> moves) {}

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
