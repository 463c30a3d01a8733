package vn.congvu.intake.datarequest;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.congvu.contracts.Office;
import vn.congvu.contracts.Role;

/**
 * @param office what letters call the custodian
 * @param email the custodian's mailbox; without one, the news is on the page only
 * @param copy how long a reporter sees the copy of the own data once it was granted
 */
@ConfigurationProperties("complaints.intake.data-requests")
record DataRequestProperties(
        @DefaultValue("Bộ phận giữ danh tính người phản ánh")
        String office,

        @Nullable String email,
        @DefaultValue("P7D") Duration copy) {
    /** In no agency of the directory. */
    private static final String NO_AGENCY = "*";

    List<Office> tell() {
        return List.of(new Office(Role.CUSTODIAN.name(), NO_AGENCY, office, email));
    }
}
