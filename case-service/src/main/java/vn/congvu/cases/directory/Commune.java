package vn.congvu.cases.directory;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.convert.ValueConverter;

/**
 * A xã, phường or đặc khu of a time.
 *
 * @param agency code of its People's Committee; absent for one that only lives on in its successors
 * @param successors codes of the communes that took it over, wholly or in part
 */
public record Commune(
        String code,
        String name,
        @Nullable String agency,
        @ValueConverter(IsoDate.class) @Nullable LocalDate validFrom,
        @ValueConverter(IsoDate.class) @Nullable LocalDate validTo,
        List<String> successors,
        List<String> formerNames)
        implements Period {
    public Commune {
        successors = List.copyOf(successors);
        formerNames = List.copyOf(formerNames);
    }
}
