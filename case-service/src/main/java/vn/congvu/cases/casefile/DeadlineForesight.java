package vn.congvu.cases.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import vn.congvu.cases.calendar.Foresight;
import vn.congvu.cases.calendar.WorkCalendar;
import vn.congvu.cases.casefile.CaseCommand.MoveDeadlines;
import vn.congvu.cases.policy.PolicyForesight;
import vn.congvu.cases.policy.SlaPolicy;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.cases.DeadlineMoved;

/** Decides for each open case what a change would make of its deadlines, and stores nothing. */
@Component
class DeadlineForesight implements Foresight, PolicyForesight {
    private static final int MOST_CASES = 10_000;
    private static final int BATCH = 500;
    private static final int MOVES_SHOWN = 20;
    private static final MoveDeadlines TRIED = new MoveDeadlines(new Bilingual("xem trước.", "a preview."));

    private final CaseFiles files;
    private final Surroundings surroundings;

    DeadlineForesight(CaseFiles files, Surroundings surroundings) {
        this.files = files;
        this.surroundings = surroundings;
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
        int open = 0;
        int moved = 0;
        List<Move> moves = new ArrayList<>();
        String cursor = "";
        List<CaseFile> batch = files.openAfter(cursor, BATCH);
        while (!batch.isEmpty() && open < MOST_CASES) {
            for (CaseFile file : batch) {
                List<Move> ofCase = moves(file, circumstances.apply(file));
                open++;
                moved += ofCase.isEmpty() ? 0 : 1;
                ofCase.stream().limit(MOVES_SHOWN - moves.size()).forEach(moves::add);
            }
            cursor = batch.getLast().id();
            batch = files.openAfter(cursor, BATCH);
        }
        return new Effect(open, moved, batch.isEmpty(), List.copyOf(moves));
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
