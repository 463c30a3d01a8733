package vn.congvu.notify.contact;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;

/** The one call other services answer for us. */
interface ContactVault {
    /** @param channel the door the person came in by */
    record Contact(
            @Nullable String channel,
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
