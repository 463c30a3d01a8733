package vn.congvu.cases.dossier;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;
import vn.congvu.cases.watch.Watch;
import vn.congvu.contracts.AgencyRef;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.Channel;
import vn.congvu.contracts.Language;
import vn.congvu.contracts.Reporter;
import vn.congvu.contracts.SealedText;
import vn.congvu.platform.outbox.Aggregate;
import vn.congvu.platform.outbox.Revision;

/**
 * <i>Hồ sơ thủ tục hành chính</i>: what the one-stop counter promised, by when, and what became of it.
 *
 * @param id the dossier's code
 * @param fedDueAt the due time as the one-stop system last told it; the present one is the watch's
 * @param promised what that due time came from
 * @param applicant name, phone and e-mail as sealed JSON
 * @param reach how the applicant is reached, absent where no contact is known
 * @param open whether a result is still owed
 * @param nextDueAt the next moment at which anything must happen
 * @param rescheduledAt when the agency apologised and named a new date
 */
@Document("dossiers")
@TypeAlias("dossier")
public record Dossier(
        @Id String id,
        Revision revision,
        String procedure,
        @Nullable String field,
        AgencyRef agency,
        Instant receivedAt,
        Instant fedDueAt,
        @Nullable Promised promised,
        @Nullable Instant finishedAt,
        DossierState state,
        boolean online,
        boolean paidOnline,
        @Nullable SealedText applicant,
        @Nullable Channel reach,
        Watch promise,
        @Nullable Instant rescheduledAt,
        List<Instant> apologies,
        boolean open,
        @Nullable Instant nextDueAt,
        List<String> words,
        List<Entry> history)
        implements Aggregate {
    private static final String REF = "dossier-";

    public Dossier {
        apologies = List.copyOf(apologies);
        words = List.copyOf(words);
        history = List.copyOf(history);
    }

    /** A line of the history. */
    public record Entry(
            Instant at,
            Bilingual by,
            Bilingual what,
            @Nullable SealedText words) {}

    @Override
    public String correlationId() {
        return id;
    }

    Instant dueAt() {
        return promise.dueAt();
    }

    boolean late(Instant now) {
        return open && promise.lateSeconds(now) > 0;
    }

    /** @param entry a line more of the history, if any */
    Dossier with(Watch watch, @Nullable Instant rescheduledAt, List<Instant> apologies, @Nullable Entry entry) {
        var lines = entry == null
                ? history
                : Stream.concat(history.stream(), Stream.of(entry)).toList();
        return new Dossier(
                id,
                revision,
                procedure,
                field,
                agency,
                receivedAt,
                fedDueAt,
                promised,
                finishedAt,
                state,
                online,
                paidOnline,
                applicant,
                reach,
                watch,
                rescheduledAt,
                apologies,
                open,
                watch.nextAt(),
                words,
                lines);
    }

    /** Whom to tell, without saying who that is. */
    Reporter reporter() {
        return new Reporter(reach == null ? null : REF + id, reach == null ? Channel.OPERATOR : reach, Language.VI);
    }

    /** The code that a contact reference of a dossier stands for. */
    static @Nullable String codeOf(String contactRef) {
        return contactRef.startsWith(REF) ? contactRef.substring(REF.length()) : null;
    }
}
