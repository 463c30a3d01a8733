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
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The suite by its only door, as citizens, clerks and heads use it. Signs accounts in as they are needed, once each. */
public final class Gateway {
    public static final String OPERATOR = "operator";
    public static final String TRIAGE = "triage";
    public static final String MONITOR = "monitor";
    public static final String ADMIN = "admin";

    private static final String PASSWORD = "cong-vu-demo-only";
    private static final int PAGE = 100;
    private static final int CONFLICT = 409;
    private static final int MOST_ATTEMPTS = 5;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(40);

    private final Door door;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    public Gateway(URI address) {
        this.door = new Door(address);
    }

    /** What a citizen is told: enough to follow the case. */
    public record Receipt(String reference, Instant receivedAt) {
        private static Receipt of(JsonNode body) {
            return new Receipt(body.path("reference").asString(), instant(body.path("receivedAt")));
        }
    }

    /**
     * A case as lists show it.
     *
     * @param agency code of who answers, empty in triage
     */
    public record CaseSeen(
            String id,
            String reference,
            String state,
            String agency,
            long version,
            @Nullable Instant dueAt,
            @Nullable Instant answeredAt,
            int apologies) {
        private static CaseSeen of(JsonNode body) {
            return new CaseSeen(
                    body.path("id").asString(),
                    body.path("reference").asString(),
                    body.path("state").asString(),
                    body.path("agency").path("code").asString(""),
                    body.path("version").asLong(0),
                    optionalInstant(body.path("dueAt")),
                    optionalInstant(body.path("answeredAt")),
                    body.path("apologies").asInt(0));
        }

        public boolean inTriage() {
            return state.equals("TRIAGE");
        }
    }

    /** An entry of the public board. */
    public record ApologySeen(String id, String reference, String agency, String cause) {
        private static ApologySeen of(JsonNode body) {
            return new ApologySeen(
                    body.path("id").asString(),
                    body.path("reference").asString(""),
                    body.path("agency").path("code").asString(""),
                    body.path("cause").asString(""));
        }
    }

    /** Sends a report by the web form; the same key again makes no second one. */
    public Receipt complain(Map<String, ?> report, String key) {
        return Receipt.of(door.post("/api/v1/complaints", report, null, Map.of("Idempotency-Key", key))
                .expected("sending a report"));
    }

    /** Writes a call or visit down, as the hotline's clerk does. */
    public Receipt writeDown(Map<String, ?> report, String key) {
        return Receipt.of(door.post("/api/v1/hotline/calls", report, token(OPERATOR), Map.of("Idempotency-Key", key))
                .expected("writing a call down"));
    }

    /** Dossiers the one-stop counter has promised. */
    public JsonNode promise(List<? extends Map<String, ?>> dossiers) {
        return door.put("/api/v1/dossiers", dossiers, token(ADMIN)).expected("sending dossiers");
    }

    /** The case of a reference, once the report has reached a desk. */
    public CaseSeen awaitCase(String reference, Duration atMost) {
        return await(reference, atMost)
                .orElseThrow(() -> new Door.Unexpected(
                        "the acknowledged report " + reference + " is on no desk after " + atMost.toSeconds() + " s"));
    }

    private Optional<CaseSeen> await(String reference, Duration atMost) {
        long until = System.nanoTime() + atMost.toNanos();
        while (true) {
            var found = find(reference);
            if (found.isPresent() || System.nanoTime() > until) {
                return found;
            }
            Door.pause(LOOK_AGAIN);
        }
    }

    public Optional<CaseSeen> find(String reference) {
        var page = door.get("/api/v1/cases?q=" + encoded(reference), token(MONITOR))
                .expected("looking for a case");
        for (var item : page.path("items")) {
            var seen = CaseSeen.of(item);
            if (seen.reference().equals(reference)) {
                return Optional.of(seen);
            }
        }
        return Optional.empty();
    }

    /**
     * Has an account do something to a case; when the case changed meanwhile, looks again and repeats, unless it has come
     * to be as wished.
     *
     * @param body of the command, without the version
     * @param done whether the case is as the command would make it
     */
    public void command(
            String account, CaseSeen seen, String command, Map<String, ?> body, Function<CaseSeen, Boolean> done) {
        var present = seen;
        for (int attempt = 1; ; attempt++) {
            var versioned = new TreeMap<String, Object>(body);
            versioned.put("version", present.version());
            var answer = door.post("/api/v1/cases/" + present.id() + "/" + command, versioned, token(account));
            if (answer.ok()) {
                return;
            }
            if (answer.status() != CONFLICT || attempt == MOST_ATTEMPTS) {
                answer.expected(command + " " + seen.reference() + " as " + account);
            }
            present = find(seen.reference()).orElse(present);
            if (done.apply(present)) {
                return;
            }
        }
    }

    /** Every case there is. */
    public List<CaseSeen> cases() {
        var all = new ArrayList<CaseSeen>();
        pages("/api/v1/cases", token(MONITOR), item -> all.add(CaseSeen.of(item)));
        return all;
    }

    /** Everything on the public board. */
    public List<ApologySeen> board() {
        var all = new ArrayList<ApologySeen>();
        pages("/api/v1/apologies", null, item -> all.add(ApologySeen.of(item)));
        return all;
    }

    private void pages(String path, @Nullable String token, Consumer<JsonNode> each) {
        var cursor = "";
        do {
            var page = door.get(path + "?size=" + PAGE + (cursor.isEmpty() ? "" : "&cursor=" + encoded(cursor)), token)
                    .expected("reading " + path);
            page.path("items").forEach(each);
            cursor = page.path("next").asString("");
        } while (!cursor.isEmpty());
    }

    private String token(String account) {
        return tokens.computeIfAbsent(
                account, name -> door.post("/api/v1/sign-in", Map.of("username", name, "password", PASSWORD), null)
                        .expected("signing in as " + name)
                        .path("token")
                        .asString());
    }

    private static Instant instant(JsonNode written) {
        return OffsetDateTime.parse(written.asString()).toInstant();
    }

    private static @Nullable Instant optionalInstant(JsonNode written) {
        var text = written.asString("");
        return text.isEmpty() ? null : OffsetDateTime.parse(text).toInstant();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
