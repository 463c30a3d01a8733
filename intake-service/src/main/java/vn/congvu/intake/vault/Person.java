package vn.congvu.intake.vault;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who reports, as they named themselves; on its way into the vault and nowhere else.
 *
 * @param phone in international form, or what a sender is called that has no number
 * @param onBehalfOf whom a visitor or caller spoke for
 */
public record Person(
        @Nullable String name,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String address,
        @Nullable String onBehalfOf)
        implements Sender {

    private static final Person ANONYMOUS = new Person(null, null, null, null, null);

    public static Person anonymous() {
        return ANONYMOUS;
    }

    public static Person calling(String phone) {
        return new Person(null, phone, null, null, null);
    }

    @JsonIgnore
    public boolean isAnonymous() {
        return equals(ANONYMOUS);
    }

    @Override
    public boolean addsToVault() {
        return !isAnonymous();
    }

    /** What the correction leaves out stays as it was. */
    Person correctedBy(Person correction) {
        return new Person(
                correction.name != null ? correction.name : name,
                correction.phone != null ? correction.phone : phone,
                correction.email != null ? correction.email : email,
                correction.address != null ? correction.address : address,
                correction.onBehalfOf != null ? correction.onBehalfOf : onBehalfOf);
    }

    @Override
    public String canonical() {
        return Stream.of(name, phone, email, address, onBehalfOf)
                .map(field -> field == null ? "" : field)
                .collect(Collectors.joining("\u001f"));
    }

    /** Keeps the person out of logs. */
    @Override
    public String toString() {
        return "Person[private]";
    }
}
