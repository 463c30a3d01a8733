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
import vn.congvu.contracts.Reference;
import vn.congvu.contracts.Role;
import vn.congvu.contracts.cases.Subject;
import vn.congvu.notify.site.Site;
import vn.congvu.platform.access.Caller;
import vn.congvu.platform.paging.Page;
import vn.congvu.platform.problem.Problem;
import vn.congvu.platform.problem.Problems;
import vn.congvu.platform.text.CleanText;

@RestController
@Tag(name = "Apologies", description = "The public board, its feeds and letters")
class ApologyController {
    private static final int LARGEST_PAGE = 100;
    private static final int LONGEST_TEXT = 2_000;
    private static final int LONGEST_NAME = 300;
    private static final CacheControl SHORTLY =
            CacheControl.maxAge(Duration.ofSeconds(30)).cachePublic();

    private final Board board;
    private final Apologies apologies;
    private final HandApologies byHand;
    private final LetterPage letters;
    private final ApologySettings settings;
    private final Site site;
    private final Clock clock;

    ApologyController(
            Board board,
            Apologies apologies,
            HandApologies byHand,
            LetterPage letters,
            ApologySettings settings,
            Site site,
            Clock clock) {
        this.board = board;
        this.apologies = apologies;
        this.byHand = byHand;
        this.letters = letters;
        this.settings = settings;
        this.site = site;
        this.clock = clock;
    }

    @GetMapping(BoardAddresses.LIST)
    @PreAuthorize("permitAll()")
    @Operation(summary = "The public board, newest first", description = "With an ETag: ask with If-None-Match.")
    ResponseEntity<Page<Entry>> list(
            @Schema(example = "SNV") @RequestParam @Nullable String agency,
            @Schema(example = "2026-01-01") @RequestParam @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @Schema(example = "2026-03-31") @RequestParam @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
            @Schema(example = "dat dai") @RequestParam @Nullable String q,
            @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "20") int size) {
        var page = board.page(new Board.Question(agency, from, to, q), cursor, Math.clamp(size, 1, LARGEST_PAGE));
        return ResponseEntity.ok().cacheControl(SHORTLY).body(page);
    }

    @GetMapping(value = BoardAddresses.JSON_FEED, produces = "application/feed+json")
    @PreAuthorize("permitAll()")
    @Operation(summary = "The board as JSON Feed 1.1")
    ResponseEntity<JsonFeed> jsonFeed(@RequestParam @Nullable String agency) {
        return ResponseEntity.ok()
                .cacheControl(SHORTLY)
                .contentType(new MediaType("application", "feed+json"))
                .body(JsonFeed.of(newest(agency), settings, site));
    }

    @GetMapping(value = BoardAddresses.ATOM_FEED, produces = MediaType.APPLICATION_ATOM_XML_VALUE)
    @PreAuthorize("permitAll()")
    @Operation(summary = "The board as Atom feed")
    ResponseEntity<byte[]> atomFeed(@RequestParam @Nullable String agency) {
        return ResponseEntity.ok()
                .cacheControl(SHORTLY)
                .contentType(MediaType.APPLICATION_ATOM_XML)
                .body(AtomFeed.of(newest(agency), settings, site).getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping(BoardAddresses.LIST + "/{id}")
    @PreAuthorize("permitAll()")
    @Operation(summary = "One apology")
    Entry one(@PathVariable String id) {
        return Entry.of(stored(id), site, clock.instant());
    }

    @GetMapping(value = BoardAddresses.LIST + "/{id}/letter", produces = MediaType.TEXT_HTML_VALUE)
    @PreAuthorize("permitAll()")
    @Operation(summary = "The letter in the official layout, without the person")
    ResponseEntity<byte[]> letter(@PathVariable String id) {
        var page = letters.of(Letter.of(stored(id), settings, site));
        return ResponseEntity.ok()
                .cacheControl(SHORTLY)
                .header("Content-Security-Policy", letters.contentSecurityPolicy())
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(page.getBytes(StandardCharsets.UTF_8));
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
            @Nullable Instant newDueAt) {}

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
                        reference(wanted),
                        optional(wanted.field()),
                        optional(wanted.procedure()),
                        required("reason", wanted.reason(), LONGEST_TEXT),
                        wanted.dueAt(),
                        wanted.newDueAt()),
                required("Idempotency-Key", key, LONGEST_NAME),
                caller);
        return ResponseEntity.created(URI.create(BoardAddresses.LIST + "/" + apology.id()))
                .body(Entry.of(apology, site, clock.instant()));
    }

    /** @param hideReason when the published reason names somebody: it is not shown any more, the correction is */
    record NewCorrection(
            @Schema(example = "Ngày hẹn đúng là 12/02/2026") @Nullable
            String text,

            @Nullable Boolean hideReason) {}

    @PostMapping(BoardAddresses.LIST + "/{id}/corrections")
    @PreAuthorize("hasAnyRole('ADMIN', 'AGENCY_HEAD')")
    @Operation(summary = "Adds a visible correction", description = "Nothing is ever removed from the board.")
    Entry correct(@PathVariable String id, @RequestBody NewCorrection wanted, Caller caller) {
        var apology = stored(id);
        if (!caller.has(Role.ADMIN) && !apology.agency().code().equals(caller.agencyCode())) {
            throw new Problem(
                    ApologyProblems.NOT_YOURS,
                    new Bilingual(
                            "Người đứng đầu chỉ đính chính thư xin lỗi của cơ quan mình.",
                            "A head corrects the apologies of their own agency."));
        }
        var correction = new Apology.Correction(
                required("text", wanted.text(), LONGEST_TEXT),
                clock.instant(),
                Objects.requireNonNullElse(
                        caller.title(), caller.has(Role.ADMIN) ? "Quản trị hệ thống" : apology.signer()),
                Boolean.TRUE.equals(wanted.hideReason()));
        return Entry.of(apologies.correct(apology, correction), site, clock.instant());
    }

    private List<Entry> newest(@Nullable String agency) {
        return board.page(new Board.Question(agency, null, null, null), null, LARGEST_PAGE)
                .items();
    }

    private Apology stored(String id) {
        return apologies
                .find(id)
                .orElseThrow(() -> Problems.notFound(
                        "Không có thư xin lỗi này trên bảng công khai.", "There is no such apology on the board."));
    }

    private static String reference(NewApology wanted) {
        var typed = required("reference", wanted.reference(), LONGEST_NAME);
        return Reference.parse(typed).map(Reference::value).orElse(typed);
    }

    private static @Nullable String optional(@Nullable String text) {
        var clean = text == null ? "" : CleanText.oneLine(text);
        return clean.isEmpty() ? null : CleanText.shorten(clean, LONGEST_NAME);
    }

    private static String required(String field, @Nullable String text, int longest) {
        var clean = text == null ? "" : CleanText.clean(text);
        if (clean.isEmpty()) {
            throw Problems.invalid(field, "Không được để trống.", "Must not be empty.");
        }
        if (clean.length() > longest || !CleanText.isWellFormed(clean)) {
            throw Problems.invalid(
                    field,
                    "Dài nhất " + longest + " ký tự, chữ Unicode hợp lệ.",
                    "At most " + longest + " valid characters.");
        }
        return clean;
    }
}
