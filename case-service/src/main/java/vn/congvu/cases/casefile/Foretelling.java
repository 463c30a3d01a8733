package vn.congvu.cases.casefile;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.congvu.cases.directory.Agency;
import vn.congvu.cases.policy.Severity;
import vn.congvu.cases.routing.Routing;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.Channel;
import vn.congvu.contracts.ComplaintKind;
import vn.congvu.contracts.Language;
import vn.congvu.contracts.Misconduct;
import vn.congvu.contracts.Reporter;
import vn.congvu.contracts.SlaClock;
import vn.congvu.contracts.intake.ComplaintReceived.Accused;
import vn.congvu.platform.sealing.Sealer;

/** Tells who would answer a report, and by when, before it is sent. The same rules as afterwards; nothing is stored. */
@Component
public class Foretelling {
    private static final String NOBODY = "preview";

    private final Reading reading;
    private final Surroundings surroundings;
    private final Sealer sealer;

    Foretelling(Reading reading, Surroundings surroundings, Sealer sealer) {
        this.reading = reading;
        this.surroundings = surroundings;
        this.sealer = sealer;
    }

    /** What stands in the form so far; {@code agency} is a code or words. */
    public record Draft(
            String text,
            @Nullable ComplaintKind kind,
            @Nullable Misconduct misconduct,
            @Nullable String agency,
            @Nullable String dossierCode,
            @Nullable String communeCode,
            @Nullable String field,
            boolean accusesHead) {}

    /**
     * @param agency absent where a person has to find it
     * @param head the office that would answer
     * @param dueAt absent without an agency, and for praise, which has no deadline
     */
    public record Foretold(
            ComplaintKind kind,
            @Nullable Agency agency,
            @Nullable String head,
            boolean conflictOfInterest,
            List<Bilingual> reasons,
            List<Agency> candidates,
            @Nullable Instant dueAt,
            List<Bilingual> why) {}

    public Foretold foretell(Draft draft) {
        var now = surroundings.now();
        var report = report(draft, now);
        return switch (reading.route(report, false)) {
            case Routing.ToTriage unclear ->
                new Foretold(
                        report.kind(), null, null, false, unclear.reasons(), unclear.candidates(), null, List.of());
            case Routing.Assigned assigned -> {
                var circumstances = surroundings.of(now, Circumstances.SYSTEM);
                var calendar = circumstances.calendars().apply(assigned.head().agencyCode());
                var clocks = new Clocks(report, circumstances.policy(), calendar);
                var deadline = clocks.start(SlaClock.RESOLVE, now).map(watch -> clocks.due(watch, List.of()));
                yield new Foretold(
                        report.kind(),
                        assigned.agency(),
                        assigned.head().title(),
                        assigned.conflictOfInterest(),
                        assigned.reasons(),
                        List.of(),
                        deadline.map(d -> d.dueAt()).orElse(null),
                        deadline.map(d -> d.trace()).orElse(List.of()));
            }
        };
    }

    private Report report(Draft draft, Instant now) {
        var seems = reading.suggest(draft.text());
        var kind = draft.kind() != null ? draft.kind() : seems.kind() != null ? seems.kind() : ComplaintKind.CONDUCT;
        var misconduct = draft.misconduct();
        var conduct = misconduct != null
                ? List.of(misconduct)
                : kind == ComplaintKind.CONDUCT ? seems.misconducts() : List.<Misconduct>of();
        var agency = draft.agency();
        boolean code = agency != null && surroundings.today().known(agency).isPresent();
        return new Report(
                NOBODY,
                NOBODY,
                Channel.WEB,
                kind,
                conduct,
                Severity.of(conduct),
                List.of(sealer.seal(draft.text())),
                code ? agency : null,
                code || agency == null ? null : sealer.seal(agency),
                draft.dossierCode(),
                draft.communeCode(),
                draft.field(),
                draft.accusesHead() ? new Accused(null, null, true) : null,
                null,
                now,
                new Reporter(null, Channel.WEB, Language.VI),
                null,
                null,
                List.of());
    }
}
