package vn.congvu.contracts.cases;

import java.time.Instant;
import vn.congvu.contracts.AgencyRef;
import vn.congvu.contracts.Event;
import vn.congvu.contracts.EventType;
import vn.congvu.contracts.Office;

/**
 * The head gave the work, never the responsibility, to an officer.
 */
@EventType("case.delegated.v1")
public record CaseDelegated(
        String caseId, String complaintId, String reference, AgencyRef agency, Office officer, Instant delegatedAt)
        implements Event {}
