package vn.congvu.cases.directory;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something that is in force from one day to another, both included; an absent day is no limit. */
interface Period {
    @Nullable
    LocalDate validFrom();

    @Nullable
    LocalDate validTo();

    default boolean inForce(LocalDate date) {
        return started(date) && !ended(date);
    }

    default boolean started(LocalDate date) {
        var from = validFrom();
        return from == null || !from.isAfter(date);
    }

    default boolean ended(LocalDate date) {
        var to = validTo();
        return to != null && to.isBefore(date);
    }

    /**
     * The first of the others that can't hold together with this one. A period that was left open ends when the next one begins;
     * two that begin on the same day, or an end that is written down and lies in the next one, contradict each other.
     */
    static <P extends Period> Optional<P> contradicting(P one, Collection<P> others) {
        return others.stream()
                .filter(other -> !other.equals(one) && ((Period) one).contradicts(other))
                .findFirst();
    }

    private boolean contradicts(Period other) {
        var earlier = since().isAfter(other.since()) ? other : this;
        var later = earlier == this ? other : this;
        return since().equals(other.since())
                || earlier.validTo() != null && !earlier.until().isBefore(later.since());
    }

    /** As people write it: "2025-07-01 – …". */
    default String span() {
        return (validFrom() == null ? "…" : validFrom()) + " – " + (validTo() == null ? "…" : validTo());
    }

    /** For ordering: no start means since ever. */
    default LocalDate since() {
        var from = validFrom();
        return from == null ? LocalDate.MIN : from;
    }

    default LocalDate until() {
        var to = validTo();
        return to == null ? LocalDate.MAX : to;
    }
}
