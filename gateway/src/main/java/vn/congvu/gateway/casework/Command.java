package vn.congvu.gateway.casework;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.util.MultiValueMap;

/** What can be sent from the case page: each command with the inputs it has, so that nothing else gets into its body. */
enum Command {
    ACCEPT("accept"),
    DELEGATE("delegate", "title", "email"),
    ASK_CITIZEN("ask-citizen", "question"),
    FORWARD("forward", "agencyCode", "reason", "kind", "misconducts*", "severity"),
    EXTEND("extend", "reason", "until"),
    ANSWER("answer", "answer", "finding", "measures*", "collectiveMeasures*"),
    DRAFT("draft", "answer", "finding", "measures*", "collectiveMeasures*"),
    MERGE("merge", "into"),
    UNMERGE("unmerge"),
    SPLIT("split", "text", "agencyCode", "kind"),
    HAND_OVER("hand-over", "to", "toEn", "advice"),
    NOTE("note", "note"),
    REOPEN("reopen", "reason"),
    WITHDRAW("withdraw", "reason");

    private static final String MANY = "*";

    private final String path;
    private final List<String> inputs;

    Command(String path, String... inputs) {
        this.path = path;
        this.inputs = List.of(inputs);
    }

    String path() {
        return path;
    }

    /** Whether it makes sense for many cases with the same words. */
    boolean forMany() {
        return this == DELEGATE || this == FORWARD;
    }

    /** Whether whoever sorts is done with the case after it. */
    boolean endsTriage() {
        return this == FORWARD || this == MERGE || this == HAND_OVER || this == WITHDRAW;
    }

    static Optional<Command> of(String path) {
        return Arrays.stream(values())
                .filter(command -> command.path.equals(path))
                .findFirst();
    }

    /** The body of the call; what was left empty is left out. */
    Map<String, Object> body(MultiValueMap<String, String> typed) {
        Map<String, Object> body = new LinkedHashMap<>();
        version(typed).ifPresent(version -> body.put("version", version));
        for (var input : inputs) {
            var name = input.replace(MANY, "");
            var values = typed.getOrDefault(name, List.of()).stream()
                    .filter(value -> !value.isBlank())
                    .toList();
            if (!values.isEmpty()) {
                body.put(name, input.endsWith(MANY) ? values : values.getFirst());
            }
        }
        return body;
    }

    private static Optional<Long> version(MultiValueMap<String, String> typed) {
        var text = typed.getFirst("version");
        try {
            return text == null ? Optional.empty() : Optional.of(Long.valueOf(text));
        } catch (NumberFormatException notOne) {
            return Optional.empty();
        }
    }
}
