package vn.congvu.devstack.play;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The outside world over its own HTTP: phones, and the clock of the suite. */
public final class OutsideWorld {
    /** The services read the clock's offset this often at the latest. */
    private static final Duration SEEN_BY_ALL = Duration.ofMillis(30);

    private final Door door;

    public OutsideWorld(URI address) {
        this.door = new Door(address);
    }

    /** The suite's time. */
    public Instant now() {
        var clock = door.get("/clock", null).expected("reading the clock");
        return OffsetDateTime.parse(clock.path("now").asString()).toInstant();
    }

    /** Puts the clock to that instant, if it lies ahead, and waits until every service sees it. */
    public void advanceTo(Instant instant) {
        var ahead = Duration.between(now(), instant);
        if (ahead.isPositive()) {
            advance(ahead);
        }
    }

    public void advance(Duration by) {
        door.post("/clock/advance", Map.of("by", by.toString()), null).expected("advancing the clock");
        Door.pause(SEEN_BY_ALL);
    }

    /** Writes an SMS to the hotline from a citizen's phone. */
    public void text(String fromNumber, String text) {
        door.post("/phones/" + encoded(fromNumber) + "/messages", Map.of("to", "hotline", "text", text), null)
                .expected("sending an SMS");
    }

    /** What a phone received, in order. */
    public List<String> receivedBy(String number) {
        var texts = new ArrayList<String>();
        for (var message :
                door.get("/phones/" + encoded(number) + "/messages", null).expected("reading a phone")) {
            if (message.path("direction").asString("").equals("received")) {
                texts.add(message.path("text").asString(""));
            }
        }
        return texts;
    }

    private static String encoded(String number) {
        return URLEncoder.encode(number, StandardCharsets.UTF_8);
    }
}
