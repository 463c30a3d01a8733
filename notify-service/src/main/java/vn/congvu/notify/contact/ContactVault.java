package vn.congvu.notify.contact;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;

/** The one call other services answer for us. */
interface ContactVault {
    /**
     * @param channel the door the person came in by
     * @param name only of applicants of dossiers, whom the agency knows anyway
     */
    record Contact(
            @Nullable String channel,
            @Nullable String name,
            @Nullable String phone,
            @Nullable String email) {
        @Override
        public String toString() {
            return "Contact[channel=" + channel + "]";
        }
    }

    @GetExchange("/internal/contacts/{contactRef}")
    Contact contact(@PathVariable String contactRef);
}
