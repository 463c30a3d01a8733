package vn.congvu.cases.casefile.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congvu.cases.casefile.CaseState;
import vn.congvu.cases.policy.Severity;
import vn.congvu.contracts.AgencyRef;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.ComplaintKind;
import vn.congvu.contracts.Misconduct;
import vn.congvu.platform.audit.AuditedAnswer;

/** A line of a list of cases. */
record CaseRow(
        String id,
        long version,
        String reference,
        CaseState state,
        Bilingual stateLabel,
        ComplaintKind kind,
        List<Misconduct> misconducts,
        Severity severity,
        String excerpt,
        @Nullable AgencyRef agency,
        @Nullable String head,
        boolean conflictOfInterest,
        Instant receivedAt,
        @Nullable Instant dueAt,
        @Nullable Instant nextDueAt,
        boolean overdue,
        boolean flagged)
        implements AuditedAnswer {}
