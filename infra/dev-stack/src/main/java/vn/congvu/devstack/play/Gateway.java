package vn.congvu.devstack.play;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The suite by its only door, as citizens, clerks and heads use it. Signs accounts in as they are needed, once each. */
public final class Gateway {
    public static final String OPERATOR = "operator";
    public static final String TRIAGE = "triage";
    public static final String MONITOR = "monitor";
    public static final String ADMIN = "admin";

    private static final String IN_TRIAGE = "TRIAGE";
    private static final String ASSIGNED = "ASSIGNED";
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
    public record Receipt(
            String reference, Instant receivedAt, @Nullable String textFirst) {
        private static Receipt of(JsonNode body) {
            var text = body.path("textFirst").path("text").asString("");
            return new Receipt(
                    body.path("reference").asString(), instant(body.path("receivedAt")), text.isEmpty() ? null : text);
        }
    }

    /**
     * A case as staff see it.
     *
     * @param agency code of who answers, empty in triage
     */
    public record CaseSeen(
            String id,
            String reference,
            String state,
            String agency,
            String agencyName,
            long version,
            @Nullable Instant dueAt) {
        private static CaseSeen of(JsonNode body) {
            return new CaseSeen(
                    body.path("id").asString(),
                    body.path("reference").asString(),
                    body.path("state").asString(),
                    body.path("agency").path("code").asString(""),
                    body.path("agency").path("name").asString(""),
                    body.path("version").asLong(0),
                    optionalInstant(body.path("dueAt")));
        }

        public boolean inTriage() {
            return state.equals(IN_TRIAGE);
        }

        public boolean isAssigned() {
            return state.equals(ASSIGNED);
        }

        /** The account of the head who answers. */
        public String head() {
            return "head." + agency.toLowerCase(Locale.ROOT);
        }
    }

    /**
     * An entry of the public board.
     *
     * @param reference of the case, or code of the dossier
     */
    public record ApologySeen(String id, String reference, String agency, String subject) {
        private static ApologySeen of(JsonNode body) {
            return new ApologySeen(
                    body.path("id").asString(),
                    body.path("reference").asString(""),
                    body.path("agency").path("code").asString(""),
                    body.path("subject").asString(""));
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

    /**
     * The cases of reports that were just sent, by reference, as soon as each has reached a desk.
     *
     * @throws Door.Unexpected if one has not in time
     */
    public Map<String, CaseSeen> awaitOnDesks(Set<String> references, Duration atMost) {
        var found = new HashMap<String, CaseSeen>();
        long until = System.nanoTime() + atMost.toNanos();
        while (true) {
            for (var state : List.of(ASSIGNED, IN_TRIAGE)) {
                pages("/api/v1/cases?state=" + state, token(MONITOR), item -> {
                    var seen = CaseSeen.of(item);
                    if (references.contains(seen.reference())) {
                        found.put(seen.reference(), seen);
                    }
                });
            }
            if (found.size() == references.size()) {
                return found;
            }
            if (System.nanoTime() > until) {
                var missing =
                        references.stream().filter(r -> !found.containsKey(r)).toList();
                throw new Door.Unexpected(
                        "acknowledged, but on no desk after " + atMost.toSeconds() + " s: " + missing);
            }
            Door.pause(LOOK_AGAIN);
        }
    }

    /** The case as it is now. */
    public CaseSeen look(CaseSeen before) {
        return CaseSeen.of(
                door.get("/api/v1/cases/" + before.id(), token(MONITOR)).expected("looking at a case"));
    }

    /**
     * Has an account do something to a case; when the case changed meanwhile, looks again and repeats, unless it has come
     * to be as wished.
     *
     * @param body of the command, without the version
     * @param done whether the case is as the command would make it
     */
    public void command(String account, CaseSeen seen, String command, Map<String, ?> body, Predicate<CaseSeen> done) {
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
            present = look(present);
            if (done.test(present)) {
                return;
            }
        }
    }

    /** The first screen of Home Affairs. */
    public JsonNode overview() {
        return door.get("/api/v1/overview", token(MONITOR)).expected("reading the overview");
    }

    /** Every case there is. */
    public List<CaseSeen> cases() {
        var all = new ArrayList<CaseSeen>();
        for (var view : List.of("inbox", "closed")) {
            pages("/api/v1/cases?view=" + view, token(MONITOR), item -> all.add(CaseSeen.of(item)));
        }
        return all;
    }

    /** Everything on the public board. */
    public List<ApologySeen> board() {
        var all = new ArrayList<ApologySeen>();
        pages("/api/v1/apologies?", null, item -> all.add(ApologySeen.of(item)));
        return all;
    }

    private void pages(String path, @Nullable String token, Consumer<JsonNode> each) {
        var cursor = "";
        do {
            var page = door.get(path + "&size=" + PAGE + (cursor.isEmpty() ? "" : "&cursor=" + encoded(cursor)), token)
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
