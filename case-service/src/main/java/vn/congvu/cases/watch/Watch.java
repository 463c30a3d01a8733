package vn.congvu.cases.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.congvu.cases.calendar.WorkCalendar;
import vn.congvu.cases.deadline.Deadlines;
import vn.congvu.cases.deadline.Pause;
import vn.congvu.cases.watch.Step.Kind;
import vn.congvu.contracts.SlaClock;

/**
 * One clock on a case or a dossier with the moments that lie ahead of it.
 *
 * @param policy version of the SLA policy that set the limit
 * @param stoppedAt when what the clock asks for was done
 * @param pausedSince since when it stands still
 * @param pausedUntil when it goes on by itself
 * @param newDate the day named by an extension or a reschedule, ISO 8601: due at the end of its office hours
 * @param misses announced misses; an extension counts as the first, so that the next one is the second
 */
public record Watch(
        SlaClock clock,
        Condition condition,
        Instant startedAt,
        Instant dueAt,
        String policy,
        @Nullable Instant stoppedAt,
        List<Pause> pauses,
        @Nullable Instant pausedSince,
        @Nullable Instant pausedUntil,
        @Nullable String newDate,
        int misses,
        List<Step> steps) {
    public Watch {
        pauses = List.copyOf(pauses);
        steps = steps.stream()
                .sorted(Comparator.comparing(Step::at).thenComparing(Step::kind))
                .toList();
    }

    public enum Condition {
        RUNNING,
        PAUSED,
        STOPPED
    }

    /** What a moment of a clock asks for, in the order of their instants. */
    public record Fired(Watch watch, List<Step> announce) {}

    public static Watch started(SlaClock clock, Instant startedAt, Instant dueAt, String policy, List<Step> steps) {
        return new Watch(
                clock, Condition.RUNNING, startedAt, dueAt, policy, null, List.of(), null, null, null, 0, steps);
    }

    public boolean running() {
        return condition == Condition.RUNNING;
    }

    public boolean paused() {
        return condition == Condition.PAUSED;
    }

    public boolean stopped() {
        return condition == Condition.STOPPED;
    }

    public boolean extended() {
        return newDate != null;
    }

    /** Whether the present due time passed and that was announced. */
    public boolean breached() {
        return steps.stream().anyMatch(s -> s.kind() == Kind.BREACH && !s.open());
    }

    /** Whether the due time has passed and nobody announced it yet. */
    public boolean missed(Instant now) {
        return running() && steps.stream().anyMatch(s -> s.kind() == Kind.BREACH && s.open() && !s.at().isAfter(now));
    }

    /** The next moment at which anything must happen. */
    public @Nullable Instant nextAt() {
        return switch (condition) {
            case RUNNING ->
                steps.stream()
                        .filter(Step::open)
                        .map(Step::at)
                        .min(Comparator.naturalOrder())
                        .orElse(null);
            case PAUSED -> pausedUntil;
            case STOPPED -> null;
        };
    }

    public Watch stop(Instant at) {
        return stopped() ? this : in(Condition.STOPPED, at, dueAt, closedPauses(at), null, null, steps);
    }

    /** Seconds of the calendar between the due time and that instant, 0 when it is in time. */
    public long lateSeconds(Instant at) {
        return at.isAfter(dueAt) ? Math.max(1, Duration.between(dueAt, at).toSeconds()) : 0;
    }

    /** Working days that began between the due time and that instant; absent when it is in time. */
    public static @Nullable Integer lateWorkingDays(Instant dueAt, Instant at, WorkCalendar calendar) {
        return at.isAfter(dueAt)
                ? Deadlines.remaining(dueAt, at, calendar, List.of()).workingDays()
                : null;
    }

    public Watch pause(Instant from, Instant until) {
        return in(Condition.PAUSED, null, dueAt, pauses, from, until, steps);
    }

    /** The pauses up to that instant, the present one included; it is empty where the clock was set back before its start. */
    public List<Pause> closedPauses(Instant at) {
        if (pausedSince == null) {
            return pauses;
        }
        var present = new Pause(pausedSince, at.isBefore(pausedSince) ? pausedSince : at);
        return Stream.concat(pauses.stream(), Stream.of(present)).toList();
    }

    /** Goes on after a pause, due later by it. */
    public Watch resume(Instant at, @Nullable String day, Instant newDueAt, List<Step> ahead) {
        return new Watch(
                clock,
                Condition.RUNNING,
                startedAt,
                newDueAt,
                policy,
                null,
                closedPauses(at),
                null,
                null,
                day,
                misses,
                rescheduled(ahead));
    }

    /** Due at another time; what was done stays done. */
    public Watch move(Instant newDueAt, List<Step> ahead) {
        return in(condition, stoppedAt, newDueAt, pauses, pausedSince, pausedUntil, rescheduled(ahead));
    }

    /** Due at another time by a new promise, which a day named before does not outlive. */
    public Watch promiseAnew(Instant newDueAt, List<Step> ahead) {
        return new Watch(
                clock,
                condition,
                startedAt,
                newDueAt,
                policy,
                stoppedAt,
                pauses,
                pausedSince,
                pausedUntil,
                null,
                misses,
                rescheduled(ahead));
    }

    /** The same under another version of the policy. */
    public Watch under(String otherPolicy) {
        return new Watch(
                clock,
                condition,
                startedAt,
                dueAt,
                otherPolicy,
                stoppedAt,
                pauses,
                pausedSince,
                pausedUntil,
                newDate,
                misses,
                steps);
    }

    /** A later date, named once before the due time, with an apology. */
    public Watch extend(String date, Instant newDueAt, List<Step> ahead) {
        return new Watch(
                clock,
                condition,
                startedAt,
                newDueAt,
                policy,
                stoppedAt,
                pauses,
                pausedSince,
                pausedUntil,
                date,
                misses + 1,
                ahead);
    }

    /** Carries the count of misses over to the clock's next run. */
    public Watch after(@Nullable Watch former) {
        return new Watch(
                clock,
                condition,
                startedAt,
                dueAt,
                policy,
                stoppedAt,
                pauses,
                pausedSince,
                pausedUntil,
                newDate,
                misses + (former == null ? 0 : former.misses),
                steps);
    }

    /**
     * Deals with every moment that has come. A warning before the limit that only now is noticed, when the limit itself has
     * passed, is recorded and told to nobody: the breach says it. One that is noticed outside office hours waits for the next
     * opening.
     */
    public Fired fire(Instant now, WorkCalendar calendar) {
        if (!running()) {
            return new Fired(this, List.of());
        }
        boolean passed = steps.stream().anyMatch(s -> s.kind() == Kind.BREACH && !s.at().isAfter(now));
        var announce = new ArrayList<Step>();
        var after = new ArrayList<Step>();
        for (Step step : steps) {
            if (!step.open() || step.at().isAfter(now)) {
                after.add(step);
                continue;
            }
            boolean early = step.kind() == Kind.WARNING && step.number() < 100;
            if (early && !passed && !calendar.isOpen(now)) {
                var opening = calendar.nextOpening(now);
                if (opening.isBefore(dueAt)) {
                    after.add(step.movedTo(opening));
                    continue;
                }
            }
            boolean stale = early && passed;
            if (!stale) {
                announce.add(step);
            }
            after.add(step.done(now, !stale));
        }
        boolean missed = announce.stream().anyMatch(s -> s.kind() == Kind.BREACH);
        var fired = new Watch(
                clock,
                condition,
                startedAt,
                dueAt,
                policy,
                stoppedAt,
                pauses,
                pausedSince,
                pausedUntil,
                newDate,
                missed ? misses + 1 : misses,
                after);
        return new Fired(fired, announce);
    }

    private List<Step> rescheduled(List<Step> ahead) {
        var done = steps.stream().filter(s -> !s.open()).toList();
        return Stream.concat(
                        done.stream(), ahead.stream().filter(a -> done.stream().noneMatch(a::same)))
                .toList();
    }

    private Watch in(
            Condition now,
            @Nullable Instant stopped,
            Instant due,
            List<Pause> past,
            @Nullable Instant since,
            @Nullable Instant until,
            List<Step> moments) {
        return new Watch(clock, now, startedAt, due, policy, stopped, past, since, until, newDate, misses, moments);
    }
}
