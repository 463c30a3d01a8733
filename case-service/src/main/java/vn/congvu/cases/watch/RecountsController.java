package vn.congvu.cases.watch;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.congvu.cases.watch.Recount.Progress;
import vn.congvu.cases.watch.Recounting.Because;
import vn.congvu.cases.watch.Recounting.Run;
import vn.congvu.contracts.cases.Subject;
import vn.congvu.platform.audit.NotAudited;

/** How far open deadlines have been counted again. */
@RestController
@Tag(name = "Deadlines")
class RecountsController {
    private final Recounting recounting;

    RecountsController(Recounting recounting) {
        this.recounting = recounting;
    }

    enum State {
        WAITING,
        RUNNING,
        DONE
    }

    /**
     * @param version of the calendar or policy that deadlines are, or are being, counted with
     * @param open how many were open when it began; absent where nothing changed yet
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RunView(
            Subject of,
            Because because,
            State state,
            long version,
            @Nullable Long open,
            @Nullable Long looked,
            @Nullable Long moved,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt) {
        static RunView of(Run run) {
            var known = run.known().orElse(null);
            boolean done = known != null && known.done() >= run.version();
            boolean begun = known != null && known.target() >= run.version();
            var state = done ? State.DONE : begun ? State.RUNNING : State.WAITING;
            Progress progress = known == null || state == State.WAITING ? null : known.progress();
            return progress == null
                    ? new RunView(run.subject(), run.because(), state, run.version(), null, null, null, null, null)
                    : new RunView(
                            run.subject(),
                            run.because(),
                            state,
                            run.version(),
                            progress.open(),
                            progress.looked(),
                            progress.moved(),
                            progress.startedAt(),
                            progress.finishedAt());
        }
    }

    @NotAudited("how far a recount is, no case")
    @GetMapping("/api/v1/deadlines/recounts")
    @PreAuthorize("hasAnyRole('ADMIN', 'MONITOR')")
    @Operation(
            summary = "How far open deadlines are counted again",
            description =
                    "After a change of calendar, office hours or policy the open cases and dossiers are counted again in the"
                            + " background; each move is in the history of its case or dossier. WAITING: about to begin.")
    List<RunView> recounts() {
        return recounting.runs().stream().map(RunView::of).toList();
    }
}
