package vn.congvu.contracts.cases;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congvu.contracts.AgencyRef;
import vn.congvu.contracts.Event;
import vn.congvu.contracts.EventType;
import vn.congvu.contracts.Office;

/**
 * A case is about corruption: the anti-corruption body hears of it besides the head who answers.
 *
 * @param agency that answers, absent while Home Affairs decides
 * @param tell the anti-corruption body's offices; never one that the case is hidden from
 */
@EventType("case.corruption-reported.v1")
public record CorruptionReported(
        String caseId,
        String complaintId,
        String reference,
        @Nullable AgencyRef agency,
        Instant reportedAt,
        List<Office> tell)
        implements Event {}
