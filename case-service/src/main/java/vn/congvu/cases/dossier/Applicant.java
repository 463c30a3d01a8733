package vn.congvu.cases.dossier;

import org.jspecify.annotations.Nullable;
import vn.congvu.contracts.Channel;

/** Who waits for the result. Kept sealed, shown to nobody, opened only to reach them. */
record Applicant(
        @Nullable String name,
        @Nullable String phone,
        @Nullable String email) {
    /** A message to the phone where there is one, else by e-mail. */
    @Nullable
    Channel reach() {
        return phone != null ? Channel.SMS : email != null ? Channel.WEB : null;
    }
}
