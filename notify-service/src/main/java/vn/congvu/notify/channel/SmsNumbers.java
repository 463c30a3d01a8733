package vn.congvu.notify.channel;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Which numbers we send SMS to: mobiles of the countries in the settings. A prefix that the tables don't know yet is let
 * through where its form is right, since numbers are portable and ranges grow; landlines and paid services are not.
 */
@Component
public class SmsNumbers {
    private static final int VIETNAM = 84;
    private static final String VIETNAMESE_MOBILE = "[35789]\\d{8}";
    private static final Set<PhoneNumberType> NEVER = EnumSet.of(
            PhoneNumberType.FIXED_LINE,
            PhoneNumberType.PREMIUM_RATE,
            PhoneNumberType.SHARED_COST,
            PhoneNumberType.TOLL_FREE,
            PhoneNumberType.UAN,
            PhoneNumberType.PAGER,
            PhoneNumberType.VOICEMAIL);

    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    private final SmsNumberSettings settings;

    SmsNumbers(SmsNumberSettings settings) {
        this.settings = settings;
    }

    /** E.164 of a number we may send to, else empty. */
    public Optional<String> sendable(String number) {
        try {
            var parsed = numbers.parse(number, settings.homeRegion());
            return settings.countryCodes().contains(parsed.getCountryCode()) && mobile(parsed)
                    ? Optional.of(numbers.format(parsed, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException notANumber) {
            return Optional.empty();
        }
    }

    private boolean mobile(PhoneNumber number) {
        if (number.getCountryCode() == VIETNAM) {
            return numbers.getNationalSignificantNumber(number).matches(VIETNAMESE_MOBILE);
        }
        return numbers.isPossibleNumber(number) && !NEVER.contains(numbers.getNumberType(number));
    }
}
