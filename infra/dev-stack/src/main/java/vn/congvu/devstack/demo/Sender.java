package vn.congvu.devstack.demo;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.congvu.devstack.play.Door;
import vn.congvu.devstack.play.Gateway;
import vn.congvu.devstack.play.OutsideWorld;

/** Brings a complaint in by the door its author chose. */
final class Sender {
    private static final Duration REPLY_WITHIN = Duration.ofSeconds(60);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    /** Ten characters of Crockford's base32 in two groups, as the suite writes a reference. */
    private static final Pattern REFERENCE = Pattern.compile("\\b([0-9A-HJKMNP-TV-Z]{5})-?([0-9A-HJKMNP-TV-Z]{5})\\b");

    private final Gateway gateway;
    private final OutsideWorld world;
    private final String run = UUID.randomUUID().toString();

    Sender(Gateway gateway, OutsideWorld world) {
        this.gateway = gateway;
        this.world = world;
    }

    /** The reference its sender is given. */
    String send(DemoComplaint complaint) {
        var key = "demo-" + run + "-" + complaint.id();
        return switch (complaint.channel()) {
            case WEB -> confirmed(gateway.complain(form(complaint), key), complaint);
            case OPERATOR -> gateway.writeDown(form(complaint), key).reference();
            case SMS -> text(complaint);
        };
    }

    /** Who typed a phone wants to be written to. */
    private String confirmed(Gateway.Receipt receipt, DemoComplaint complaint) {
        if (receipt.textFirst() != null && complaint.reporter() != null) {
            world.text(String.valueOf(complaint.reporter().get("phone")), receipt.textFirst());
        }
        return receipt.reference();
    }

    private String text(DemoComplaint complaint) {
        var phone = String.valueOf(complaint.from());
        int before = world.receivedBy(phone).size();
        complaint.texts().forEach(part -> world.text(phone, part));
        long until = System.nanoTime() + REPLY_WITHIN.toNanos();
        while (System.nanoTime() < until) {
            var replies = world.receivedBy(phone);
            for (var reply : replies.subList(Math.min(before, replies.size()), replies.size())) {
                var found = REFERENCE.matcher(reply);
                if (found.find()) {
                    return found.group(1) + found.group(2);
                }
            }
            Door.pause(LOOK_AGAIN);
        }
        throw new Door.Unexpected("the SMS of " + complaint.id() + " got no reply with a reference");
    }

    private static Map<String, Object> form(DemoComplaint complaint) {
        var form = new LinkedHashMap<String, Object>();
        put(form, "kind", complaint.kind());
        put(form, "misconduct", complaint.misconduct());
        form.put("text", String.join("\n", complaint.texts()));
        put(form, "agencyCode", complaint.agencyCode());
        put(form, "communeCode", complaint.communeCode());
        put(form, "field", complaint.field());
        put(form, "dossierCode", complaint.dossierCode());
        put(form, "accused", complaint.accused());
        put(form, "reporter", complaint.reporter());
        put(form, "onBehalfOf", complaint.onBehalfOf());
        return form;
    }

    private static void put(Map<String, Object> form, String field, @Nullable Object value) {
        if (value != null) {
            form.put(field, value);
        }
    }
}
