package vn.congvu.notify.notice;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When citizens are left in peace, by the clock of the deployment's zone. The same time twice means never.
 *
 * @param from first quiet minute
 * @param to first minute that is not quiet any more
 */
@ConfigurationProperties("complaints.notify.quiet-hours")
record QuietHours(
        @DefaultValue("21:00") LocalTime from,
        @DefaultValue("07:00") LocalTime to) {
    /** When the present quiet hours end; empty outside them. */
    Optional<Instant> endIfQuiet(Instant now, ZoneId zone) {
        var local = now.atZone(zone);
        var time = local.toLocalTime();
        boolean overMidnight = from.isAfter(to);
        boolean quiet =
                overMidnight ? !time.isBefore(from) || time.isBefore(to) : !time.isBefore(from) && time.isBefore(to);
        if (!quiet) {
            return Optional.empty();
        }
        boolean evening = overMidnight && !time.isBefore(from);
        var day = evening ? local.toLocalDate().plusDays(1) : local.toLocalDate();
        return Optional.of(ZonedDateTime.of(day, to, zone).toInstant());
    }
}
