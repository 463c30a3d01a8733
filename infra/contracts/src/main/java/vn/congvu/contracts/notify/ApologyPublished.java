package vn.congvu.contracts.notify;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.congvu.contracts.AgencyRef;
import vn.congvu.contracts.Event;
import vn.congvu.contracts.EventType;
import vn.congvu.contracts.cases.Subject;

/**
 * An apology stands on the public board, once per miss.
 *
 * @param number the document's number, such as {@code 05/PXL-SNV}
 */
@EventType("apology.published.v1")
public record ApologyPublished(
        String apologyId,
        Subject subject,
        String subjectId,
        @Nullable String complaintId,
        String reference,
        AgencyRef agency,
        String number,
        ApologyCause cause,
        int miss,
        Instant publishedAt)
        implements Event {}
