package vn.congvu.e2e;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What journeys have in common: a report at its head's desk, and what everybody can read of it afterwards. */
final class Told {
    private static final Pattern SPOKEN = Pattern.compile("\\b([0-9A-HJKMNP-TV-Z]{5})-([0-9A-HJKMNP-TV-Z]{5})\\b");

    private Told() {}

    /** @return its receipt, once the head of the agency has it */
    static JsonNode complain(String agency, String text) {
        var receipt = Api.complain(
                Map.of("text", text, "agencyCode", agency, "kind", "CONDUCT"),
                UUID.randomUUID().toString());
        Api.awaitCase("head." + agency.toLowerCase(), reference(receipt), JsonNode::isObject);
        return receipt;
    }

    /** The entries of the public board for a case or a dossier. */
    static List<JsonNode> apologies(String reference) {
        return Api.get("/api/v1/apologies?q=" + reference, null)
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .filter(entry -> entry.path("reference").asString().equals(reference))
                .toList();
    }

    /** What the history says, in Vietnamese, with the times: {@code Nhắc: ...}. */
    static List<String> history(JsonNode receipt) {
        return Api.historyOf(Api.fullCase("monitor", reference(receipt)));
    }

    /** Mails in the box of an office that name a reference, as it is or as people read it. */
    static List<JsonNode> mails(String to, String reference) {
        var spoken = reference.length() == 10 ? reference.substring(0, 5) + "-" + reference.substring(5) : reference;
        return Api.worldGet("/mailbox")
                .valueStream()
                .filter(mail -> mail.path("to").asString().equals(to))
                .filter(mail ->
                        mail.toString().contains(reference) || mail.toString().contains(spoken))
                .toList();
    }

    /** What a phone was sent. */
    static List<String> smsTo(String phone) {
        return Api.worldGet("/phones/" + phone + "/messages")
                .valueStream()
                .filter(message -> message.path("direction").asString().equals("received"))
                .map(message -> message.path("text").asString())
                .toList();
    }

    static void sms(String phone, String text) {
        var sent = Api.worldPost("/phones/" + phone + "/messages", Map.of("to", "hotline", "text", text));
        if (sent.status() >= 300) {
            throw new AssertionError(sent.body());
        }
    }

    /** The references that a text names as people read them, written together. */
    static List<String> referencesIn(String text) {
        return SPOKEN.matcher(text)
                .results()
                .map(found -> found.group(1) + found.group(2))
                .toList();
    }

    /** What the holder of a receipt does on the tracking page: messages, rating, reopening, withdrawal. */
    static void tracking(JsonNode receipt, String what, Map<String, ?> more) {
        var body = new HashMap<String, Object>(more);
        body.put("reference", reference(receipt));
        body.put("accessCode", receipt.path("accessCode").asString());
        Api.post("/api/v1/tracking/" + what, body, null).expect(200);
    }

    static String state(JsonNode seen) {
        return seen.path("state").asString();
    }

    static String reference(JsonNode receipt) {
        return receipt.path("reference").asString();
    }
}
