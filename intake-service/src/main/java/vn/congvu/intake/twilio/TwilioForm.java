package vn.congvu.intake.twilio;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vn.congvu.contracts.Bilingual;
import vn.congvu.platform.problem.Problem;
import vn.congvu.platform.problem.Problems;

/** The fields of a webhook whose signature was right. */
public record TwilioForm(Map<String, String> fields) {
    /** Every field is taken exactly as it was sent; one that comes twice is nothing that Twilio sends. */
    static TwilioForm parse(byte[] body) {
        var fields = new LinkedHashMap<String, String>();
        for (var pair : new String(body, StandardCharsets.ISO_8859_1).split("&")) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            var name = decode(equals < 0 ? pair : pair.substring(0, equals));
            var value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            if (fields.put(name, value) != null) {
                throw RawBody.unreadable();
            }
        }
        return new TwilioForm(fields);
    }

    public Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name)).filter(value -> !value.isEmpty());
    }

    /** @throws Problem 400 if it is missing */
    public String required(String name) {
        return field(name)
                .orElseThrow(() -> new Problem(
                        Problems.MALFORMED,
                        new Bilingual("Thiếu trường " + name + ".", "Field " + name + " is missing.")));
    }

    /** Keeps numbers and words out of logs. */
    @Override
    public String toString() {
        return "TwilioForm[private]";
    }

    private static String decode(String encoded) {
        var bytes = new ByteArrayOutputStream(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            if (c == '%') {
                if (i + 2 >= encoded.length()
                        || Character.digit(encoded.charAt(i + 1), 16) < 0
                        || Character.digit(encoded.charAt(i + 2), 16) < 0) {
                    throw RawBody.unreadable();
                }
                bytes.write(Integer.parseInt(encoded.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                bytes.write(c == '+' ? ' ' : c);
            }
        }
        return RawBody.strictUtf8(bytes.toByteArray());
    }
}
