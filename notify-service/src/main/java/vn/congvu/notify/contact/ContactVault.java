package vn.congvu.notify.contact;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;

/** The one call other services answer for us. */
interface ContactVault {
    /**
     * @param channel the door the person came in by
     * @param name only of applicants of dossiers, whom the agency knows anyway
     * @param sealed phone and e-mail address of those who reported, who are told nowhere else
     * @param mayBeTexted false for a phone that nobody has written or called from; absent for applicants, whom the agency knows
     */
    record Contact(
            @Nullable String channel,
            @Nullable String name,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String sealed,
            @Nullable Boolean mayBeTexted) {
        @Override
        public String toString() {
            return "Contact[channel=" + channel + "]";
        }
    }

    @GetExchange("/internal/contacts/{contactRef}")
    Contact contact(@PathVariable String contactRef);
}
