package vn.congvu.cases.dossier;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;
import vn.congvu.cases.dossier.DossierImport.Rejected;
import vn.congvu.contracts.SealedText;

/**
 * A large file that is taken in the background, in parts. Kept, so that a crash in the middle goes on where it was.
 *
 * @param by the account that sent it
 * @param parts how many parts its rows are kept in
 * @param next the first part that is not done
 * @param leaseUntil until when one replica has it
 */
@Document("dossier_imports")
@TypeAlias("dossier-import")
record StoredImport(
        @Id String id,
        String by,
        Instant receivedAt,
        State state,
        int rows,
        int parts,
        int next,
        Instant leaseUntil,
        @Nullable Instant finishedAt) {
    enum State {
        /** Not all of it is stored yet, so nobody was told that it is. */
        RECEIVING,
        RUNNING,
        DONE
    }

    List<String> partIds() {
        return IntStream.range(0, parts).mapToObj(n -> partId(id, n)).toList();
    }

    static String partId(String id, int number) {
        return "%s/%05d".formatted(id, number);
    }

    /**
     * Some rows of a file.
     *
     * @param sealed the rows as sealed JSON, absent once they are taken
     * @param outcome what became of them, absent until then
     */
    @Document("dossier_import_parts")
    @TypeAlias("dossier-import-part")
    record Part(
            @Id String id,
            @Nullable SealedText sealed,
            @Nullable Outcome outcome) {}

    /** @param refused how many were rejected */
    record Outcome(
            int accepted,
            int unchanged,
            int refused,
            @Nullable List<Rejected> rejected) {
        static Outcome of(DossierImport.Result result) {
            return new Outcome(
                    result.accepted(), result.unchanged(), result.rejected().size(), result.rejected());
        }
    }
}
