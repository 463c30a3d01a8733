package vn.congvu.cases.directory;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.convert.ValueConverter;

/**
 * An office of an agency, filled for a time. Titles only: who holds it is nobody's business here.
 *
 * @param leave days on which the office holder is away, so that an acting head or a deputy stands in
 */
public record Posting(
        String agency,
        Post post,
        String title,
        @Nullable String email,
        @ValueConverter(IsoDate.class) @Nullable LocalDate validFrom,
        @ValueConverter(IsoDate.class) @Nullable LocalDate validTo,
        List<Leave> leave)
        implements Period {
    public Posting {
        leave = List.copyOf(leave);
    }

    boolean present(LocalDate date) {
        return leave.stream().noneMatch(l -> !date.isBefore(l.from()) && !date.isAfter(l.to()));
    }

    /**
     * {@code CHAIR} heads the province, {@code MONITOR} watches deadlines for Home Affairs, {@code ANTI_CORRUPTION} hears of every
     * report of corruption.
     */
    public enum Post {
        HEAD,
        DEPUTY,
        ACTING_HEAD,
        MONITOR,
        CHAIR,
        ANTI_CORRUPTION;

        /** At most one at a time. */
        boolean single() {
            return switch (this) {
                case HEAD, ACTING_HEAD, CHAIR -> true;
                case DEPUTY, MONITOR, ANTI_CORRUPTION -> false;
            };
        }

        /** Whoever holds it is head or deputy of the agency. */
        boolean leads() {
            return switch (this) {
                case HEAD, DEPUTY, ACTING_HEAD, CHAIR -> true;
                case MONITOR, ANTI_CORRUPTION -> false;
            };
        }
    }

    /** Both days included. */
    public record Leave(
            @ValueConverter(IsoDate.class) LocalDate from,
            @ValueConverter(IsoDate.class) LocalDate to) {}
}
