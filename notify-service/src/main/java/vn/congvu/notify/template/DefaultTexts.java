package vn.congvu.notify.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The texts that come with the program, from {@code message-templates.yml}. */
final class DefaultTexts {
    private final Map<MessageKind, MessageTemplate> texts = new EnumMap<>(MessageKind.class);

    DefaultTexts() {
        Map<String, Map<String, Map<String, String>>> all = read();
        for (var kind : MessageKind.values()) {
            var both = Objects.requireNonNull(all.get(kind.slug()), () -> "no default text for " + kind.slug());
            texts.put(
                    kind,
                    new MessageTemplate(kind.slug(), text(both.get("vi")), text(both.get("en")), null, null, null));
        }
    }

    MessageTemplate of(MessageKind kind) {
        return Objects.requireNonNull(texts.get(kind));
    }

    private static MessageText text(@Nullable Map<String, String> fields) {
        Objects.requireNonNull(fields, "each default text is there in both languages");
        var sms = fields.get("sms");
        return new MessageText(
                sms == null ? null : sms.strip(),
                Objects.requireNonNull(fields.get("subject")).strip(),
                Objects.requireNonNull(fields.get("email")).strip());
    }

    private static Map<String, Map<String, Map<String, String>>> read() {
        try (var in = new ClassPathResource("message-templates.yml").getInputStream()) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
