package vn.congvu.notify.apology;

import org.jspecify.annotations.Nullable;
import vn.congvu.contracts.cases.Subject;
import vn.congvu.contracts.notify.ApologyCause;

/** By which kinds the board can be read. */
enum ApologyKind {
    COMPLAINT_LATE(ApologyCause.MISSED_DEADLINE, Subject.CASE),
    DOSSIER_LATE(ApologyCause.MISSED_DEADLINE, Subject.DOSSIER),
    EXTENSION(ApologyCause.EXTENSION, null),
    RESCHEDULE(ApologyCause.RESCHEDULE, null),
    BY_HAND(ApologyCause.BY_HAND, null);

    private final ApologyCause cause;
    private final @Nullable Subject subject;

    ApologyKind(ApologyCause cause, @Nullable Subject subject) {
        this.cause = cause;
        this.subject = subject;
    }

    ApologyCause cause() {
        return cause;
    }

    /** Absent where the cause says it all. */
    @Nullable
    Subject subject() {
        return subject;
    }

    static ApologyKind of(ApologyCause cause, Subject subject) {
        return switch (cause) {
            case MISSED_DEADLINE -> subject == Subject.CASE ? COMPLAINT_LATE : DOSSIER_LATE;
            case EXTENSION -> EXTENSION;
            case RESCHEDULE -> RESCHEDULE;
            case BY_HAND -> BY_HAND;
        };
    }
}
