package vn.congvu.contracts.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congvu.contracts.AgencyRef;
import vn.congvu.contracts.Event;
import vn.congvu.contracts.EventType;
import vn.congvu.contracts.Office;

/**
 * The directory names nobody who answers for an agency, so that its cases go to the superior. Told once for each vacancy.
 *
 * @param since the first day without a head, absent where there never was one
 * @param instead whose head answers meanwhile, absent where nobody does
 */
@EventType("agency.without-head.v1")
public record AgencyWithoutHead(
        AgencyRef agency,
        @Nullable LocalDate since,
        @Nullable AgencyRef instead,
        Instant noticedAt,
        List<Office> tell) implements Event {}
