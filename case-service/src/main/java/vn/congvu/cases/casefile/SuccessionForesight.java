package vn.congvu.cases.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.congvu.cases.casefile.CaseCommand.FollowDirectory;
import vn.congvu.cases.casefile.Decision.Accepted;
import vn.congvu.cases.casefile.Decision.Refused;
import vn.congvu.cases.directory.DirectoryForesight;
import vn.congvu.cases.directory.DirectoryView;
import vn.congvu.contracts.cases.CaseMoved;
import vn.congvu.contracts.cases.CaseSentToTriage;

/** Decides for each open case what another directory would make of it, and stores nothing. */
@Component
class SuccessionForesight implements DirectoryForesight {
    private static final int MOST_CASES = 10_000;
    private static final int BATCH = 500;
    private static final int SHOWN = 20;

    private final CaseFiles files;
    private final Surroundings surroundings;

    SuccessionForesight(CaseFiles files, Surroundings surroundings) {
        this.files = files;
        this.surroundings = surroundings;
    }

    @Override
    public Effect ifDirectoryWere(DirectoryView then) {
        int open = 0;
        int moved = 0;
        var moves = new ArrayList<Move>();
        var batch = files.openAfter("", BATCH);
        while (!batch.isEmpty() && open < MOST_CASES) {
            for (CaseFile file : batch) {
                open++;
                var move = move(file, then);
                moved += move.isPresent() ? 1 : 0;
                move.filter(_ -> moves.size() < SHOWN).ifPresent(moves::add);
            }
            batch = files.openAfter(batch.getLast().id(), BATCH);
        }
        return new Effect(open, moved, batch.isEmpty(), List.copyOf(moves));
    }

    private Optional<Move> move(CaseFile file, DirectoryView then) {
        var handling = file.handling();
        var now = surroundings.of(file, Circumstances.SYSTEM);
        var tried = new Circumstances(now.now(), now.by(), now.policy(), then, now.calendars());
        return switch (Decisions.decide(file, new FollowDirectory(), tried)) {
            case Refused _ -> Optional.empty();
            case Accepted _ when handling == null -> Optional.empty();
            case Accepted accepted ->
                accepted.events().stream()
                        .<Optional<Move>>map(event -> switch (event) {
                            case CaseMoved e ->
                                Optional.of(new Move(
                                        file.reference(),
                                        handling.agency(),
                                        e.to(),
                                        e.head().title(),
                                        e.reasons()));
                            case CaseSentToTriage e ->
                                Optional.of(new Move(file.reference(), handling.agency(), null, null, e.reasons()));
                            default -> Optional.empty();
                        })
                        .flatMap(Optional::stream)
                        .findFirst();
        };
    }
}
