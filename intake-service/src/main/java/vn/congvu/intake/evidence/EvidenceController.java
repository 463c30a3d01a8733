package vn.congvu.intake.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import vn.congvu.contracts.Role;
import vn.congvu.intake.complaint.AccessCodes;
import vn.congvu.intake.complaint.Complaint;
import vn.congvu.intake.complaint.Complaints;
import vn.congvu.intake.tracking.ProgressBook;
import vn.congvu.platform.access.Caller;
import vn.congvu.platform.access.ClientAddress;
import vn.congvu.platform.audit.AuditAction;
import vn.congvu.platform.audit.Audited;
import vn.congvu.platform.problem.Problems;

@RestController
@Tag(name = "attachments", description = "Tệp đính kèm của phản ánh")
class EvidenceController {
    private final AccessCodes accessCodes;
    private final Complaints complaints;
    private final ProgressBook book;
    private final EvidenceDesk desk;
    private final EvidenceStore store;

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Stored(String id, String mediaType, long bytes, String sha256, Instant addedAt) {}

    record StoredFiles(List<Stored> attachments) {}

    EvidenceController(
            AccessCodes accessCodes, Complaints complaints, ProgressBook book, EvidenceDesk desk, EvidenceStore store) {
        this.accessCodes = accessCodes;
        this.complaints = complaints;
        this.book = book;
        this.desk = desk;
        this.store = store;
    }

    @PostMapping(path = "/api/v1/complaints/{reference}/attachments", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @PreAuthorize("permitAll()")
    @Operation(
            summary = "Add photos, documents or recordings",
            description =
                    "One or more parts named file, each up to 10 MB, at most 10 for a report: JPEG, PNG, WebP, PDF, M4A,"
                            + " MP3, WAV, told by their content. Others see a clean copy without place, device and author; the"
                            + " media type and size are the copy's, the SHA-256 that of what was sent. The same file again"
                            + " is not stored twice.")
    @ApiResponse(responseCode = "201", description = "All of them are stored")
    @ApiResponse(responseCode = "404", description = "Unknown reference or wrong code: the same answer")
    @ApiResponse(responseCode = "422", description = "A file is refused; none was stored")
    @ApiResponse(responseCode = "503", description = "The virus scanner is away; none was stored")
    ResponseEntity<StoredFiles> add(
            @PathVariable String reference,
            @RequestHeader(name = "X-Access-Code", required = false) @Nullable String accessCode,
            @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> files,
            ClientAddress client)
            throws IOException {
        var complaint = accessCodes.open(reference, accessCode, client);
        var stored = desk.add(complaint, files == null ? List.of() : files).stream()
                .map(EvidenceController::stored)
                .toList();
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(new StoredFiles(stored));
    }

    @Audited(AuditAction.EVIDENCE_READ)
    @GetMapping("/api/v1/complaints/{complaintId}/attachments/{attachmentId}")
    @PreAuthorize("hasAnyRole('AGENCY_HEAD', 'AGENCY_OFFICER', 'TRIAGE', 'MONITOR')")
    @Operation(
            summary = "Download a file",
            description = "For the agency that has the report now; for others it does not exist")
    ResponseEntity<Resource> download(
            @PathVariable String complaintId, @PathVariable String attachmentId, Caller caller) {
        var attachment = complaints
                .byId(complaintId)
                .filter(complaint -> maySee(caller, complaint))
                .flatMap(complaint -> complaint.attachments().stream()
                        .filter(one -> one.attachmentId().equals(attachmentId))
                        .findFirst())
                .orElseThrow(() -> Problems.notFound("Không có tệp này.", "There is no such file."));
        var name = attachment.attachmentId() + "." + MediaTypes.endingOf(attachment.mediaType());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .contentType(MediaType.parseMediaType(attachment.mediaType()))
                .contentLength(attachment.bytes())
                .body(new InputStreamResource(store.open(attachment)));
    }

    /** Home Affairs sees every report but one against its own head; an agency only what it has to answer. */
    private boolean maySee(Caller caller, Complaint complaint) {
        var agency = caller.agencyCode();
        if (caller.has(Role.TRIAGE) || caller.has(Role.MONITOR)) {
            return !accusesTheHeadOf(agency, complaint.content());
        }
        return agency != null
                && book.find(complaint.id())
                        .map(progress -> progress.isWith(agency))
                        .orElse(false);
    }

    private static boolean accusesTheHeadOf(@Nullable String agency, Complaint.Content content) {
        var accused = content.accused();
        return agency != null && accused != null && accused.head() && agency.equals(content.agencyCode());
    }

    private static Stored stored(Complaint.Attachment attachment) {
        return new Stored(
                attachment.attachmentId(),
                attachment.mediaType(),
                attachment.bytes(),
                attachment.sha256(),
                attachment.addedAt());
    }
}
