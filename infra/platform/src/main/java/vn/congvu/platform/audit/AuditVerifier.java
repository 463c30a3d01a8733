package vn.congvu.platform.audit;

import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.congvu.platform.audit.Verification.Fault;
import vn.congvu.platform.audit.Verification.Head;

/** Walks a chain and names the first row that is not as it was written. */
final class AuditVerifier {
    private final String service;
    private final AuditEntries entries;
    private final AuditHeads heads;
    private final AuditSeal seal;
    private final int part;

    /** @param part rows looked at in one call */
    AuditVerifier(String service, AuditEntries entries, AuditHeads heads, AuditSeal seal, int part) {
        this.service = service;
        this.entries = entries;
        this.heads = heads;
        this.seal = seal;
        this.part = part;
    }

    static Head head(Document entry) {
        return new Head(
                entry.get("_id") instanceof Number number ? number.longValue() : 0,
                String.valueOf(entry.get(AuditSeal.HASH)));
    }

    private record Found(Fault fault, long sequence) {}

    /** @param written the last entry that this process wrote */
    Verification verify(long after, Optional<Head> known, Head written) {
        // before the walk, so that what is written meanwhile is no fault
        var noted = heads.noted();
        var walk = new Walk(after);
        var found = walk.begin();
        if (found == null) {
            found = walk.along();
        }
        if (found == null && walk.complete) {
            found = end(noted, known, written, walk.at);
        }
        return new Verification(
                service,
                after + 1,
                walk.at.sequence(),
                walk.complete,
                found == null ? null : found.fault(),
                found == null ? null : found.sequence(),
                walk.at);
    }

    private final class Walk {
        private Head at;
        private boolean complete;

        Walk(long after) {
            at = after == 0 ? AuditTrail.BEGINNING : new Head(after, "");
        }

        private @Nullable Found begin() {
            if (at.sequence() == 0) {
                return entries.first()
                        .filter(row -> !isNumber(row, 1))
                        .map(row -> isNumber(row) && head(row).sequence() > 1
                                ? new Found(Fault.MISSING, 1)
                                : new Found(Fault.INSERTED, head(row).sequence()))
                        .orElse(null);
            }
            var before = entries.get(at.sequence());
            if (before.isEmpty()) {
                return new Found(Fault.MISSING, at.sequence());
            }
            at = head(before.get());
            return seal.isIntact(before.get()) ? null : new Found(Fault.CHANGED, at.sequence());
        }

        private @Nullable Found along() {
            int looked = 0;
            try (var rows = entries.after(at.sequence(), part).iterator()) {
                while (rows.hasNext()) {
                    var row = rows.next();
                    long expected = at.sequence() + 1;
                    if (!isNumber(row, expected)) {
                        return head(row).sequence() < expected
                                ? new Found(Fault.INSERTED, expected)
                                : new Found(Fault.MISSING, expected);
                    }
                    if (!seal.isIntact(row) || !service.equals(row.get("service"))) {
                        return new Found(Fault.CHANGED, expected);
                    }
                    if (!at.hash().equals(row.get("previous"))) {
                        return new Found(Fault.UNLINKED, expected);
                    }
                    at = head(row);
                    looked++;
                }
            }
            complete = looked < part;
            return null;
        }
    }

    /** What was cut off behind the last row can be known only from what somebody remembers. */
    private @Nullable Found end(AuditHeads.Noted noted, Optional<Head> known, Head written, Head last) {
        // whatever is no number sorts behind or before all numbers
        var stray = entries.last().filter(row -> !isNumber(row));
        if (stray.isPresent()) {
            return new Found(Fault.INSERTED, last.sequence() + 1);
        }
        return switch (noted) {
            case AuditHeads.Noted.Forged() -> new Found(Fault.HEAD_CHANGED, last.sequence());
            case AuditHeads.Noted.None() -> remembered(written, known);
            case AuditHeads.Noted.At(Head head) ->
                heads.isThere(head) ? remembered(written, known) : new Found(Fault.TRUNCATED, head.sequence());
        };
    }

    private @Nullable Found remembered(Head written, Optional<Head> known) {
        if (!heads.isThere(written)) {
            return new Found(Fault.TRUNCATED, written.sequence());
        }
        return known.filter(head -> !heads.isThere(head))
                .map(head -> new Found(Fault.TRUNCATED, head.sequence()))
                .orElse(null);
    }

    private static boolean isNumber(Document row) {
        return row.get("_id") instanceof Number number && number.doubleValue() == number.longValue();
    }

    private static boolean isNumber(Document row, long expected) {
        return isNumber(row) && head(row).sequence() == expected;
    }
}
