package vn.congvu.cases.watch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * How far open deadlines have been counted again. Kept, so that a crash in the middle goes on where it was.
 *
 * @param id what is counted and what changed, such as {@code calendar} for cases or {@code dossiers-policy}
 * @param done the last version that everything open was counted with
 * @param target the version being counted with
 * @param cursor id of the last one done
 * @param leaseUntil until when one replica has it
 */
@Document("deadline_recounts")
@TypeAlias("recount")
record Recount(
        @Id String id,
        long done,
        long target,
        @Nullable String cursor,
        Instant leaseUntil,
        @Nullable Progress progress) {
    /**
     * @param open how many were open when it began
     * @param looked how many have been counted again
     * @param moved those of them that a batch changed and saw stored; one that a crash cut off is not among them
     */
    record Progress(
            long open,
            long looked,
            long moved,
            Instant startedAt,
            @Nullable Instant finishedAt) {
        static Progress begun(long open, Instant now) {
            return new Progress(open, 0, 0, now, null);
        }

        Progress after(int more, int changed) {
            return new Progress(open, looked + more, moved + changed, startedAt, finishedAt);
        }

        Progress finished(Instant now) {
            return new Progress(open, looked, moved, startedAt, now);
        }
    }
}
