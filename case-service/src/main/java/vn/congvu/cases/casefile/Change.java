package vn.congvu.cases.casefile;

import static vn.congvu.cases.casefile.CaseState.TRIAGE;
import static vn.congvu.contracts.SlaClock.ACCEPT;
import static vn.congvu.contracts.SlaClock.FORWARD;
import static vn.congvu.contracts.SlaClock.RESOLVE;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.congvu.cases.casefile.Decision.Accepted;
import vn.congvu.cases.casefile.Dialogue.Answer;
import vn.congvu.cases.casefile.Dialogue.Ending;
import vn.congvu.cases.casefile.Dialogue.Entry;
import vn.congvu.cases.casefile.Dialogue.Link;
import vn.congvu.cases.casefile.Dialogue.Message;
import vn.congvu.cases.casefile.Dialogue.Part;
import vn.congvu.cases.casefile.Dialogue.Question;
import vn.congvu.cases.casefile.Dialogue.Rating;
import vn.congvu.cases.casefile.Dialogue.Todo;
import vn.congvu.cases.watch.Watch;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.Event;
import vn.congvu.contracts.SealedText;
import vn.congvu.contracts.SlaClock;
import vn.congvu.contracts.Solved;

/** A case while one decision is made about it: what differs afterwards, and the events that say so. */
final class Change {
    private final CaseFile before;
    final Circumstances now;
    private final List<Event> events = new ArrayList<>();

    Report report;
    String policy;
    CaseState state;

    @Nullable
    Handling handling;

    Set<String> hiddenFrom;
    final Set<String> alsoReadBy;
    final List<Watch> watches;
    final List<Question> questions;
    final List<Message> messages;
    final List<Answer> answers;

    @Nullable
    Rating rating;

    @Nullable
    Ending ending;

    final List<Part> parts;
    final List<Link> joined;
    int transfers;
    int reopenings;
    int extensions;
    final List<Instant> apologies;
    final List<String> apologisedBy;
    final List<Todo> todo;
    private final List<Entry> history;
    final Set<String> words;

    Change(CaseFile before, Circumstances now) {
        this.before = before;
        this.now = now;
        this.report = before.report();
        this.policy = before.policy();
        this.state = before.state();
        this.handling = before.handling();
        this.hiddenFrom = new TreeSet<>(before.lookup().hiddenFrom());
        this.alsoReadBy = new TreeSet<>(before.lookup().alsoReadBy());
        this.watches = new ArrayList<>(before.watches());
        this.questions = new ArrayList<>(before.questions());
        this.messages = new ArrayList<>(before.messages());
        this.answers = new ArrayList<>(before.answers());
        this.rating = before.rating();
        this.ending = before.ending();
        this.parts = new ArrayList<>(before.parts());
        this.joined = new ArrayList<>(before.joined());
        this.transfers = before.transfers();
        this.reopenings = before.reopenings();
        this.extensions = before.extensions();
        this.apologies = new ArrayList<>(before.apologies());
        this.apologisedBy = before.apologisedBy() == null ? new ArrayList<>() : new ArrayList<>(before.apologisedBy());
        this.todo = new ArrayList<>(before.todo());
        this.history = new ArrayList<>(before.history());
        this.words = new TreeSet<>(before.lookup().words());
    }

    CaseFile before() {
        return before;
    }

    String id() {
        return before.id();
    }

    String complaintId() {
        return report.complaintId();
    }

    String reference() {
        return report.reference();
    }

    Handling answering() {
        return Objects.requireNonNull(handling, "a case that a head works on has one");
    }

    Clocks clocks() {
        return new Clocks(report, now.policy(), now.calendar(handling));
    }

    Tellers tellers() {
        return new Tellers(now.directory(), handling, hiddenFrom);
    }

    Optional<Watch> watch(SlaClock clock) {
        return watches.stream().filter(w -> w.clock() == clock).findFirst();
    }

    /** Puts a clock in the place of its former run. */
    void put(Watch watch) {
        watches.removeIf(w -> w.clock() == watch.clock());
        watches.add(watch);
    }

    /** Starts a clock, again if it ran before, if the policy has a limit for such a case. */
    void start(SlaClock clock, Instant from) {
        clocks().start(clock, from)
                .ifPresent(started -> put(started.after(watch(clock).orElse(null))));
    }

    void stop(Instant at, SlaClock... clocks) {
        for (SlaClock clock : clocks) {
            watch(clock).filter(w -> !w.stopped()).ifPresent(w -> put(w.stop(at)));
        }
    }

    @Nullable
    Instant dueAt(SlaClock clock) {
        return watch(clock).filter(w -> !w.stopped()).map(Watch::dueAt).orElse(null);
    }

    /** Ends it for good. */
    void end(CaseState as, @Nullable Ending how) {
        closeQuestion(now.now());
        stop(now.now(), SlaClock.values());
        state = as;
        ending = how;
    }

    void closeQuestion(Instant at) {
        questions.replaceAll(q -> q.answeredAt() == null ? q.answered(at) : q);
    }

    void emit(Event event) {
        events.add(event);
    }

    void note(String vi, String en) {
        note(new Bilingual(vi, en), null);
    }

    void note(Bilingual what, @Nullable SealedText words) {
        history.add(new Entry(now.now(), now.by(), what, words));
    }

    Accepted done() {
        var next = new CaseFile(
                before.id(),
                before.revision(),
                report,
                policy,
                state,
                handling,
                watches,
                questions,
                messages,
                answers,
                rating,
                ending,
                before.partOf(),
                parts,
                joined,
                transfers,
                reopenings,
                extensions,
                apologies,
                apologisedBy,
                todo,
                history,
                lookup());
        return new Accepted(next, events);
    }

    private Lookup lookup() {
        var due = state.open()
                ? watch(state == TRIAGE ? FORWARD : RESOLVE)
                        .filter(Watch::running)
                        .map(Watch::dueAt)
                        .orElse(null)
                : null;
        var answer = answers.isEmpty() ? null : answers.getLast();
        var office = handling;
        return new Lookup(
                state.open(),
                office == null ? null : office.head().agencyCode(),
                hiddenFrom,
                alsoReadBy,
                office != null && office.officer() != null,
                due,
                sortAt(due, answer),
                nextDueAt(),
                List.copyOf(words),
                rating != null && rating.solved() == Solved.NOT_SOLVED,
                ending == null ? null : ending.intoCaseId(),
                answer == null ? null : answer.answeredAt(),
                answer == null ? null : answer.agency().code(),
                answer == null ? 0 : answer.workingDays(),
                answer != null && answer.lateSeconds() > 0,
                true,
                state.withHead() && office != null && office.draft() != null ? true : null);
    }

    private Instant sortAt(@Nullable Instant due, @Nullable Answer answer) {
        if (due != null) {
            return due;
        }
        if (ending != null) {
            return ending.at();
        }
        if (!state.open() && answer != null) {
            return answer.answeredAt();
        }
        return watches.stream()
                .filter(w -> w.paused() || (w.running() && w.clock() == ACCEPT))
                .map(w -> w.pausedUntil() == null ? w.dueAt() : w.pausedUntil())
                .findFirst()
                .orElse(report.receivedAt());
    }

    private @Nullable Instant nextDueAt() {
        return Stream.concat(
                        watches.stream().map(Watch::nextAt).filter(Objects::nonNull),
                        todo.stream().map(Todo::since))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
