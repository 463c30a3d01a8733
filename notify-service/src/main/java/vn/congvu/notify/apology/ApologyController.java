package vn.congvu.notify.apology;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.Role;
import vn.congvu.contracts.cases.Subject;
import vn.congvu.notify.site.Site;
import vn.congvu.platform.access.Caller;
import vn.congvu.platform.audit.AuditAction;
import vn.congvu.platform.audit.Audited;
import vn.congvu.platform.paging.Page;
import vn.congvu.platform.problem.Problem;
import vn.congvu.platform.problem.Problems;

@RestController
@Tag(name = "Apologies", description = "The public board, its feeds and letters")
class ApologyController {
    private static final int LARGEST_PAGE = 100;
    private static final CacheControl SHORTLY =
            CacheControl.maxAge(Duration.ofSeconds(30)).cachePublic();

    private final Board board;
    private final Apologies apologies;
    private final HandApologies byHand;
    private final ApologySettings settings;
    private final Site site;
    private final Clock clock;

    ApologyController(
            Board board, Apologies apologies, HandApologies byHand, ApologySettings settings, Site site, Clock clock) {
        this.board = board;
        this.apologies = apologies;
        this.byHand = byHand;
        this.settings = settings;
        this.site = site;
        this.clock = clock;
    }

    @GetMapping(BoardAddresses.LIST)
    @PreAuthorize("permitAll()")
    @Operation(summary = "The public board, newest first", description = "With an ETag: ask with If-None-Match.")
    ResponseEntity<Page<Entry>> list(
            @Schema(example = "SNV") @RequestParam(required = false) @Nullable String agency,
            @Schema(example = "dat-dai") @RequestParam(required = false) @Nullable String field,
            @RequestParam(required = false) @Nullable ApologyKind kind,
            @Schema(example = "true", description = "Only second and later misses")
                    @RequestParam(defaultValue = "false")
                    boolean repeated,
            @Schema(example = "2026-01-01") @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable
                    LocalDate from,
            @Schema(example = "2026-03-31") @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable
                    LocalDate to,
            @Schema(example = "dat dai") @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") int size) {
        var page = board.page(
                new Board.Question(agency, field, kind, repeated, from, to, q),
                cursor,
                Math.clamp(size, 1, LARGEST_PAGE));
        return ResponseEntity.ok().cacheControl(SHORTLY).body(page);
    }

    @GetMapping(value = BoardAddresses.JSON_FEED, produces = "application/feed+json")
    @PreAuthorize("permitAll()")
    @Operation(summary = "The board as JSON Feed 1.1")
    ResponseEntity<JsonFeed> jsonFeed(
            @RequestParam(required = false) @Nullable String agency,
            @RequestParam(required = false) @Nullable String field,
            @RequestParam(required = false) @Nullable ApologyKind kind,
            @RequestParam(defaultValue = "false") boolean repeated) {
        return ResponseEntity.ok()
                .cacheControl(SHORTLY)
                .contentType(new MediaType("application", "feed+json"))
                .body(JsonFeed.of(newest(agency, field, kind, repeated), settings, site));
    }

    @GetMapping(value = BoardAddresses.ATOM_FEED, produces = MediaType.APPLICATION_ATOM_XML_VALUE)
    @PreAuthorize("permitAll()")
    @Operation(summary = "The board as Atom feed")
    ResponseEntity<byte[]> atomFeed(
            @RequestParam(required = false) @Nullable String agency,
            @RequestParam(required = false) @Nullable String field,
            @RequestParam(required = false) @Nullable ApologyKind kind,
            @RequestParam(defaultValue = "false") boolean repeated) {
        return ResponseEntity.ok()
                .cacheControl(SHORTLY)
                .contentType(MediaType.APPLICATION_ATOM_XML)
                .body(AtomFeed.of(newest(agency, field, kind, repeated), settings, site)
                        .getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping(BoardAddresses.LIST + "/{id}")
    @PreAuthorize("permitAll()")
    @Operation(summary = "One apology")
    Entry one(@PathVariable String id) {
        return Entry.of(apologies.get(id), site, clock.instant());
    }

    @GetMapping(BoardAddresses.LIST + "/verification")
    @PreAuthorize("permitAll()")
    @Operation(
            summary = "Finds the letter that bears a verification code",
            description = "Compare what it says with the paper. An unknown code was given to no letter.")
    Entry verify(@Schema(example = "XL-7K3F9-QXM2D") @RequestParam String code) {
        return VerificationCode.parse(code)
                .flatMap(apologies::byCode)
                .map(apology -> Entry.of(apology, site, clock.instant()))
                .orElseThrow(() -> Problems.notFound(
                        "Không có văn bản nào mang mã này. Hãy xem lại mã; nếu đúng như trên giấy, văn bản không phải do cơ quan ban hành.",
                        "No letter bears this code. Check the code; if it is as on the paper, no agency issued it."));
    }

    /** @param reason published as it is: name nobody in it */
    record NewApology(
            @Schema(example = "DOSSIER") @Nullable Subject subject,

            @Schema(example = "H51.24-260105-0001") @Nullable
            String reference,

            @Schema(example = "Đất đai") @Nullable String field,

            @Schema(example = "Cấp đổi giấy chứng nhận quyền sử dụng đất") @Nullable
            String procedure,

            @Schema(example = "Hồ sơ bị thất lạc khi luân chuyển giữa hai bộ phận") @Nullable
            String reason,

            @Nullable Instant dueAt,
            @Nullable Instant newDueAt,

            @Schema(example = "LOST_DOSSIER") @Nullable ApologyGround ground,

            @Schema(example = "Lê Hồng Minh", description = "Of the head, as the letter prints it") @Nullable
            String signedName) {}

    @Audited(AuditAction.APOLOGY_CHANGED)
    @PostMapping(BoardAddresses.LIST)
    @PreAuthorize("hasRole('AGENCY_HEAD')")
    @Operation(
            summary = "Apologises by hand, in the name of the caller's agency",
            description = "Repeat with the same Idempotency-Key until it answers 201: it is published once.")
    @ApiResponse(
            responseCode = "201",
            description = "Published; a message goes to the person if the agency has written before")
    ResponseEntity<Entry> apologise(
            @RequestBody NewApology wanted, @RequestHeader("Idempotency-Key") String key, Caller caller) {
        var apology = byHand.apologise(
                new HandApologies.Wish(
                        Objects.requireNonNullElse(wanted.subject(), Subject.CASE),
                        Wording.reference(wanted.reference()),
                        Wording.optional(wanted.field()),
                        Wording.optional(wanted.procedure()),
                        Wording.publicText("reason", wanted.reason()),
                        wanted.dueAt(),
                        wanted.newDueAt(),
                        Objects.requireNonNullElse(wanted.ground(), ApologyGround.OTHER),
                        Wording.optional(wanted.signedName())),
                Wording.required("Idempotency-Key", key, Wording.LONGEST_NAME),
                caller);
        return ResponseEntity.created(URI.create(BoardAddresses.LIST + "/" + apology.id()))
                .body(Entry.of(apology, site, clock.instant()));
    }

    /** @param hideReason when the published reason names somebody: it is not shown any more, the correction is */
    record NewCorrection(
            @Schema(example = "Ngày hẹn đúng là 12/02/2026") @Nullable
            String text,

            @Nullable Boolean hideReason) {}

    @Audited(AuditAction.APOLOGY_CHANGED)
    @PostMapping(BoardAddresses.LIST + "/{id}/corrections")
    @PreAuthorize("hasAnyRole('MONITOR', 'AGENCY_HEAD')")
    @Operation(summary = "Adds a visible correction", description = "Nothing is ever removed from the board.")
    Entry correct(@PathVariable String id, @RequestBody NewCorrection wanted, Caller caller) {
        var apology = apologies.get(id);
        if (!caller.has(Role.MONITOR) && !apology.agency().code().equals(caller.agencyCode())) {
            throw new Problem(
                    ApologyProblems.NOT_YOURS,
                    new Bilingual(
                            "Người đứng đầu chỉ đính chính thư xin lỗi của cơ quan mình.",
                            "A head corrects the apologies of their own agency."));
        }
        var correction = new Apology.Correction(
                Wording.publicText("text", wanted.text()),
                clock.instant(),
                Objects.requireNonNullElse(caller.title(), caller.has(Role.MONITOR) ? "Sở Nội vụ" : apology.signer()),
                Boolean.TRUE.equals(wanted.hideReason()));
        return Entry.of(apologies.correct(apology, correction), site, clock.instant());
    }

    private List<Entry> newest(
            @Nullable String agency, @Nullable String field, @Nullable ApologyKind kind, boolean repeated) {
        return board.page(new Board.Question(agency, field, kind, repeated, null, null, null), null, LARGEST_PAGE)
                .items();
    }
}
