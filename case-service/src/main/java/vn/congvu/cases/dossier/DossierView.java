package vn.congvu.cases.dossier;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congvu.contracts.AgencyRef;
import vn.congvu.contracts.Bilingual;
import vn.congvu.platform.audit.AuditedAnswer;
import vn.congvu.platform.sealing.Sealer;

/** A dossier as staff see it; its applicant is not part of it. */
record DossierView(
        @Schema(example = "H53.25-260302-0001") String code,
        long version,
        String procedure,
        @Nullable String field,
        AgencyRef agency,
        Instant receivedAt,
        Instant dueAt,
        @Nullable Instant finishedAt,
        DossierState state,
        boolean online,
        boolean paidOnline,
        boolean overdue,
        @Nullable Instant rescheduledAt,
        int misses,
        int apologies,
        List<Line> history)
        implements AuditedAnswer {
    record Line(
            Instant at,
            Bilingual by,
            Bilingual what,
            @Nullable String words) {}

    /** Its code is what people know it by. */
    @Override
    public String reference() {
        return code;
    }

    static DossierView of(Dossier dossier, Instant now, Sealer sealer) {
        return new DossierView(
                dossier.id(),
                dossier.revision().version(),
                dossier.procedure(),
                dossier.field(),
                dossier.agency(),
                dossier.receivedAt(),
                dossier.dueAt(),
                dossier.finishedAt(),
                dossier.state(),
                dossier.online(),
                dossier.paidOnline(),
                dossier.late(now),
                dossier.rescheduledAt(),
                dossier.promise().misses(),
                dossier.apologies().size(),
                dossier.history().stream()
                        .map(e -> {
                            var words = e.words();
                            return new Line(e.at(), e.by(), e.what(), words == null ? null : sealer.open(words));
                        })
                        .toList());
    }
}
