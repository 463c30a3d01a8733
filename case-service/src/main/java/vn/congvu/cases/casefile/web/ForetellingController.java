package vn.congvu.cases.casefile.web;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.congvu.cases.casefile.Foretelling;
import vn.congvu.cases.directory.Agency;
import vn.congvu.contracts.AgencyRef;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.ComplaintKind;
import vn.congvu.contracts.Misconduct;
import vn.congvu.platform.problem.Problem;
import vn.congvu.platform.problem.ProblemType;
import vn.congvu.platform.text.CleanText;

@RestController
@Tag(name = "Complaints")
class ForetellingController {
    private static final ProblemType TOO_MANY =
            new ProblemType("too-many", 429, new Bilingual("Quá nhiều yêu cầu cùng lúc", "Too many requests at once"));
    private static final int LONGEST = 20_000;
    private static final int CANDIDATES = 5;

    private final Foretelling foretelling;
    /** Over all callers: who sends a report needs no preview, so nobody is hurt when it stays away. */
    private final RateLimiter limiter = RateLimiter.of(
            "complaint-preview",
            RateLimiterConfig.custom()
                    .limitRefreshPeriod(Duration.ofSeconds(1))
                    .limitForPeriod(60)
                    .timeoutDuration(Duration.ZERO)
                    .build());

    ForetellingController(Foretelling foretelling) {
        this.foretelling = foretelling;
    }

    record PreviewRequest(
            @Schema(example = "Cán bộ một cửa Sở Xây dựng bắt tôi đi lại ba lần.") @Nullable
            String text,

            @Nullable ComplaintKind kind,
            @Nullable Misconduct misconduct,

            @Schema(description = "Code, or the words that were typed", example = "so xay dung") @Nullable
            String agency,

            @Nullable String dossierCode,
            @Nullable String communeCode,
            @Nullable String field,

            @Schema(description = "The accused is the head or a deputy") @Nullable
            Boolean accusedHead) {}

    /**
     * @param agency absent where a person has to find it
     * @param dueAt absent where none is known yet, and for praise
     * @param why how the deadline is counted
     */
    record Preview(
            ComplaintKind kind,
            @Nullable AgencyRef agency,
            @Nullable String head,
            boolean conflictOfInterest,
            List<Bilingual> reasons,
            List<AgencyRef> candidates,
            @Nullable Instant dueAt,
            List<Bilingual> why) {}

    @PostMapping("/api/v1/complaints/preview")
    @PreAuthorize("permitAll()")
    @Operation(
            summary = "Who would answer this report, and by when",
            description = "By the rules that hold after sending. Nothing is stored or logged.")
    Preview preview(@RequestBody PreviewRequest request) {
        if (!limiter.acquirePermission()) {
            throw new Problem(
                    TOO_MANY,
                    new Bilingual(
                            "Hãy thử lại sau một giây. Gửi phản ánh không cần xem trước.",
                            "Try again in a second. A report can be sent without a preview."));
        }
        var found = foretelling.foretell(new Foretelling.Draft(
                CleanText.shorten(words(request.text()), LONGEST),
                request.kind(),
                request.misconduct(),
                orNull(request.agency()),
                orNull(request.dossierCode()),
                orNull(request.communeCode()),
                orNull(request.field()),
                Boolean.TRUE.equals(request.accusedHead())));
        var agency = found.agency();
        return new Preview(
                found.kind(),
                agency == null ? null : agency.ref(),
                found.head(),
                found.conflictOfInterest(),
                found.reasons(),
                found.candidates().stream().limit(CANDIDATES).map(Agency::ref).toList(),
                found.dueAt(),
                found.why());
    }

    private static String words(@Nullable String typed) {
        return typed == null ? "" : CleanText.clean(typed);
    }

    private static @Nullable String orNull(@Nullable String typed) {
        var words = typed == null ? "" : CleanText.oneLine(typed);
        return words.isEmpty() ? null : words;
    }
}
