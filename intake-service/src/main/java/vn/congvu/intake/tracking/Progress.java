package vn.congvu.intake.tracking;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;
import vn.congvu.contracts.AgencyRef;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.Finding;
import vn.congvu.contracts.Measure;
import vn.congvu.contracts.SealedText;
import vn.congvu.contracts.notify.ApologyCause;
import vn.congvu.platform.outbox.Aggregate;
import vn.congvu.platform.outbox.Revision;

/**
 * What the other services said about a report: a copy for its reporter, kept apart from the report itself so that events and the
 * reporter's own commands never wait for each other.
 *
 * @param id of the complaint
 * @param cases the first is the report's own; others were split off
 */
@Document("progress")
@TypeAlias("progress")
public record Progress(
        @Id String id,
        Revision revision,
        String reference,
        List<CaseProgress> cases,
        List<Entry> timeline,
        List<AgencyMessage> messages,
        @Nullable Answer answer,
        List<ApologyNotice> apologies)
        implements Aggregate {

    /** @param agency absent while no agency has it */
    public record CaseProgress(
            String caseId,
            CaseState state,
            @Nullable AgencyRef agency,
            @Nullable Instant dueAt) {

        CaseProgress in(CaseState newState) {
            return new CaseProgress(caseId, newState, agency, dueAt);
        }

        CaseProgress due(@Nullable Instant newDueAt) {
            return new CaseProgress(caseId, state, agency, newDueAt);
        }
    }

    /** @param words what an agency wrote about it */
    public record Entry(
            Instant at, Bilingual text, @Nullable SealedText words) {}

    public record AgencyMessage(
            String messageId, @Nullable AgencyRef agency, SealedText words, Instant at, boolean question) {}

    public record Answer(
            AgencyRef agency,
            SealedText words,
            Finding finding,
            List<Measure> measures,
            Instant answeredAt,
            long lateSeconds,
            Instant reopenUntil) {}

    public record ApologyNotice(
            String apologyId,
            String number,
            AgencyRef agency,
            ApologyCause cause,
            Instant publishedAt,
            @Nullable Bilingual outcome) {}

    /** Nobody has said anything yet. */
    public static Progress none(String complaintId, String reference) {
        return new Progress(complaintId, Revision.none(), reference, List.of(), List.of(), List.of(), null, List.of());
    }

    @Override
    public String correlationId() {
        return reference;
    }

    public CaseState state() {
        return own().map(CaseProgress::state).orElse(CaseState.RECEIVED);
    }

    /** Of the agency that has the report now. */
    public @Nullable String agencyName() {
        return own().map(CaseProgress::agency).map(AgencyRef::name).orElse(null);
    }

    public @Nullable Instant dueAt() {
        return own().map(CaseProgress::dueAt).orElse(null);
    }

    /** When something was last told about it. */
    public Instant lastHeardAt() {
        return timeline.stream().map(Entry::at).max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
    }

    /** The report's own case, as soon as there is one. */
    Optional<CaseProgress> own() {
        return cases.stream().findFirst();
    }

    /** Whether this agency has the report, or a part split off, now. */
    public boolean isWith(String agencyCode) {
        return cases.stream()
                .anyMatch(part -> part.agency() != null && part.agency().code().equals(agencyCode));
    }

    boolean isOwn(String caseId) {
        return own().map(part -> part.caseId().equals(caseId)).orElse(true);
    }

    Progress change(String caseId, UnaryOperator<CaseProgress> change) {
        var changed = new ArrayList<CaseProgress>();
        boolean known = false;
        for (var part : cases) {
            boolean same = part.caseId().equals(caseId);
            known |= same;
            changed.add(same ? change.apply(part) : part);
        }
        if (!known) {
            changed.add(change.apply(new CaseProgress(caseId, CaseState.RECEIVED, null, null)));
        }
        return new Progress(id, revision, reference, List.copyOf(changed), timeline, messages, answer, apologies);
    }

    Progress in(String caseId, CaseState state) {
        return change(caseId, part -> part.in(state));
    }

    Progress tell(Instant at, String vi, String en) {
        return tell(new Entry(at, new Bilingual(vi, en), null));
    }

    Progress tell(Instant at, String vi, String en, SealedText words) {
        return tell(new Entry(at, new Bilingual(vi, en), words));
    }

    Progress tell(Entry entry) {
        return new Progress(id, revision, reference, cases, and(timeline, entry), messages, answer, apologies);
    }

    Progress with(AgencyMessage message) {
        return new Progress(id, revision, reference, cases, timeline, and(messages, message), answer, apologies);
    }

    Progress with(Answer newAnswer) {
        return new Progress(id, revision, reference, cases, timeline, messages, newAnswer, apologies);
    }

    Progress with(ApologyNotice apology) {
        return new Progress(id, revision, reference, cases, timeline, messages, answer, and(apologies, apology));
    }

    Progress withOutcome(String apologyId, Bilingual outcome) {
        var changed = apologies.stream()
                .map(apology -> apology.apologyId().equals(apologyId)
                        ? new ApologyNotice(
                                apology.apologyId(),
                                apology.number(),
                                apology.agency(),
                                apology.cause(),
                                apology.publishedAt(),
                                outcome)
                        : apology)
                .toList();
        return new Progress(id, revision, reference, cases, timeline, messages, answer, changed);
    }

    private static <T> List<T> and(List<T> list, T last) {
        var longer = new ArrayList<>(list);
        longer.add(last);
        return List.copyOf(longer);
    }
}
