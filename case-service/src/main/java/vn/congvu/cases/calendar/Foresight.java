package vn.congvu.cases.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import vn.congvu.contracts.SlaClock;
import vn.congvu.contracts.cases.Subject;

/** Tells which open deadlines a change of the calendar would move, before it is made. Whoever keeps deadlines implements it. */
public interface Foresight {
    /** What the deadlines are kept of. */
    Subject of();

    /**
     * @param calendars the calendar of an agency, by its code, as it would be
     * @param patience how long it may look
     */
    Effect ifCalendarsWere(Function<String, WorkCalendar> calendars, Duration patience);

    /**
     * What would change.
     *
     * @param open how many are open
     * @param looked how many of them were looked at before patience ended
     * @param complete whether that is all of them; if not, {@code moved} is of those looked at only
     * @param moved those looked at of which a deadline would move
     * @param moves the first moves
     */
    record Effect(long open, long looked, boolean complete, long moved, List<Move> moves) {
        private static final int MOVES_SHOWN = 20;
        private static final int BATCH = 500;

        /**
         * Looks at everything that is open, a batch at a time, the first batch in any case.
         *
         * @param all where they are kept
         * @param moves which deadlines of one would move
         */
        public static <T> Effect over(Open<T> all, Function<T, List<Move>> moves, Duration patience) {
            long began = System.nanoTime();
            long looked = 0;
            long moved = 0;
            var shown = new ArrayList<Move>();
            var batch = all.openAfter("", BATCH);
            while (!batch.isEmpty()) {
                for (T one : batch) {
                    var ofOne = moves.apply(one);
                    looked++;
                    moved += ofOne.isEmpty() ? 0 : 1;
                    ofOne.stream().limit(MOVES_SHOWN - shown.size()).forEach(shown::add);
                }
                boolean last = batch.size() < BATCH;
                if (!last && System.nanoTime() - began > patience.toNanos()) {
                    return new Effect(Math.max(looked, all.open()), looked, false, moved, List.copyOf(shown));
                }
                batch = last ? List.of() : all.openAfter(all.id(batch.getLast()), BATCH);
            }
            return new Effect(looked, looked, true, moved, List.copyOf(shown));
        }
    }

    /** What is open. */
    interface Open<T> {
        /** How many. */
        long open();

        /** Those after an id, in the order of their ids. */
        List<T> openAfter(String id, int limit);

        String id(T one);
    }

    /** A deadline that would move. */
    record Move(String reference, SlaClock clock, Instant dueAt, Instant newDueAt) {}

    /** What a change would do to all that is watched. */
    record Effects(Effect cases, Effect dossiers) {
        private static final Effect NONE = new Effect(0, 0, true, 0, List.of());

        /** @param effect what each of those who keep deadlines foresees */
        public static <F extends Foresight> Effects of(List<F> all, Function<F, Effect> effect) {
            var cases = NONE;
            var dossiers = NONE;
            for (F foresight : all) {
                switch (foresight.of()) {
                    case CASE -> cases = effect.apply(foresight);
                    case DOSSIER -> dossiers = effect.apply(foresight);
                }
            }
            return new Effects(cases, dossiers);
        }
    }
}
