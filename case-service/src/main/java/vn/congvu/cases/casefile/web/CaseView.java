package vn.congvu.cases.casefile.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.congvu.cases.casefile.CaseState;
import vn.congvu.cases.casefile.Dialogue.Link;
import vn.congvu.cases.policy.Severity;
import vn.congvu.cases.watch.Watch;
import vn.congvu.contracts.AgencyRef;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.Channel;
import vn.congvu.contracts.ComplaintKind;
import vn.congvu.contracts.Finding;
import vn.congvu.contracts.Measure;
import vn.congvu.contracts.Misconduct;
import vn.congvu.contracts.SlaClock;
import vn.congvu.contracts.Solved;
import vn.congvu.platform.audit.AuditedAnswer;

/**
 * A case as a person with a role sees it. Who reported, and how to reach them, is no part of it, and to agencies the reporter's
 * times are days.
 *
 * @param version to be sent with every command
 * @param channel absent for agencies
 * @param commands what this caller may do with the case as it is
 */
record CaseView(
        String id,
        long version,
        @Schema(example = "7K3F9QXM2D") String reference,
        CaseState state,
        Bilingual stateLabel,
        ComplaintKind kind,
        List<Misconduct> misconducts,
        Severity severity,
        String text,
        @Nullable Channel channel,
        @Nullable AgencyRef agency,
        @Nullable String head,
        @Nullable String officer,
        List<Bilingual> reasons,
        boolean conflictOfInterest,
        @Nullable String agencyNamed,
        @Nullable String dossierCode,
        @Nullable String communeCode,
        @Nullable String field,
        @Nullable AccusedView accused,
        @Nullable String occurredOn,
        Instant receivedAt,
        @Nullable Instant dueAt,
        boolean overdue,
        List<ClockView> clocks,
        List<QuestionView> questions,
        List<MessageView> messages,
        List<EvidenceView> evidence,
        List<AnswerView> answers,
        @Nullable DraftView draft,
        @Nullable RatingView rating,
        boolean flagged,
        int apologies,
        int transfers,
        @Nullable Link joinedTo,
        List<DuplicateView> duplicates,
        List<Link> joined,
        @Nullable String partOf,
        List<String> parts,
        @Nullable Bilingual handedOverTo,
        List<EntryView> history,
        Set<String> commands)
        implements AuditedAnswer {

    /** Another case that may be the same matter, for whoever may join them; likeness of the words in percent. */
    record DuplicateView(
            String id,
            @Schema(example = "4HT6W0BRN8") String reference,
            CaseState state,
            @Nullable AgencyRef agency,
            Instant receivedAt,
            List<Bilingual> reasons,
            int likeness) {}

    record AccusedView(@Nullable String name, @Nullable String position, boolean head) {}

    record ClockView(
            SlaClock clock, Bilingual name, Watch.Condition condition, Instant dueAt, boolean breached, int misses) {}

    record QuestionView(
            String id,
            String question,
            Instant askedAt,
            Instant pausedUntil,
            @Nullable Instant answeredAt) {}

    record MessageView(String id, String text, Instant writtenAt) {}

    record EvidenceView(String id, String mediaType, long bytes, Instant addedAt) {}

    /** For the agency that answers only. */
    record DraftView(
            String text,
            @Nullable Finding finding,
            List<Measure> measures,
            List<Measure> collectiveMeasures,
            Bilingual by,
            Instant at) {}

    /** @param lateDays working days are for statistics; these are days of the calendar, begun ones counted */
    record AnswerView(
            String text,
            Finding finding,
            List<Measure> measures,
            List<Measure> collectiveMeasures,
            String head,
            Instant answeredAt,
            @Nullable Instant dueAt,
            boolean late,
            long lateDays,
            Instant reopenUntil) {}

    record RatingView(
            Solved solved,
            @Nullable Integer score,
            @Nullable String words,
            Instant ratedAt) {}

    record EntryView(
            Instant at,
            Bilingual by,
            Bilingual what,
            @Nullable String words) {}
}
