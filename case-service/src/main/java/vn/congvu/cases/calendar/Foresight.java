package vn.congvu.cases.calendar;

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

    /** @param calendars the calendar of an agency, by its code, as it would be */
    Effect ifCalendarsWere(Function<String, WorkCalendar> calendars);

    /**
     * What would change.
     *
     * @param open how many are open, all of which were looked at
     * @param moved those of them of which a deadline would move
     * @param moves the first moves
     */
    record Effect(long open, long moved, List<Move> moves) {
        private static final int MOVES_SHOWN = 20;
        private static final int BATCH = 500;

        /**
         * Looks at everything that is open, a batch at a time.
         *
         * @param after the next ones after an id, at most so many
         * @param id of one
         * @param moves which deadlines of one would move
         */
        public static <T> Effect over(Batches<T> after, Function<T, String> id, Function<T, List<Move>> moves) {
            long open = 0;
            long moved = 0;
            var shown = new ArrayList<Move>();
            var batch = after.next("", BATCH);
            while (!batch.isEmpty()) {
                for (T one : batch) {
                    var ofOne = moves.apply(one);
                    open++;
                    moved += ofOne.isEmpty() ? 0 : 1;
                    ofOne.stream().limit(MOVES_SHOWN - shown.size()).forEach(shown::add);
                }
                batch = batch.size() < BATCH ? List.of() : after.next(id.apply(batch.getLast()), BATCH);
            }
            return new Effect(open, moved, List.copyOf(shown));
        }
    }

    /** Reads open ones in the order of their ids. */
    interface Batches<T> {
        List<T> next(String afterId, int most);
    }

    /** A deadline that would move. */
    record Move(String reference, SlaClock clock, Instant dueAt, Instant newDueAt) {}

    /** What a change would do to all that is watched. */
    record Effects(Effect cases, Effect dossiers) {
        private static final Effect NONE = new Effect(0, 0, List.of());

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
