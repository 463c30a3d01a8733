package vn.congvu.notify.apology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.util.ConcurrentLruCache;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import vn.congvu.contracts.AgencyRef;
import vn.congvu.contracts.cases.Subject;
import vn.congvu.contracts.notify.ApologyCause;
import vn.congvu.notify.letter.Letter;
import vn.congvu.notify.letter.LetterPage;
import vn.congvu.notify.letter.LetterPdf;
import vn.congvu.platform.access.Caller;
import vn.congvu.platform.audit.AuditAction;
import vn.congvu.platform.audit.Audited;
import vn.congvu.platform.audit.NotAudited;
import vn.congvu.platform.problem.Problems;

/** Letters as pages and PDFs. What anybody may read says nothing about the person. */
@RestController
@Tag(name = "Apologies")
class LetterController {
    private static final CacheControl SHORTLY =
            CacheControl.maxAge(Duration.ofSeconds(30)).cachePublic();
    private static final int KEPT = 32;

    private final Apologies apologies;
    private final LetterWriter writer;
    private final LetterPage pages;
    private final LetterPdf pdf;
    private final SealedCopies sealedCopies;
    private final HandApologies byHand;
    private final Clock clock;
    /** Public copies only: nothing about a person stays in memory. */
    private final ConcurrentLruCache<Letter, byte[]> printed;

    LetterController(
            Apologies apologies,
            LetterWriter writer,
            LetterPage pages,
            LetterPdf pdf,
            SealedCopies sealedCopies,
            HandApologies byHand,
            Clock clock) {
        this.apologies = apologies;
        this.writer = writer;
        this.pages = pages;
        this.pdf = pdf;
        this.sealedCopies = sealedCopies;
        this.byHand = byHand;
        this.clock = clock;
        this.printed = new ConcurrentLruCache<>(KEPT, pdf::of);
    }

    @GetMapping(value = BoardAddresses.LIST + "/{id}/letter", produces = MediaType.TEXT_HTML_VALUE)
    @PreAuthorize("permitAll()")
    @Operation(summary = "The letter in the official layout, without the person")
    @Nullable
    ResponseEntity<byte[]> letter(@PathVariable String id, WebRequest request) {
        var apology = apologies.get(id);
        return request.checkNotModified(etag(apology))
                ? null
                : page().cacheControl(SHORTLY).body(html(writer.publicCopy(apology)));
    }

    @GetMapping(value = BoardAddresses.LIST + "/{id}/letter.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @PreAuthorize("permitAll()")
    @Operation(
            summary = "The letter as PDF, without the person",
            description =
                    "Tagged (PDF/UA), fonts embedded, with a verification code and a QR code of the public entry.")
    @Nullable
    ResponseEntity<byte[]> pdf(@PathVariable String id, WebRequest request) {
        var apology = apologies.get(id);
        return request.checkNotModified(etag(apology))
                ? null
                : file(SealedCopies.fileName(apology))
                        .cacheControl(SHORTLY)
                        .body(printed.get(writer.publicCopy(apology)));
    }

    @Audited(AuditAction.LETTER_READ)
    @GetMapping(value = BoardAddresses.LIST + "/{id}/sealed-letter.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @PreAuthorize("hasAnyRole('AGENCY_HEAD', 'AGENCY_OFFICER')")
    @Operation(
            summary = "The copy for the applicant of a dossier, with name and contact",
            description = "For the agency that apologised only; of a report there is none, its writer is kept secret.")
    ResponseEntity<byte[]> sealedPdf(@PathVariable String id, Caller caller) {
        var copy = sealedCopies.forTheCounter(apologies.get(id), caller);
        return file(copy.name()).cacheControl(CacheControl.noStore()).body(copy.content());
    }

    /**
     * A letter that nobody has sent.
     *
     * @param cause by default EXTENSION for a report and RESCHEDULE for a dossier
     * @param agencyName how the caller's own agency is called, where nothing was ever sent in its name
     * @param dueAt the date that is given up or was missed
     */
    record NewLetter(
            @Schema(example = "DOSSIER") @Nullable Subject subject,

            @Schema(example = "RESCHEDULE") @Nullable ApologyCause cause,

            @Schema(example = "H51.24-260105-0001") @Nullable
            String reference,

            @Schema(example = "Sở Nông nghiệp và Môi trường") @Nullable
            String agencyName,

            @Schema(example = "dat-dai") @Nullable String field,

            @Schema(example = "Cấp đổi giấy chứng nhận quyền sử dụng đất") @Nullable
            String procedure,

            @Schema(example = "Phải đo đạc lại ranh giới thửa đất") @Nullable
            String reason,

            @Schema(example = "EXTRA_PAPERS") @Nullable ApologyGround ground,

            @Nullable Instant receivedAt,
            @Nullable Instant dueAt,
            @Nullable Instant newDueAt) {}

    @NotAudited("shows what is sent")
    @PostMapping(value = BoardAddresses.LIST + "/preview", produces = MediaType.TEXT_HTML_VALUE)
    @PreAuthorize("hasAnyRole('AGENCY_HEAD', 'AGENCY_OFFICER')")
    @Operation(
            summary = "The letter as it would go out",
            description = "A page, or a PDF with Accept: application/pdf. Nothing is stored, no number is taken.")
    ResponseEntity<byte[]> previewPage(@RequestBody NewLetter wanted, Caller caller) {
        return page().cacheControl(CacheControl.noStore()).body(html(draft(wanted, caller)));
    }

    @NotAudited("shows what is sent")
    @PostMapping(value = BoardAddresses.LIST + "/preview", produces = MediaType.APPLICATION_PDF_VALUE)
    @PreAuthorize("hasAnyRole('AGENCY_HEAD', 'AGENCY_OFFICER')")
    @Operation(summary = "The letter as it would go out, as PDF", description = "Nothing is stored.")
    ResponseEntity<byte[]> previewPdf(@RequestBody NewLetter wanted, Caller caller) {
        return file("xem-truoc.pdf").cacheControl(CacheControl.noStore()).body(pdf.of(draft(wanted, caller)));
    }

    private Letter draft(NewLetter wanted, Caller caller) {
        var subject = Objects.requireNonNullElse(wanted.subject(), Subject.CASE);
        var cause = Objects.requireNonNullElse(
                wanted.cause(), subject == Subject.CASE ? ApologyCause.EXTENSION : ApologyCause.RESCHEDULE);
        var own = byHand.agencyOf(caller);
        var agency = new AgencyRef(
                own.code(), Objects.requireNonNullElse(Wording.optional(wanted.agencyName()), own.name()));
        var now = clock.instant();
        var newDueAt = wanted.newDueAt();
        var dueAt = wanted.dueAt();
        if (newDueAt != null && dueAt != null && !newDueAt.isAfter(dueAt)) {
            throw Problems.invalid(
                    "newDueAt", "Ngày hẹn mới phải sau ngày hẹn cũ.", "The new date must be after the old one.");
        }
        var missed = cause == ApologyCause.MISSED_DEADLINE;
        return writer.draft(
                new Draft(
                        UUID.randomUUID().toString(),
                        subject,
                        "",
                        null,
                        Wording.reference(wanted.reference()),
                        agency,
                        cause,
                        missed ? 1 : 0,
                        HandApologies.signerOf(caller, agency),
                        Wording.optional(wanted.field()),
                        Wording.optional(wanted.procedure()),
                        wanted.receivedAt(),
                        dueAt,
                        newDueAt,
                        missed
                                ? Wording.publicReason("reason", wanted.reason())
                                : Wording.publicText("reason", wanted.reason()),
                        wanted.ground(),
                        missed ? null : new Draft.Signed(null, now),
                        apologies.superiorOf(agency.code()).orElse(null)),
                now);
    }

    private ResponseEntity.BodyBuilder page() {
        return ResponseEntity.ok()
                .header("Content-Security-Policy", pages.contentSecurityPolicy())
                .contentType(new MediaType(MediaType.TEXT_HTML, UTF_8));
    }

    private byte[] html(Letter letter) {
        return pages.of(letter).getBytes(UTF_8);
    }

    private static ResponseEntity.BodyBuilder file(String name) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        "Content-Disposition",
                        ContentDisposition.inline().filename(name).build().toString());
    }

    private static String etag(Apology apology) {
        return "\"" + apology.id() + "-" + apology.revision().version() + "\"";
    }
}
