package vn.congvu.cases.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.convert.ValueConverter;
import org.springframework.data.mongodb.core.mapping.Document;
import vn.congvu.contracts.Bilingual;

/**
 * What the province calls a misconduct, as of each day; only those that differ from the product's words are stored.
 *
 * @param code a {@link vn.congvu.contracts.Misconduct}
 * @param version how many names were given
 * @param names in the order in which they were given; none is ever taken away
 */
@Document("misconduct_labels")
@TypeAlias("misconduct-label")
record MisconductLabel(@Id String code, long version, List<Named> names) {
    MisconductLabel {
        names = List.copyOf(names);
    }

    /**
     * A name from a day on.
     *
     * @param from absent: ever since
     * @param by the account that gave it
     */
    record Named(
            String vi,
            String en,
            @ValueConverter(IsoDate.class) @Nullable LocalDate from,
            Instant at,
            String by) {
        private LocalDate since() {
            return Objects.requireNonNullElse(from, LocalDate.MIN);
        }
    }

    /** The name of that day: the one that began last, and of two that began together the one given later. */
    Optional<Bilingual> on(LocalDate day) {
        return names.stream()
                .filter(name -> !name.since().isAfter(day))
                .max(Comparator.comparing(Named::since).thenComparing(names::lastIndexOf))
                .map(name -> new Bilingual(name.vi(), name.en()));
    }
}
