package vn.congvu.cases.directory;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.congvu.cases.directory.DirectoryEditing.Edited;
import vn.congvu.cases.directory.Edit.Made;
import vn.congvu.platform.access.Caller;
import vn.congvu.platform.audit.AuditAction;
import vn.congvu.platform.audit.Audited;
import vn.congvu.platform.audit.NotAudited;
import vn.congvu.platform.problem.Problems;

/** Communes and fields, one at a time, with their history; {@code preview=true} stores nothing and tells the effect. */
@RestController
@RequestMapping("/api/v1/directory")
@PreAuthorize("hasRole('ADMIN')")
@Tag(name = "Directory")
class PlacesController {
    private final DirectoryEditing editing;

    PlacesController(DirectoryEditing editing) {
        this.editing = editing;
    }

    record PeriodOfCommune(
            @Schema(example = "Phường Tân Ninh") @Nullable String name,
            @Schema(example = "C25459") @Nullable String agency,
            @Schema(example = "2025-07-01") @Nullable String validFrom,
            @Nullable String validTo,
            @Nullable List<String> successors,
            @Nullable List<String> formerNames) {}

    record CommuneChange(long version, @Nullable List<PeriodOfCommune> periods) {}

    record FieldChange(
            long version,
            @Schema(example = "Đất đai") @Nullable String name,
            @Schema(example = "Land") @Nullable String nameEn,
            @Schema(example = "COMMUNE") @Nullable String competent,
            @Schema(example = "SNNMT") @Nullable String agency,

            @Schema(example = "[\"sổ đỏ\", \"tách thửa\"]") @Nullable
            List<String> words) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CommunePage(
            String code,
            long version,
            List<Commune> periods,
            List<Made<Commune>> history,
            @Nullable Preview effect) {
        static CommunePage of(Edited<Commune> edited) {
            var file = edited.file();
            return new CommunePage(file.id(), file.version(), file.rows(), Edit.made(file), edited.effect());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FieldPage(
            String code,
            long version,
            @Nullable Field field,
            List<Made<Field>> history,
            @Nullable Preview effect) {
        static FieldPage of(Edited<Field> edited) {
            var file = edited.file();
            return new FieldPage(
                    file.id(),
                    file.version(),
                    file.rows().isEmpty() ? null : file.rows().getFirst(),
                    Edit.made(file),
                    edited.effect());
        }
    }

    @NotAudited("settings of the system, no case")
    @GetMapping("/communes/{code}")
    @Operation(summary = "A commune with all its times and its history")
    CommunePage commune(@PathVariable String code) {
        return editing.file(new CommuneSheet(), code)
                .map(file -> CommunePage.of(new Edited<>(file, null)))
                .orElseThrow(DirectoryController::unknown);
    }

    @Audited(AuditAction.DIRECTORY_CHANGED)
    @PutMapping("/communes/{code}")
    @Operation(summary = "Replace the times of a commune")
    CommunePage change(
            @PathVariable String code,
            @RequestBody CommuneChange change,
            @RequestParam(defaultValue = "false") boolean preview,
            Caller caller) {
        var sheet = new CommuneSheet();
        var periods = DirectoryController.read(
                sheet, "periods", DirectoryController.orNone(change.periods()), p -> cells(code, p));
        if (periods.isEmpty()) {
            throw Problems.invalid("periods", "Cần ít nhất một giai đoạn.", "At least one period is needed.");
        }
        return CommunePage.of(editing.replace(sheet, code, change.version(), periods, caller.subject(), preview));
    }

    @NotAudited("settings of the system, no case")
    @GetMapping("/fields/{code}")
    @Operation(summary = "A field of administration with its history")
    FieldPage field(@PathVariable String code) {
        return editing.file(new FieldSheet(), code)
                .map(file -> FieldPage.of(new Edited<>(file, null)))
                .orElseThrow(DirectoryController::unknown);
    }

    @Audited(AuditAction.DIRECTORY_CHANGED)
    @PutMapping("/fields/{code}")
    @Operation(summary = "Change a field: who is competent, and the words that people use for it")
    FieldPage change(
            @PathVariable String code,
            @RequestBody FieldChange change,
            @RequestParam(defaultValue = "false") boolean preview,
            Caller caller) {
        var sheet = new FieldSheet();
        var fields = DirectoryController.read(sheet, "field", List.of(change), f -> cells(code, f));
        return FieldPage.of(editing.replace(sheet, code, change.version(), fields, caller.subject(), preview));
    }

    private static UnaryOperator<String> cells(String code, PeriodOfCommune period) {
        return column -> switch (column) {
            case "code" -> code;
            case "name" -> DirectoryController.clean(period.name());
            case "agency" -> DirectoryController.clean(period.agency());
            case "valid_from" -> DirectoryController.clean(period.validFrom());
            case "valid_to" -> DirectoryController.clean(period.validTo());
            case "successors" -> DirectoryController.clean(DirectoryController.joined(period.successors()));
            case "former_names" -> DirectoryController.clean(DirectoryController.joined(period.formerNames()));
            default -> "";
        };
    }

    private static UnaryOperator<String> cells(String code, FieldChange field) {
        return column -> switch (column) {
            case "code" -> code;
            case "name" -> DirectoryController.clean(field.name());
            case "name_en" -> DirectoryController.clean(field.nameEn());
            case "competent" -> DirectoryController.clean(field.competent());
            case "agency" -> DirectoryController.clean(field.agency());
            case "words" -> DirectoryController.clean(DirectoryController.joined(field.words()));
            default -> "";
        };
    }
}
