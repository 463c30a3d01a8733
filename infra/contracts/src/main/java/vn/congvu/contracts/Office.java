package vn.congvu.contracts;

import org.jspecify.annotations.Nullable;

/**
 * Somebody to tell, by office and never by person.
 *
 * @param role a role of the suite, such as {@code AGENCY_HEAD} or {@code MONITOR}
 * @param title what letters call the office, such as "Giám đốc Sở Xây dựng"
 * @param email the office's mailbox, absent where the directory has none
 */
public record Office(
        String role,
        String agencyCode,
        String title,
        @Nullable String email) {}
