package vn.congvu.gateway.deadline;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which open deadlines a change would move, as the case-service foretells it. */
record Effects(Effect cases, Effect dossiers) {
    /**
     * @param open how many there are
     * @param looked how many of them were looked at; all where it is absent
     * @param moves the first of those that would move
     */
    record Effect(
            long open,
            @Nullable Long looked,
            long moved,
            @Nullable List<Move> moves) {
        public long seen() {
            return looked == null ? open : looked;
        }

        public long left() {
            return open - seen();
        }
    }

    record Move(String reference, String clock, Instant dueAt, Instant newDueAt) {}

    public boolean incomplete() {
        return cases.left() + dossiers.left() > 0;
    }

    public boolean nothingMoves() {
        return cases.moved() + dossiers.moved() == 0;
    }
}
