package vn.congvu.cases.casefile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * How far the deadlines of open cases have been counted again. Kept, so that a crash in the middle goes on where it was.
 *
 * @param id what changed: the calendar or the policy
 * @param done the last version that all open cases were counted with
 * @param target the version being counted with
 * @param cursor id of the last case done
 * @param leaseUntil until when one replica has it
 */
@Document("deadline_recounts")
@TypeAlias("recount")
record Recount(
        @Id String id, long done, long target, @Nullable String cursor, Instant leaseUntil) {}
