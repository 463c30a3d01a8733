package vn.congvu.notify.apology;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;
import vn.congvu.contracts.Language;
import vn.congvu.contracts.SealedText;
import vn.congvu.notify.notice.Telling;
import vn.congvu.notify.template.MessageKind;

/**
 * An apology that waits for its head. Whoever writes the {@link Decision} first, the head or the time, decides; what follows can be
 * repeated by anybody.
 *
 * @param id of the apology it becomes
 * @param messages to the person, told when it goes out
 * @param signBy when it goes out without a signature
 * @param dueAt when a sweep looks at it; absent when everything is done
 * @param open while nobody decided
 * @param outcome what finally happened, if that came first
 */
@Document("apologies_to_sign")
@TypeAlias("apology-to-sign")
record ToSign(
        @Id String id,
        @Version @Nullable Long version,
        Draft draft,
        List<Held> messages,
        Instant createdAt,
        Instant signBy,
        @Nullable Instant dueAt,
        boolean open,
        @Nullable Decision decision,
        Apology.@Nullable Outcome outcome) {
    /**
     * A message to a person, without number and letter.
     *
     * @param words what people wrote, sealed
     */
    record Held(
            String cause,
            MessageKind kind,
            String contactRef,
            Language language,
            @Nullable String complaintId,
            Map<String, String> values,
            Map<String, SealedText> words,
            Instant occurredAt) {
        static Held of(Telling telling, Telling.To.Person person) {
            return new Held(
                    telling.cause(),
                    telling.kind(),
                    person.contactRef(),
                    person.language(),
                    telling.complaintId(),
                    telling.values(),
                    telling.words(),
                    telling.occurredAt());
        }
    }

    /**
     * How it goes out.
     *
     * @param key of the request that signed, so that a repeated one is the same signature; absent when the time was over
     * @param office that signed
     * @param name of the official, as the letter prints it
     */
    record Decision(
            Instant at,
            @Nullable String key,
            @Nullable String office,
            @Nullable String name,
            @Nullable String reason) {
        static Decision signed(Instant at, String key, String office, @Nullable String name, @Nullable String reason) {
            return new Decision(at, key, office, name, reason);
        }

        static Decision timedOut(Instant at) {
            return new Decision(at, null, null, null, null);
        }
    }

    static ToSign waiting(Draft draft, List<Held> messages, Instant now, Instant signBy) {
        return new ToSign(draft.id(), null, draft, messages, now, signBy, signBy, true, null, null);
    }

    ToSign decided(Decision how) {
        return new ToSign(id, version, draft, messages, createdAt, signBy, how.at(), false, how, outcome);
    }

    ToSign with(Apology.Outcome happened) {
        return new ToSign(id, version, draft, messages, createdAt, signBy, dueAt, open, decision, happened);
    }

    ToSign done() {
        return new ToSign(id, version, draft, messages, createdAt, signBy, null, open, decision, outcome);
    }

    /** What goes out by that decision. */
    Draft decidedDraft() {
        if (decision == null) {
            throw new IllegalStateException("nobody has decided about " + id);
        }
        var office = decision.office();
        return office == null
                ? draft
                : draft.signedBy(office, new Draft.Signed(decision.name(), decision.at()), decision.reason());
    }
}
