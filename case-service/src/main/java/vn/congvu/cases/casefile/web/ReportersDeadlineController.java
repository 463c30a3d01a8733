package vn.congvu.cases.casefile.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.time.Instant;
import java.util.List;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.congvu.cases.casefile.CaseFile;
import vn.congvu.cases.casefile.CaseFiles;
import vn.congvu.cases.casefile.WhyThisDeadline;
import vn.congvu.cases.watch.Watch;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.SlaClock;
import vn.congvu.platform.problem.Problems;

/** "Why this deadline?" for the reporter's page: the gateway asks once the secret code was right. Never reachable from outside. */
@Hidden
@RestController
class ReportersDeadlineController {
    private final CaseFiles files;
    private final WhyThisDeadline why;

    ReportersDeadlineController(CaseFiles files, WhyThisDeadline why) {
        this.files = files;
        this.why = why;
    }

    /** @param trace the policy, what was counted and what was left out, line by line */
    record Why(Instant dueAt, List<Bilingual> trace) {}

    @GetMapping("/internal/complaints/{reference}/deadline")
    @PreAuthorize("hasRole('SERVICE')")
    Why why(@PathVariable String reference) {
        return files.byReference(reference, new Criteria())
                .flatMap(file -> file.watch(SlaClock.RESOLVE)
                        .filter(watch -> watch.condition() != Watch.Condition.STOPPED)
                        .map(watch -> why(file, watch)))
                .orElseThrow(() -> Problems.notFound("Không có hạn nào đang chạy.", "There is no deadline running."));
    }

    private Why why(CaseFile file, Watch watch) {
        return new Why(watch.dueAt(), why.trace(file, watch, false));
    }
}
