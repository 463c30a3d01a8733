package vn.congvu.cases.directory;

import java.time.LocalDate;
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
