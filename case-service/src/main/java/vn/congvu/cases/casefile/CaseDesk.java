package vn.congvu.cases.casefile;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import vn.congvu.cases.access.CaseAccess;
import vn.congvu.cases.casefile.CaseCommand.AnswerWithTarget;
import vn.congvu.cases.casefile.CaseCommand.FinishTodo;
import vn.congvu.cases.casefile.CaseCommand.FireClocks;
import vn.congvu.cases.casefile.CaseCommand.HandOverWithTarget;
import vn.congvu.cases.casefile.CaseCommand.JoinCase;
import vn.congvu.cases.casefile.CaseCommand.LeaveCase;
import vn.congvu.cases.casefile.CaseCommand.MergeCase;
import vn.congvu.cases.casefile.CaseCommand.UnmergeCase;
import vn.congvu.cases.casefile.Decision.Accepted;
import vn.congvu.cases.casefile.Decision.Refused;
import vn.congvu.cases.casefile.Dialogue.Todo;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.Event;
import vn.congvu.platform.access.Caller;
import vn.congvu.platform.inbox.Received;
import vn.congvu.platform.outbox.Aggregates;
import vn.congvu.platform.outbox.StaleRevisionException;

/** Where decisions about cases are stored: the state and its events in one write. */
@Component
public class CaseDesk {
    /** A change that found the case at another version than it named. */
    public static final class Stale extends RuntimeException {
        private final transient CaseFile present;

        Stale(CaseFile present) {
            super("case " + present.id() + " is at version "
                    + present.revision().version());
            this.present = present;
        }

        public CaseFile present() {
            return present;
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(CaseDesk.class);

    private final CaseFiles files;
    private final Aggregates aggregates;
    private final Surroundings surroundings;
    private final Parts parts;

    CaseDesk(CaseFiles files, Aggregates aggregates, Surroundings surroundings, Parts parts) {
        this.files = files;
        this.aggregates = aggregates;
        this.surroundings = surroundings;
        this.parts = parts;
    }

    /** @throws vn.congvu.platform.problem.Problem 404 where the caller may not see it */
    public CaseFile get(String id, Caller caller) {
        return files.find(id, CaseAccess.reading(caller)).orElseThrow(CaseProblems::notFound);
    }

    private CaseFile own(String id, Caller caller) {
        return files.find(id, CaseAccess.cases(caller)).orElseThrow(CaseProblems::notFound);
    }

    /**
     * Does what staff ask for.
     *
     * @param version the version that the caller decided on
     * @param by the caller's office, as the history calls it
     * @param command made from the case as it is
     * @throws Stale if the case has another version
     */
    public CaseFile decide(
            String id, Caller caller, long version, Bilingual by, Function<CaseFile, ? extends CaseCommand> command) {
        var file = own(id, caller);
        if (file.revision().version() != version) {
            throw new Stale(file);
        }
        var asked = command.apply(file);
        if (asked instanceof MergeCase merge) {
            joinFirst(merge, file, by);
        }
        CaseFile stored;
        try {
            stored = store(accepted(Decisions.decide(file, asked, surroundings.of(file, by))));
        } catch (StaleRevisionException overtaken) {
            throw new Stale(get(id, caller));
        }
        return settled(stored);
    }

    /**
     * What would be announced of what staff ask for. Nothing is stored.
     *
     * @throws Stale if the case has another version
     */
    public List<Event> tried(
            String id, Caller caller, long version, Bilingual by, Function<CaseFile, ? extends CaseCommand> command) {
        var file = own(id, caller);
        if (file.revision().version() != version) {
            throw new Stale(file);
        }
        return accepted(Decisions.decide(file, command.apply(file), surroundings.of(file, by)))
                .events();
    }

    /** What was asked is done; who finds its follow-ups done by the sweep, or overtaken, leaves them to the sweep. */
    private CaseFile settled(CaseFile stored) {
        try {
            return settle(stored);
        } catch (StaleRevisionException faster) {
            return files.find(stored.id()).orElse(stored);
        }
    }

    /** The case that stays takes the duplicate first, so that a crash leaves a link too many and never an answer too few. */
    private void joinFirst(MergeCase merge, CaseFile duplicate, Bilingual by) {
        var merged = Decisions.decide(duplicate, merge, surroundings.of(duplicate, by));
        accepted(merged);
        var target = files.find(merge.intoCaseId()).orElseThrow(CaseProblems::notFound);
        var join = Decisions.decide(target, joining(duplicate), surroundings.of(target, by));
        if (join instanceof Refused refused && refused.why() == Decision.Refusal.NOTHING_TO_DO) {
            return;
        }
        store(accepted(join));
    }

    private static JoinCase joining(CaseFile duplicate) {
        return new JoinCase(
                duplicate.id(), duplicate.reference(), duplicate.lookup().hiddenFrom());
    }

    /** What an event of another service makes of a case; nothing when it was applied before, or changes nothing. */
    void follow(CaseFile file, Received<?> cause, Bilingual by, CaseCommand command) {
        var decision = Decisions.decide(file, command, surroundings.of(file, by));
        switch (decision) {
            case Accepted(CaseFile next, List<Event> events) ->
                aggregates.apply(next, events, cause).ifPresent(this::settle);
            case Refused _ -> aggregates.apply(file, List.of(), cause);
        }
    }

    /** Opens a case for an event; a second delivery finds it there. */
    void open(Accepted opening, Received<?> cause) {
        try {
            aggregates.insert(opening.next(), opening.events(), cause);
        } catch (DuplicateKeyException alreadyOpen) {
            if (files.find(opening.next().id()).isEmpty()) {
                throw alreadyOpen;
            }
        }
    }

    /** Lets happen what has come due; false if another replica was faster or there is nothing. */
    boolean fire(CaseFile file) {
        try {
            var fired = decideNow(file, new FireClocks());
            var settled = settle(fired.orElse(file));
            return fired.isPresent()
                    || settled.revision().version() != file.revision().version();
        } catch (StaleRevisionException faster) {
            return false;
        }
    }

    /** Does to a case what the system itself asks; empty if that changes nothing. */
    Optional<CaseFile> decideNow(CaseFile file, CaseCommand command) {
        return decideUnder(surroundings.of(file, Circumstances.SYSTEM), file, command);
    }

    Optional<CaseFile> decideUnder(Circumstances circumstances, CaseFile file, CaseCommand command) {
        return switch (Decisions.decide(file, command, circumstances)) {
            case Accepted accepted -> Optional.of(store(accepted));
            case Refused _ -> Optional.empty();
        };
    }

    /** Does what the case still has to do to others, each of which may be done again after a crash. */
    private CaseFile settle(CaseFile file) {
        var settled = file;
        for (Todo todo : file.todo()) {
            try {
                settled = settle(file, todo, settled);
            } catch (StaleRevisionException overtaken) {
                // what was asked is stored; the sweep does the rest
                LOG.debug("{} of {} is left to the sweep", todo.kind(), file.id());
            }
        }
        return settled;
    }

    private CaseFile settle(CaseFile file, Todo todo, CaseFile settled) {
        switch (todo.kind()) {
            case OPEN_PART -> parts.open(file, todo.caseId());
            case ANSWER_MERGED -> files.find(todo.caseId()).ifPresent(duplicate -> answer(duplicate, file));
            case ASK_TARGET -> files.find(todo.caseId()).ifPresent(target -> askTarget(file, target));
            case LEAVE_TARGET -> leave(file, todo.caseId());
            case RELEASE_MERGED -> joinedTo(file, todo).ifPresent(this::release);
            case HAND_OVER_MERGED -> joinedTo(file, todo).ifPresent(duplicate -> handOver(duplicate, file));
        }
        // asking the target may have changed this very case
        var present =
                todo.kind() == Todo.Kind.ASK_TARGET ? files.find(file.id()).orElse(settled) : settled;
        return decideNow(present, new FinishTodo(todo)).orElse(present);
    }

    /** It may have been joined to the same case again while the leaving was still to be told. */
    private void leave(CaseFile file, String targetId) {
        files.find(targetId)
                .flatMap(target -> decideNow(target, new LeaveCase(file.id(), file.reference())))
                .filter(left -> files.find(file.id())
                        .filter(now -> targetId.equals(now.lookup().mergedInto()))
                        .isPresent())
                .ifPresent(left -> decideNow(left, joining(file)));
    }

    /** The case that stays may have ended while this one was joined to it. */
    private void askTarget(CaseFile duplicate, CaseFile target) {
        switch (target.state()) {
            case WITHDRAWN -> release(duplicate);
            case HANDED_OVER -> handOver(duplicate, target);
            case TRIAGE, ASSIGNED, ACCEPTED, WAITING, REOPENED, ANSWERED, CLOSED, MERGED -> answer(duplicate, target);
        }
    }

    private Optional<CaseFile> joinedTo(CaseFile target, Todo todo) {
        return files.find(todo.caseId())
                .filter(duplicate -> target.id().equals(duplicate.lookup().mergedInto()));
    }

    private void release(CaseFile duplicate) {
        decideNow(duplicate, new UnmergeCase()).ifPresent(this::settle);
    }

    private void handOver(CaseFile duplicate, CaseFile target) {
        var ending = target.ending();
        if (ending != null && ending.to() != null && ending.words() != null) {
            decideNow(duplicate, new HandOverWithTarget(ending.to(), ending.words()));
        }
    }

    private void answer(CaseFile duplicate, CaseFile target) {
        if (target.id().equals(duplicate.lookup().mergedInto())) {
            target.answer().ifPresent(answer -> decideNow(duplicate, new AnswerWithTarget(answer)));
        }
    }

    private CaseFile store(Accepted accepted) {
        return aggregates.update(accepted.next(), accepted.events());
    }

    private static Accepted accepted(Decision decision) {
        return switch (decision) {
            case Accepted accepted -> accepted;
            case Refused(var why) -> throw CaseProblems.refused(why);
        };
    }
}
