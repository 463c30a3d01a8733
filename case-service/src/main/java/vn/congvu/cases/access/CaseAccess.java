package vn.congvu.cases.access;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.ArrayList;
import java.util.List;
import org.springframework.data.mongodb.core.query.Criteria;
import vn.congvu.contracts.Role;
import vn.congvu.platform.access.Caller;

/**
 * Who sees which case and which dossier. Endpoints read through it and it is part of every query, so that a forgotten annotation
 * shows nothing and another agency's case does not exist: not in lists, counts or searches either.
 *
 * <ul>
 *   <li>A head sees what is assigned to the own agency, an officer what was delegated there.
 *   <li>Home Affairs ({@code TRIAGE}, {@code MONITOR}) sees all.
 *   <li>The anti-corruption body reads a case of corruption that is told to it, and does nothing to it.
 *   <li>Nobody sees a case that is hidden from the own agency: nobody judges himself.
 *   <li>{@code ADMIN}, {@code OPERATOR}, {@code INSPECTOR}, {@code AUDITOR}, {@code CUSTODIAN} and programs see no case.
 * </ul>
 */
public final class CaseAccess {
    private static final Criteria NOTHING = where("_id").in(List.of());

    private CaseAccess() {}

    /** What of the case files this caller may open: also what the own agency only hears of, such as corruption. */
    public static Criteria reading(Caller caller) {
        var agency = caller.agencyCode();
        if (agency == null || !caller.has(Role.AGENCY_HEAD)) {
            return cases(caller);
        }
        return new Criteria()
                .orOperator(
                        cases(caller),
                        where("lookup.alsoReadBy")
                                .is(agency)
                                .and("lookup.hiddenFrom")
                                .ne(agency));
    }

    /** What of the case files this caller finds in lists and may do something to. */
    public static Criteria cases(Caller caller) {
        var agency = caller.agencyCode();
        var seen = new ArrayList<Criteria>();
        if (caller.has(Role.MONITOR) || caller.has(Role.TRIAGE)) {
            seen.add(where("lookup.hiddenFrom").ne(agency == null ? "" : agency));
        }
        if (agency != null && caller.has(Role.AGENCY_HEAD)) {
            seen.add(where("lookup.assignedTo")
                    .is(agency)
                    .and("lookup.hiddenFrom")
                    .ne(agency));
        }
        if (agency != null && caller.has(Role.AGENCY_OFFICER)) {
            seen.add(where("lookup.assignedTo")
                    .is(agency)
                    .and("lookup.delegated")
                    .is(true)
                    .and("lookup.hiddenFrom")
                    .ne(agency));
        }
        return any(seen);
    }

    /** What of the dossiers this caller may read; applicants are shown to nobody here. */
    public static Criteria dossiers(Caller caller) {
        var agency = caller.agencyCode();
        var seen = new ArrayList<Criteria>();
        if (caller.has(Role.MONITOR) || caller.has(Role.ADMIN)) {
            seen.add(new Criteria());
        }
        if (agency != null && (caller.has(Role.AGENCY_HEAD) || caller.has(Role.AGENCY_OFFICER))) {
            seen.add(where("agency.code").is(agency));
        }
        return any(seen);
    }

    /** Whether times of day are kept from this caller, because they may tell who reported. */
    public static boolean daysOnly(Caller caller) {
        return !caller.has(Role.MONITOR) && !caller.has(Role.TRIAGE);
    }

    private static Criteria any(List<Criteria> seen) {
        return switch (seen.size()) {
            case 0 -> NOTHING;
            case 1 -> seen.getFirst();
            default -> new Criteria().orOperator(seen);
        };
    }
}
