package vn.congvu.cases.casefile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * How far open cases have followed the directory. Kept, so that a crash in the middle goes on where it was.
 *
 * @param done the last edition that all open cases have followed
 * @param target the edition being followed
 * @param cursor id of the last case looked at
 * @param looked cases looked at for the target, and how many of them moved
 * @param leaseUntil until when one replica has it
 */
@Document("directory_passes")
@TypeAlias("directory-pass")
record DirectoryPass(
        @Id String id, long done, long target, @Nullable String cursor, long looked, long moved, Instant leaseUntil) {
    static final String ID = "cases";

    static DirectoryPass none() {
        return new DirectoryPass(ID, 0, 0, null, 0, 0, Instant.EPOCH);
    }
}
