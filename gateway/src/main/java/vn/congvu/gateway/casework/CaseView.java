package vn.congvu.gateway.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.congvu.contracts.AgencyRef;
import vn.congvu.contracts.Bilingual;

/**
 * A case as its page shows it; nothing in it says who reported.
 *
 * @param version goes with every command, so that nobody decides on a state that is gone
 * @param commands what the person at the page may do now
 */
record CaseView(
        String id,
        long version,
        String reference,
        String state,
        Bilingual stateLabel,
        @Nullable String kind,
        @Nullable List<String> misconducts,
        @Nullable String severity,
        @Nullable String text,
        @Nullable String channel,
        @Nullable AgencyRef agency,
        @Nullable String head,
        @Nullable String officer,
        @Nullable List<Bilingual> reasons,
        boolean conflictOfInterest,
        @Nullable String agencyNamed,
        @Nullable String dossierCode,
        @Nullable String communeCode,
        @Nullable String field,
        @Nullable Accused accused,
        @Nullable LocalDate occurredOn,
        Instant receivedAt,
        @Nullable Instant dueAt,
        boolean overdue,
        @Nullable List<Clock> clocks,
        @Nullable List<Question> questions,
        @Nullable List<Message> messages,
        @Nullable List<Evidence> evidence,
        @Nullable List<Answer> answers,
        @Nullable Draft draft,
        @Nullable Rating rating,
        boolean flagged,
        int apologies,
        int transfers,
        @Nullable Link joinedTo,
        @Nullable List<Duplicate> duplicates,
        @Nullable List<Link> joined,
        @Nullable String partOf,
        @Nullable List<String> parts,
        @Nullable Bilingual handedOverTo,
        @Nullable List<Entry> history,
        @Nullable Set<String> commands) {

    /** Another case that may be the same matter; likeness in percent. */
    record Duplicate(
            String id,
            String reference,
            @Nullable AgencyRef agency,
            Instant receivedAt,
            List<Bilingual> reasons,
            int likeness) {}

    record Accused(@Nullable String name, @Nullable String position, boolean head) {}

    record Clock(String clock, Bilingual name, String condition, Instant dueAt, boolean breached, int misses) {}

    record Question(
            String id,
            String question,
            Instant askedAt,
            Instant pausedUntil,
            @Nullable Instant answeredAt) {}

    record Message(String id, String text, Instant writtenAt) {}

    record Evidence(String id, String mediaType, long bytes, Instant addedAt) {
        public boolean picture() {
            return mediaType.startsWith("image/");
        }

        public boolean sound() {
            return mediaType.startsWith("audio/");
        }

        public long kilobytes() {
            return Math.max(1, bytes / 1024);
        }
    }

    record Answer(
            String text,
            String finding,
            @Nullable List<String> measures,
            @Nullable List<String> collectiveMeasures,
            String head,
            Instant answeredAt,
            boolean late,
            long lateDays,
            @Nullable Instant reopenUntil) {}

    /** An answer that is not given yet. */
    record Draft(
            String text,
            @Nullable String finding,
            @Nullable List<String> measures,
            @Nullable List<String> collectiveMeasures,
            Bilingual by,
            Instant at) {
        /** As if it had just been typed. */
        Map<String, List<String>> typed() {
            return Map.of(
                    "answer",
                    List.of(text),
                    "finding",
                    finding == null ? List.of() : List.of(finding),
                    "measures",
                    measures == null ? List.of() : measures,
                    "collectiveMeasures",
                    collectiveMeasures == null ? List.of() : collectiveMeasures);
        }
    }

    record Rating(
            String solved,
            @Nullable Integer score,
            @Nullable String words,
            Instant ratedAt) {}

    record Link(String caseId, String reference) {}

    record Entry(
            Instant at,
            Bilingual by,
            Bilingual what,
            @Nullable String words) {}

    public boolean can(String command) {
        return commands != null && commands.contains(command);
    }

    public boolean canAny(List<String> some) {
        return some.stream().anyMatch(this::can);
    }

    /** The report whose files these are; a case that was split off has those of the whole. */
    String complaintId() {
        return partOf == null ? id : partOf;
    }
}
