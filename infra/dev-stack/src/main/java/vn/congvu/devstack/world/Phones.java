package vn.congvu.devstack.world;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The phones of the outside world and what was written and said on them. */
final class Phones {
    enum Direction {
        @JsonProperty("sent")
        SENT,
        @JsonProperty("received")
        RECEIVED
    }

    /** As its owner sees it: {@code with} is the other side. */
    record Message(Direction direction, String with, String text, OffsetDateTime at) {}

    /** A call to the hotline: what the suite said, what the caller said, and the recording that was left. */
    record Call(
            String callSid,
            String with,
            List<String> heard,
            String spoken,
            @Nullable String recordingSid,
            OffsetDateTime at) {}

    record Line(
            String number,
            @Nullable Message message,
            @Nullable Call call) {}

    private final JsonLines<Line> kept;
    private final WorldClock clock;
    private final Map<String, List<Message>> messages = new LinkedHashMap<>();
    private final Map<String, List<Call>> calls = new LinkedHashMap<>();

    Phones(Path folder, JsonMapper json, WorldClock clock) {
        this.clock = clock;
        kept = new JsonLines<>(folder.resolve("phones.jsonl"), Line.class, json);
        kept.read().forEach(this::show);
    }

    Message sent(String number, String to, String text) {
        return keep(number, new Message(Direction.SENT, to, text, clock.now().toOffsetDateTime()));
    }

    Message received(String number, String from, String text) {
        return keep(
                number, new Message(Direction.RECEIVED, from, text, clock.now().toOffsetDateTime()));
    }

    synchronized void called(String number, Call call) {
        var line = new Line(number, null, call);
        kept.add(line);
        show(line);
    }

    private synchronized Message keep(String number, Message message) {
        var line = new Line(number, message, null);
        kept.add(line);
        show(line);
        return message;
    }

    private void show(Line line) {
        // the phone used last comes last
        var itsMessages = messages.remove(line.number());
        messages.put(line.number(), itsMessages == null ? new ArrayList<>() : itsMessages);
        if (line.message() != null) {
            messages.get(line.number()).add(line.message());
        }
        if (line.call() != null) {
            calls.computeIfAbsent(line.number(), _ -> new ArrayList<>()).add(line.call());
        }
    }

    synchronized List<Message> messages(String number) {
        return List.copyOf(messages.getOrDefault(number, List.of()));
    }

    synchronized List<Call> calls(String number) {
        return List.copyOf(calls.getOrDefault(number, List.of()));
    }

    /** Every number that was ever used, the one used last first. */
    synchronized List<String> numbers() {
        var numbers = new ArrayList<>(messages.keySet());
        Collections.reverse(numbers);
        return numbers;
    }
}
