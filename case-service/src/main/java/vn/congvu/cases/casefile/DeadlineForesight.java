package vn.congvu.cases.casefile;

import java.time.Duration;
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

    private final CaseRecounts open;
    private final Surroundings surroundings;

    DeadlineForesight(CaseRecounts open, Surroundings surroundings) {
        this.open = open;
        this.surroundings = surroundings;
    }

    @Override
    public Subject of() {
        return Subject.CASE;
    }

    @Override
    public Effect ifCalendarsWere(Function<String, WorkCalendar> calendars, Duration patience) {
        return effect(
                file -> {
                    var now = surroundings.of(file, Circumstances.SYSTEM);
                    return new Circumstances(now.now(), now.by(), now.policy(), now.directory(), calendars);
                },
                patience);
    }

    @Override
    public Effect ifPolicyWere(SlaPolicy policy, Duration patience) {
        return effect(_ -> surroundings.under(policy, Circumstances.SYSTEM), patience);
    }

    private Effect effect(Function<CaseFile, Circumstances> circumstances, Duration patience) {
        return Effect.over(open, file -> moves(file, circumstances.apply(file)), patience);
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
