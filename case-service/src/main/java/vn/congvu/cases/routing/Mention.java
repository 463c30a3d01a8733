package vn.congvu.cases.routing;

import java.util.List;
import vn.congvu.cases.directory.Agency;

/**
 * A name that a text contains.
 *
 * @param shown the name as the directory has it; never the writer's words
 * @param agencies who answers for it on that day; several where it is ambiguous or was divided
 * @param start position of its first word
 * @param end position after its last word
 * @param head whether its head or a deputy of it is the one complained about
 */
record Mention(Kind kind, Weight weight, String shown, List<Agency> agencies, int start, int end, boolean head) {
    enum Kind {
        AGENCY,
        COMMUNE,
        DISTRICT
    }

    /** How likely it is that the agency is the one complained about, the least first. */
    enum Weight {
        /** A body of another kind that only bears the name of the place. */
        OTHER_BODY,
        /** A name without xã or phường. */
        BARE,
        /** Where something is. */
        PLACE,
        /** Gets a copy of what is written to another one. */
        COPIED,
        /** Asked for help. */
        ADDRESSEE,
        /** xã or phường with its name. */
        UNIT,
        /** A department or centre, or somebody of a commune's People's Committee. */
        OFFICE
    }

    Mention meaning(List<Agency> fewer) {
        return new Mention(kind, weight, shown, fewer, start, end, head);
    }
}
