package vn.congvu.intake.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
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
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.Role;
import vn.congvu.intake.complaint.AccessCodes;
import vn.congvu.intake.complaint.Complaint;
import vn.congvu.intake.complaint.ComplaintChange;
import vn.congvu.intake.complaint.ComplaintProblems;
import vn.congvu.intake.complaint.Complaints;
import vn.congvu.intake.tracking.ProgressBook;
import vn.congvu.platform.access.Caller;
import vn.congvu.platform.problem.FieldProblem;
import vn.congvu.platform.problem.Problem;
import vn.congvu.platform.problem.Problems;

@RestController
@Tag(name = "attachments", description = "Tệp đính kèm của phản ánh")
class EvidenceController {
    private static final long LARGEST = 10L * 1024 * 1024;

    private final AccessCodes accessCodes;
    private final Complaints complaints;
    private final ProgressBook book;
    private final EvidenceStore store;

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Stored(String id, String mediaType, long bytes, String sha256, Instant addedAt) {}

    record StoredFiles(List<Stored> attachments) {}

    EvidenceController(AccessCodes accessCodes, Complaints complaints, ProgressBook book, EvidenceStore store) {
        this.accessCodes = accessCodes;
        this.complaints = complaints;
        this.book = book;
        this.store = store;
    }

    @PostMapping(path = "/api/v1/complaints/{reference}/attachments", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @PreAuthorize("permitAll()")
    @Operation(
            summary = "Add photos, documents or recordings",
            description =
                    "One or more parts named file, each up to 10 MB, at most 10 for a report: JPEG, PNG, WebP, HEIC, PDF,"
                            + " MP3, WAV, M4A, OGG, MP4, told by their content. The same file again is not stored twice.")
    @ApiResponse(responseCode = "201", description = "All of them are stored")
    @ApiResponse(responseCode = "404", description = "Unknown reference or wrong code: the same answer")
    @ApiResponse(responseCode = "422", description = "A file is refused; none was stored")
    ResponseEntity<StoredFiles> add(
            @PathVariable String reference,
            @RequestHeader(name = "X-Access-Code", required = false) @Nullable String accessCode,
            @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> files)
            throws IOException {
        var complaint = accessCodes.open(reference, accessCode);
        var given = files == null
                ? List.<MultipartFile>of()
                : files.stream().filter(file -> !file.isEmpty()).toList();
        var mediaTypes = mediaTypes(given);
        var stored = new ArrayList<Stored>();
        for (int i = 0; i < given.size(); i++) {
            var file = given.get(i);
            try (var content = file.getInputStream()) {
                stored.add(stored(store.add(complaint.id(), content, file.getSize(), mediaTypes.get(i), true)));
            }
        }
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(new StoredFiles(stored));
    }

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

    /** Home Affairs sees every report; an agency only what it has to answer. */
    private boolean maySee(Caller caller, Complaint complaint) {
        if (caller.has(Role.TRIAGE) || caller.has(Role.MONITOR)) {
            return true;
        }
        var agency = caller.agencyCode();
        return agency != null
                && book.find(complaint.id())
                        .map(progress -> progress.isWith(agency))
                        .orElse(false);
    }

    /** What each file is; everything that is wrong with them is said at once, before any is stored. */
    private static List<String> mediaTypes(List<MultipartFile> files) throws IOException {
        var types = new ArrayList<String>();
        var problems = new ArrayList<FieldProblem>();
        if (files.isEmpty()) {
            problems.add(problem(
                    0, "Chưa có tệp. Gửi một hoặc nhiều phần tên \"file\".", "No file. Send parts named \"file\"."));
        }
        if (files.size() > ComplaintChange.MOST_ATTACHMENTS) {
            problems.add(problem(
                    files.size(),
                    "Gửi tối đa " + ComplaintChange.MOST_ATTACHMENTS + " tệp.",
                    "Send at most " + ComplaintChange.MOST_ATTACHMENTS + " files."));
        }
        for (int i = 0; i < files.size(); i++) {
            if (files.get(i).getSize() > LARGEST) {
                problems.add(problem(
                        i + 1, "Tệp lớn hơn 10 MB. Hãy nén hoặc cắt ngắn.", "Larger than 10 MB. Compress or cut it."));
                continue;
            }
            try (var content = files.get(i).getInputStream()) {
                var kind = MediaTypes.of(content);
                kind.ifPresent(found -> types.add(found.mediaType()));
                if (kind.isEmpty()) {
                    problems.add(problem(
                            i + 1,
                            "Loại tệp này không nhận. Nhận: " + String.join(", ", MediaTypes.taken()) + ".",
                            "This kind of file is not taken. Taken: " + String.join(", ", MediaTypes.taken()) + "."));
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new Problem(
                    ComplaintProblems.INVALID_SUBMISSION,
                    new Bilingual(
                            "Có tệp chưa nhận được; chưa tệp nào được lưu. Hãy sửa rồi gửi lại.",
                            "A file was refused and none was stored. Correct it and send them again."),
                    problems);
        }
        return types;
    }

    private static FieldProblem problem(int number, String vi, String en) {
        return new FieldProblem(number == 0 ? "file" : "file[" + number + "]", new Bilingual(vi, en));
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
