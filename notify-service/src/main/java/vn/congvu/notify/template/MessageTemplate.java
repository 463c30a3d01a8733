package vn.congvu.notify.template;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;
import vn.congvu.contracts.Language;

/**
 * The texts of one kind of message. Only changed ones are stored; the others come with the program.
 *
 * @param id the slug of the {@link MessageKind}
 * @param version counts the changes; absent for the default
 */
@Document("message_templates")
@TypeAlias("message-template")
record MessageTemplate(
        @Id String id,
        MessageText vi,
        MessageText en,
        @Version @Nullable Long version,
        @Nullable String changedBy,
        @Nullable Instant changedAt) {
    MessageText in(Language language) {
        return switch (language) {
            case VI -> vi;
            case EN -> en;
        };
    }
}
