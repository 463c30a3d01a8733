package vn.congvu.cases.casefile;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.congvu.cases.calendar.PreviewProperties;
import vn.congvu.cases.casefile.CaseCommand.FollowDirectory;
import vn.congvu.cases.casefile.Decision.Accepted;
import vn.congvu.cases.casefile.Decision.Refused;
import vn.congvu.cases.directory.DirectoryForesight;
import vn.congvu.cases.directory.DirectoryView;
import vn.congvu.contracts.cases.CaseMoved;
import vn.congvu.contracts.cases.CaseSentToTriage;

/**
 * Decides for each open case what another directory would make of it, and stores nothing: those of the agencies that are changed
 * first, then all others for as long as patience lasts, since a change may reach further than its own agencies.
 */
@Component
class SuccessionForesight implements DirectoryForesight {
    private static final int BATCH = 500;
    private static final int SHOWN = 20;

    private final CaseFiles files;
    private final Surroundings surroundings;
    private final PreviewProperties properties;

    SuccessionForesight(CaseFiles files, Surroundings surroundings, PreviewProperties properties) {
        this.files = files;
        this.surroundings = surroundings;
        this.properties = properties;
    }

    @Override
    public Effect ifDirectoryWere(DirectoryView then, Set<String> about) {
        var others = Stream.iterate(
                        files.openAfter("", BATCH),
                        batch -> !batch.isEmpty(),
                        batch -> files.openAfter(batch.getLast().id(), BATCH))
                .flatMap(List::stream)
                .filter(file -> !isAt(about, file));
        try (var first = about.stream().flatMap(files::openAt)) {
            return over(Stream.concat(first, others), file -> move(file, then), properties.patience(), files::open);
        }
    }

    private static boolean isAt(Set<String> agencies, CaseFile file) {
        var agency = file.lookup().assignedTo();
        return agency != null && agencies.contains(agency);
    }

    /**
     * @param all what is open, read while it is looked at; so many as make up a batch in any case
     * @param open counts it
     */
    static Effect over(
            Stream<CaseFile> all, Function<CaseFile, Optional<Move>> move, Duration patience, LongSupplier open) {
        var look = new Look(System.nanoTime() + patience.toNanos());
        all.takeWhile(_ -> look.goesOn()).forEach(file -> look.at(move.apply(file)));
        return new Effect(
                look.complete ? look.looked : Math.max(look.looked, open.getAsLong()),
                look.looked,
                look.complete,
                look.moved,
                List.copyOf(look.shown));
    }

    /** What was seen so far. */
    private static final class Look {
        private final long until;
        private final List<Move> shown = new ArrayList<>();
        private long looked;
        private long moved;
        private boolean complete = true;

        /** @param until in nanoseconds of the machine */
        Look(long until) {
            this.until = until;
        }

        boolean goesOn() {
            if (looked > 0 && looked % BATCH == 0 && System.nanoTime() - until > 0) {
                complete = false;
            }
            return complete;
        }

        void at(Optional<Move> found) {
            looked++;
            found.ifPresent(move -> {
                moved++;
                if (shown.size() < SHOWN) {
                    shown.add(move);
                }
            });
        }
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
