package vn.congvu.intake.atrest;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * Which fields hold what people wrote, or a key to it, and their sealing: AES-256-GCM, bound to collection, field and document, so that nothing can
 * be moved elsewhere. Sealed they are bytes, in clear (from before) text; so one is never taken for the other.
 */
final class SealedFields {
    private static final Map<String, List<Field>> FIELDS = Map.of(
            "complaints",
            fields(
                    "content.text",
                    "content.rawText",
                    "content.agencyWords",
                    "content.accused.name",
                    "content.accused.position",
                    "messages.text",
                    "messages.rawText",
                    "rating.words",
                    "reopening.reason",
                    "withdrawal.reason"),
            "data_requests",
            fields("words", "answer.text"),
            "sms_messages",
            fields("text"),
            "vault_keys",
            fields("key"));

    /** @param path its names from the document inwards */
    private record Field(String name, List<String> path) {
        static Field of(String name) {
            return new Field(name, List.of(name.split("\\.")));
        }
    }

    private final Aead key;

    /** @param key of this service alone */
    SealedFields(Aead key) {
        this.key = key;
    }

    static List<String> collections() {
        return FIELDS.keySet().stream().sorted().toList();
    }

    /** The fields of a document that hold some of it, by their first name. */
    static List<String> roots(String collection) {
        return fieldsOf(collection).stream()
                .map(field -> field.path().getFirst())
                .distinct()
                .toList();
    }

    /** @return whether something was in clear */
    boolean seal(String collection, Document document) {
        return each(collection, document, this::sealed);
    }

    /** @throws IllegalStateException if something was sealed by another key, or does not belong here */
    void open(String collection, Document document) {
        each(collection, document, this::opened);
    }

    private boolean each(String collection, Document document, BiFunction<Object, String, Object> change) {
        boolean changed = false;
        for (var field : fieldsOf(collection)) {
            var place = collection + "/" + field.name() + "/" + document.get("_id");
            changed |= walk(document, field.path(), value -> change.apply(value, place));
        }
        return changed;
    }

    private static boolean walk(@Nullable Object at, List<String> path, UnaryOperator<Object> change) {
        boolean changed = false;
        if (at instanceof List<?> list) {
            for (var element : list) {
                changed |= walk(element, path, change);
            }
        } else if (at instanceof Document document) {
            var value = document.get(path.getFirst());
            if (path.size() > 1) {
                return walk(value, path.subList(1, path.size()), change);
            }
            if (value != null) {
                var other = change.apply(value);
                changed = !Objects.equals(other, value);
                document.put(path.getFirst(), other);
            }
        }
        return changed;
    }

    private Object sealed(Object value, String place) {
        try {
            return value instanceof String words ? new Binary(key.encrypt(bytes(words), bytes(place))) : value;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES-GCM is not available", impossible);
        }
    }

    private Object opened(Object value, String place) {
        try {
            return value instanceof Binary words
                    ? new String(key.decrypt(words.getData(), bytes(place)), StandardCharsets.UTF_8)
                    : value;
        } catch (GeneralSecurityException unreadable) {
            throw new IllegalStateException(place + " was sealed by another key, or does not belong there", unreadable);
        }
    }

    private static List<Field> fieldsOf(String collection) {
        return FIELDS.getOrDefault(collection, List.of());
    }

    private static List<Field> fields(String... names) {
        return Stream.of(names).map(Field::of).toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
