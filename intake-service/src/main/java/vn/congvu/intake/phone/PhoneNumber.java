package vn.congvu.intake.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Map;
import java.util.Set;

/**
 * A telephone number in international form.
 *
 * <p>Numbers are portable and ranges grow, so a mobile prefix that nobody has heard of is taken; only what can't be dialled is
 * refused. The eleven-digit mobile numbers of before 2018 are read as what they were changed to (plan of the Ministry of
 * Information and Communications, decision 798/QĐ-BTTTT of 2018).
 *
 * @param e164 such as {@code +84912345678}
 */
public record PhoneNumber(String e164) {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final int VIETNAM = 84;
    private static final Set<String> EMERGENCIES = Set.of("112", "113", "114", "115");
    /** By the first three digits after the zero; the remaining seven stay. */
    private static final Map<String, String> RENUMBERED = Map.ofEntries(
            Map.entry("120", "70"),
            Map.entry("121", "79"),
            Map.entry("122", "77"),
            Map.entry("126", "76"),
            Map.entry("128", "78"),
            Map.entry("123", "83"),
            Map.entry("124", "84"),
            Map.entry("125", "85"),
            Map.entry("127", "81"),
            Map.entry("129", "82"),
            Map.entry("162", "32"),
            Map.entry("163", "33"),
            Map.entry("164", "34"),
            Map.entry("165", "35"),
            Map.entry("166", "36"),
            Map.entry("167", "37"),
            Map.entry("168", "38"),
            Map.entry("169", "39"),
            Map.entry("186", "56"),
            Map.entry("188", "58"),
            Map.entry("199", "59"));

    /** What somebody typed where a number was asked for. */
    public sealed interface Reading {
        /** One that can be dialled. */
        record Readable(PhoneNumber number) implements Reading {}

        /** Police, fire brigade, ambulance or rescue: nobody's own number, but perhaps somebody in need. */
        record Emergency(String number) implements Reading {}

        /** Not a telephone number. */
        record Unreadable() implements Reading {}
    }

    /** Reads a number written in any usual way: with blanks, dots, dashes, {@code 0}, {@code 84}, {@code +84}, {@code 0084}. */
    public static Reading read(String typed) {
        var digits = PhoneNumberUtil.normalizeDigitsOnly(typed);
        if (EMERGENCIES.contains(digits)) {
            return new Reading.Emergency(digits);
        }
        if (typed.codePoints().anyMatch(Character::isLetter) || digits.length() < 7) {
            return new Reading.Unreadable();
        }
        try {
            var dialled = typed.strip();
            if (digits.startsWith("00")) {
                dialled = "+" + digits.substring(2);
            } else if (digits.startsWith("84") && digits.length() > 10 && !dialled.startsWith("+")) {
                dialled = "+" + digits;
            }
            return readable(NUMBERS.parse(dialled, "VN"));
        } catch (NumberParseException notOne) {
            return new Reading.Unreadable();
        }
    }

    private static Reading readable(Phonenumber.PhoneNumber parsed) {
        var national = String.valueOf(parsed.getNationalNumber());
        if (parsed.getCountryCode() != VIETNAM) {
            return NUMBERS.isPossibleNumber(parsed)
                    ? new Reading.Readable(new PhoneNumber(NUMBERS.format(parsed, PhoneNumberFormat.E164)))
                    : new Reading.Unreadable();
        }
        if (national.length() == 10) {
            var today = RENUMBERED.get(national.substring(0, 3));
            national = today == null ? national : today + national.substring(3);
        }
        return national.length() < 7 || national.length() > 10
                ? new Reading.Unreadable()
                : new Reading.Readable(new PhoneNumber("+" + VIETNAM + national));
    }

    /** Whether text messages may be sent there: Vietnamese mobile numbers only, so that nobody makes us pay for others. */
    public boolean isVietnameseMobile() {
        return e164.matches("\\+84[35789]\\d{8}");
    }

    /** Keeps the number out of logs. */
    @Override
    public String toString() {
        return "PhoneNumber[private]";
    }
}
