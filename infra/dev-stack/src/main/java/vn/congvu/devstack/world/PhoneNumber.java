package vn.congvu.devstack.world;

/** How people write a number, brought to E.164 and back. */
final class PhoneNumber {
    private PhoneNumber() {}

    /** {@code 0912 345 678}, {@code 84912345678} and {@code +84912345678} are {@code +84912345678}. */
    static String international(String written) {
        var digits = written.strip().replaceAll("[\\s.()\\-]", "");
        if (!digits.matches("\\+?[0-9]{3,15}")) {
            throw Refused.badRequest(
                    "Không phải số điện thoại. Not a phone number: write it like 0912345678 or +84912345678.");
        }
        if (digits.startsWith("+")) {
            return digits;
        }
        if (digits.startsWith("0")) {
            return "+84" + digits.substring(1);
        }
        return digits.startsWith("84") && digits.length() >= 11 ? "+" + digits : digits;
    }

    /** {@code +84912345678} as people in Vietnam read it: {@code 0912 345 678}. */
    static String local(String international) {
        if (!international.matches("\\+84[0-9]{9,10}")) {
            return international;
        }
        var digits = "0" + international.substring(3);
        return digits.substring(0, 4) + " " + digits.substring(4, 7) + " " + digits.substring(7);
    }
}
