package vn.congvu.platform.audit;

import java.util.List;
import java.util.Optional;
import vn.congvu.platform.audit.AuditHeads.Noted;
import vn.congvu.platform.telemetry.Figure;
import vn.congvu.platform.telemetry.Figures;

/** Whether the end of the trail is where it was noted, looked at all the time and not only when an auditor verifies the whole. */
final class AuditFigures implements Figures {
    private final AuditHeads heads;
    private final AuditEntries entries;
    private final Figure intact = Figure.flag(
            "complaints.audit.end.intact", "1 while the noted end of the audit trail is there and is ours, else 0");
    private final Figure written =
            Figure.of("complaints.audit.entries", "entries", "Entries of the audit trail so far");

    AuditFigures(AuditHeads heads, AuditEntries entries) {
        this.heads = heads;
        this.entries = entries;
    }

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public List<Figure> all() {
        return List.of(intact, written);
    }

    @Override
    public void read() {
        intact.is(
                switch (heads.noted()) {
                    case Noted.None() -> true;
                    case Noted.At(var head) -> heads.isThere(head);
                    case Noted.Forged() -> false;
                });
        written.is(entries.last().map(row -> AuditVerifier.head(row).sequence()).orElse(0L));
    }

    @Override
    public Optional<String> trouble() {
        return intact.value() == 0
                ? Optional.of("the end of the audit trail was cut off or forged: an auditor verifies the trail")
                : Optional.empty();
    }
}
