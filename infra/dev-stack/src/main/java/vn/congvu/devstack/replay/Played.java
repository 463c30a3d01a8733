package vn.congvu.devstack.replay;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congvu.devstack.play.Gateway.CaseSeen;

/** One complaint in the suite, filled in as it goes along. Written by one thread at a time. */
final class Played {
    final Arrival arrival;
    /** Code of the agency that must answer. */
    final String agency;
    /** Whether no unit was known, so that triage must assign it. */
    final boolean unknownUnit;

    /** A telephone of nobody, made of the record's number, where the report came by telephone; else empty. */
    final String phone;

    final LocalDate receivedOn;
    final @Nullable LocalDate answeredOn;
    String reference = "";
    boolean triaged;

    @Nullable
    CaseSeen seen;

    @Nullable
    Instant suiteDueAt;

    @Nullable
    Instant answeredAt;

    /** What the caller's telephone received. */
    List<String> messages = List.of();

    Played(Arrival arrival, Units units) {
        this.arrival = arrival;
        var unit = units.of(arrival);
        this.unknownUnit = unit.isEmpty();
        this.agency = unit.map(Units.Unit::code).orElse(Units.INVESTIGATOR);
        this.phone = Labels.byTelephone(arrival) ? "09000" + arrival.number() : "";
        this.receivedOn = arrival.received();
        this.answeredOn = arrival.closed();
    }

    /** Whether the time ran out before an answer, or before {@code now} where there is none. */
    boolean missed(Instant due, Instant now) {
        var answered = answeredAt;
        return (answered == null ? now : answered).isAfter(due);
    }
}
