package vn.congvu.notify.notice;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.congvu.notify.channel.SmsNumbers;
import vn.congvu.notify.contact.Contacts;
import vn.congvu.notify.contact.Reach;

/** Finds where a notice goes, at the moment of sending. */
@Component
class Addressing {
    private final Contacts contacts;
    private final SmsNumbers numbers;

    Addressing(Contacts contacts, SmsNumbers numbers) {
        this.contacts = contacts;
        this.numbers = numbers;
    }

    /** Where to, or why not. */
    sealed interface Address {
        record Phone(String e164) implements Address {
            @Override
            public String toString() {
                return "Phone";
            }
        }

        record Mail(String address, Letters.@Nullable To person) implements Address {
            @Override
            public String toString() {
                return "Mail";
            }
        }

        record None(String reason) implements Address {}

        record NotNow(String reason) implements Address {}
    }

    /** A phone we may write to is preferred: most people read nothing else. */
    Address of(Notice notice) {
        var office = notice.office();
        if (office != null) {
            var mailbox = office.email();
            return mailbox == null ? new Address.None("no-mailbox") : new Address.Mail(mailbox, null);
        }
        var contactRef = notice.contactRef();
        return contactRef == null
                ? new Address.None("no-contact")
                : switch (contacts.reach(contactRef)) {
                    case Reach.Nowhere _ -> new Address.None("no-contact");
                    case Reach.NotNow(var why) -> new Address.NotNow(why);
                    case Reach.At at -> of(at);
                };
    }

    private Address of(Reach.At at) {
        var phone = at.phone();
        var sendable = phone == null || !at.mayBeTexted()
                ? null
                : numbers.sendable(phone).orElse(null);
        if (sendable != null) {
            return new Address.Phone(sendable);
        }
        var email = at.email();
        return email == null
                ? new Address.None(at.mayBeTexted() ? "number-not-served" : "phone-not-heard-from")
                : new Address.Mail(email, new Letters.To(at.name(), phone, email));
    }
}
