package vn.congvu.cases.directory;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.convert.ValueConverter;
import vn.congvu.contracts.AgencyRef;

/**
 * An agency as it is called and placed for a time.
 *
 * @param superior code of the agency directly above, absent at the top
 * @param validFrom first day, absent for "since ever"
 * @param validTo last day, absent while in force
 * @param successors codes of the agencies that took over (Law on Denunciation 2018, art. 12.4)
 * @param formerNames names that people still use for it
 */
public record Agency(
        String code,
        String name,
        @Nullable String nameEn,
        AgencyLevel level,
        @Nullable String superior,
        @ValueConverter(IsoDate.class) @Nullable LocalDate validFrom,
        @ValueConverter(IsoDate.class) @Nullable LocalDate validTo,
        List<String> successors,
        List<String> formerNames,
        @Nullable String email)
        implements Period {
    public Agency {
        successors = List.copyOf(successors);
        formerNames = List.copyOf(formerNames);
    }

    public AgencyRef ref() {
        return new AgencyRef(code, name);
    }
}
