package vn.congvu.devstack.world;

import java.net.URI;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.congvu.devstack.world.Phones.Message;

/** What happens when somebody writes a text message: to the hotline through the suite's webhooks, or to another phone. */
final class Hotline {
    enum Via {
        TWILIO,
        AGGREGATOR
    }

    /** {@code delivered}: whether the suite took it at the first attempt; if not, it is tried again. */
    record Sent(String id, Message message, boolean delivered) {}

    private final String number;
    private final String gatewayUrl;
    private final TwilioAccount account;
    private final Phones phones;
    private final Provider provider;
    private final Webhooks webhooks;
    private final WorldClock clock;

    Hotline(
            String number,
            String gatewayUrl,
            TwilioAccount account,
            Phones phones,
            Provider provider,
            Webhooks webhooks,
            WorldClock clock) {
        this.number = number;
        this.gatewayUrl = gatewayUrl;
        this.account = account;
        this.phones = phones;
        this.provider = provider;
        this.webhooks = webhooks;
        this.clock = clock;
    }

    /** @param to a number, or {@code hotline} */
    Sent write(String from, String to, String text, @Nullable Via via) {
        var sender = PhoneNumber.international(from);
        var receiver = to.equalsIgnoreCase("hotline") ? number : PhoneNumber.international(to);
        var message = phones.sent(sender, receiver, text);
        if (!receiver.equals(number)) {
            phones.received(receiver, sender, text);
            return new Sent(Sids.message(), message, true);
        }
        return switch (via == null ? Via.TWILIO : via) {
            case TWILIO -> throughTwilio(sender, text, message);
            case AGGREGATOR -> throughAggregator(sender, text, message);
        };
    }

    private Sent throughTwilio(String sender, String text, Message message) {
        var received = provider.receive(sender, number, text);
        var fields = new LinkedHashMap<String, String>();
        fields.put("ToCountry", "VN");
        fields.put("SmsMessageSid", received.sid());
        fields.put("NumMedia", "0");
        fields.put("SmsSid", received.sid());
        fields.put("SmsStatus", "received");
        fields.put("FromCountry", "VN");
        fields.put("Body", text);
        fields.put("To", number);
        fields.put("NumSegments", Integer.toString(Segments.count(text)));
        fields.put("MessageSid", received.sid());
        fields.put("AccountSid", account.sid());
        fields.put("From", sender);
        fields.put("ApiVersion", "2010-04-01");
        var request = webhooks.twilio(URI.create(gatewayUrl + "/webhooks/twilio/sms"), fields);
        var delivered = webhooks.deliver(request, answer -> {
            try {
                Twiml.parse(answer).stream()
                        .filter(verb -> verb.name().equals("Message"))
                        .forEach(reply -> provider.reply(number, sender, reply.text()));
            } catch (Twiml.NotTwiml broken) {
                webhooks.trouble(request, String.valueOf(broken.getMessage()));
            }
        });
        return new Sent(received.sid(), message, delivered);
    }

    private Sent throughAggregator(String sender, String text, Message message) {
        var id = "agg-" + Sids.message().substring(2);
        var request = webhooks.aggregator(
                URI.create(gatewayUrl + "/webhooks/sms/aggregator"),
                Map.of(
                        "id", id,
                        "from", sender,
                        "to", number,
                        "text", text,
                        "receivedAt", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(clock.now())));
        return new Sent(id, message, webhooks.deliver(request, _ -> {}));
    }
}
