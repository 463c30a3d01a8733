package vn.congvu.cases.casefile;

import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import vn.congvu.cases.calendar.WorkCalendar;
import vn.congvu.cases.casefile.CaseCommand.MoveDeadlines;
import vn.congvu.cases.policy.PolicyForesight;
import vn.congvu.cases.policy.SlaPolicy;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.cases.DeadlineMoved;
import vn.congvu.contracts.cases.Subject;

/** Decides for each open case what a change would make of its deadlines, and stores nothing. */
@Component
class DeadlineForesight implements PolicyForesight {
    private static final MoveDeadlines TRIED = new MoveDeadlines(new Bilingual("xem trước.", "a preview."));

    private final CaseFiles files;
    private final Surroundings surroundings;

    DeadlineForesight(CaseFiles files, Surroundings surroundings) {
        this.files = files;
        this.surroundings = surroundings;
    }

    @Override
    public Subject of() {
        return Subject.CASE;
    }

    @Override
    public Effect ifCalendarsWere(Function<String, WorkCalendar> calendars) {
        return effect(file -> {
            var now = surroundings.of(file, Circumstances.SYSTEM);
            return new Circumstances(now.now(), now.by(), now.policy(), now.directory(), calendars);
        });
    }

    @Override
    public Effect ifPolicyWere(SlaPolicy policy) {
        return effect(_ -> surroundings.under(policy, Circumstances.SYSTEM));
    }

    private Effect effect(Function<CaseFile, Circumstances> circumstances) {
        return Effect.over(files::openAfter, CaseFile::id, file -> moves(file, circumstances.apply(file)));
    }

    static List<Move> moves(CaseFile file, Circumstances circumstances) {
        return switch (Decisions.decide(file, TRIED, circumstances)) {
            case Decision.Refused _ -> List.of();
            case Decision.Accepted accepted ->
                accepted.events().stream()
                        .filter(DeadlineMoved.class::isInstance)
                        .map(DeadlineMoved.class::cast)
                        .map(move -> new Move(move.reference(), move.clock(), move.previousDueAt(), move.dueAt()))
                        .toList();
        };
    }
}
