package vn.congvu.cases.dossier;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.congvu.cases.dossier.DossierImport.Rejected;
import vn.congvu.cases.dossier.DossierImports.Progress;
import vn.congvu.cases.dossier.DossierImports.Taken;
import vn.congvu.platform.access.Caller;
import vn.congvu.platform.audit.AuditAction;
import vn.congvu.platform.audit.Audited;
import vn.congvu.platform.audit.NotAudited;
import vn.congvu.platform.paging.Cursor;
import vn.congvu.platform.paging.Page;
import vn.congvu.platform.problem.Problems;

/** Files of dossiers, and how far the large ones are. */
@RestController
@RequestMapping("/api/v1/dossiers")
@Tag(name = "Dossiers")
class DossierImportController {
    private static final String IMPORTS = "/api/v1/dossiers/imports/";

    private final DossierImports imports;

    DossierImportController(DossierImports imports) {
        this.imports = imports;
    }

    /**
     * @param done rows gone through so far
     * @param rejected how many of them were wrong; which and why is under {@code rejected} of this address
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ImportView(
            String id,
            @Schema(example = "RUNNING") StoredImport.State state,
            int rows,
            int done,
            int accepted,
            int unchanged,
            int rejected,
            Instant receivedAt,
            @Nullable Instant finishedAt) {
        static ImportView of(Progress progress) {
            var stored = progress.stored();
            return new ImportView(
                    stored.id(),
                    stored.state(),
                    stored.rows(),
                    progress.done(),
                    progress.accepted(),
                    progress.unchanged(),
                    progress.refused(),
                    stored.receivedAt(),
                    stored.finishedAt());
        }
    }

    @Audited(AuditAction.DOSSIERS_IMPORTED)
    @PostMapping(path = "/import", consumes = "text/csv")
    @PreAuthorize("hasAnyRole('PROGRAM', 'ADMIN')")
    @Operation(
            summary = "Tell dossiers as CSV",
            description =
                    "A header line with the fields' names; applicantName, applicantPhone and applicantEmail for the applicant."
                            + " One of dueAt (a moment), dueOn (a day) and workingDays (counted from the receipt; after 15:00"
                            + " from the next working day) says what was promised. A file of up to 20,000 rows is answered when"
                            + " it is taken (200); a larger one at once with the address of its progress (202).",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            mediaType = "text/csv",
                                            schema = @Schema(type = "string"),
                                            examples = @ExampleObject("""
                                                    code,procedure,field,agency_code,received_at,due_on,state,online,paid_online,applicant_name,applicant_phone
                                                    H53.25-260302-0001,Cấp giấy phép xây dựng,xay-dung,SXD,2026-03-02T09:00:00+07:00,2026-03-23,received,true,false,Nguyễn Văn A,0912345678
                                                    """))),
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        content = @Content(schema = @Schema(implementation = DossierImport.Result.class))),
                @ApiResponse(
                        responseCode = "202",
                        description = "Location: the address of the import",
                        content = @Content(schema = @Schema(implementation = ImportView.class)))
            })
    ResponseEntity<Object> importCsv(HttpServletRequest request, Caller caller) throws IOException {
        try (var rows = new CsvRows(request.getInputStream(), charset(request))) {
            return switch (imports.take(rows, caller.subject())) {
                case Taken.AtOnce(var result) -> ResponseEntity.ok(result);
                case Taken.Later(var progress) ->
                    ResponseEntity.accepted()
                            .location(URI.create(IMPORTS + progress.stored().id()))
                            .body(ImportView.of(progress));
            };
        }
    }

    @NotAudited("counts and refused rows of an import")
    @GetMapping("/imports")
    @PreAuthorize("hasAnyRole('PROGRAM', 'ADMIN')")
    @Operation(summary = "The latest large files, the newest first")
    List<ImportView> latest() {
        return imports.latest().stream().map(ImportView::of).toList();
    }

    @NotAudited("counts and refused rows of an import")
    @GetMapping("/imports/{id}")
    @PreAuthorize("hasAnyRole('PROGRAM', 'ADMIN')")
    @Operation(summary = "How far a large file is")
    ImportView one(@PathVariable String id) {
        return ImportView.of(find(id));
    }

    @NotAudited("counts and refused rows of an import")
    @GetMapping("/imports/{id}/rejected")
    @PreAuthorize("hasAnyRole('PROGRAM', 'ADMIN')")
    @Operation(summary = "The rows of a large file that were wrong, with their reasons, in their order")
    Page<Rejected> rejected(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") int size) {
        var stored = find(id).stored();
        int most = Math.clamp(size, 1, 1000);
        var place = Place.of(cursor);
        var items = new ArrayList<Rejected>();
        int part = place.part();
        int skip = place.skip();
        for (var found = imports.rejected(stored, part); found.isPresent(); found = imports.rejected(stored, ++part)) {
            var rest = found.get()
                    .subList(Math.min(skip, found.get().size()), found.get().size());
            int room = most - items.size();
            if (rest.size() > room) {
                items.addAll(rest.subList(0, room));
                return new Page<>(items, new Place(part, skip + room).cursor());
            }
            items.addAll(rest);
            skip = 0;
        }
        return new Page<>(items, null);
    }

    private Progress find(String id) {
        return imports.find(id)
                .orElseThrow(() -> Problems.notFound("Không có lần nhập này.", "There is no such import."));
    }

    private static Charset charset(HttpServletRequest request) {
        return Optional.ofNullable(request.getContentType())
                .map(MediaType::parseMediaType)
                .map(MediaType::getCharset)
                .orElse(StandardCharsets.UTF_8);
    }

    private record Place(int part, int skip) {
        String cursor() {
            return new Cursor(List.of(Integer.toString(part), Integer.toString(skip))).encode();
        }

        static Place of(@Nullable String cursor) {
            if (cursor == null || cursor.isBlank()) {
                return new Place(0, 0);
            }
            try {
                var values = Cursor.decode(cursor, 2).orElseThrow(Place::wrong).values();
                return new Place(Integer.parseInt(values.getFirst()), Math.max(0, Integer.parseInt(values.getLast())));
            } catch (NumberFormatException notOurs) {
                throw wrong();
            }
        }

        private static RuntimeException wrong() {
            return Problems.invalid("cursor", "Con trỏ trang không đúng.", "Not a cursor of this list.");
        }
    }
}
