package vn.congvu.cases.directory;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.Misconduct;
import vn.congvu.platform.access.Caller;
import vn.congvu.platform.audit.AuditAction;
import vn.congvu.platform.audit.Audited;
import vn.congvu.platform.audit.NotAudited;
import vn.congvu.platform.problem.Problems;

/** What the province calls each misconduct, with every name it had. */
@RestController
@RequestMapping("/api/v1/directory/misconducts/{code}")
@Tag(name = "Directory")
class MisconductsController {
    private final StoredDirectory directory;
    private final DirectoryEditing editing;
    private final DirectoryStore store;

    MisconductsController(StoredDirectory directory, DirectoryEditing editing, DirectoryStore store) {
        this.directory = directory;
        this.editing = editing;
        this.store = store;
    }

    /** @param from first day on which it is called so; today without it */
    record Renaming(
            @Schema(example = "Thái độ, giao tiếp, ứng xử") @Nullable
            String vi,

            @Schema(example = "Attitude and manners") @Nullable
            String en,

            @Nullable LocalDate from) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NameView(Bilingual label, @Nullable LocalDate from, Instant at, String by) {}

    /**
     * @param label of today
     * @param names given by the province, the newest first; the product's own words held before the first
     */
    record MisconductPage(Misconduct code, Bilingual label, List<NameView> names) {}

    @NotAudited("settings of the system, no case")
    @GetMapping
    @PreAuthorize("hasAnyRole('ADMIN', 'MONITOR', 'AUDITOR')")
    @Operation(summary = "What a misconduct is called, and every name it had")
    MisconductPage page(@PathVariable String code) {
        var misconduct = misconduct(code);
        return page(
                misconduct, store.label(code).orElseGet(() -> new MisconductLabel(misconduct.name(), 0, List.of())));
    }

    @Audited(AuditAction.DIRECTORY_CHANGED)
    @PutMapping
    @PreAuthorize("hasRole('ADMIN')")
    @Operation(
            summary = "Give a misconduct another name from a day on",
            description = "Today or later: what it was called before stays as it was.")
    MisconductPage rename(@PathVariable String code, @RequestBody Renaming asked, Caller caller) {
        var misconduct = misconduct(code);
        var cells = new Cells(language -> DirectoryController.clean("vi".equals(language) ? asked.vi() : asked.en()));
        var label = new Bilingual(cells.text("vi"), cells.text("en"));
        if (cells.problem() instanceof Bilingual problem) {
            throw Problems.invalid("label", problem.vi(), problem.en());
        }
        var today = directory.day();
        var from = Objects.requireNonNullElse(asked.from(), today);
        if (from.isBefore(today)) {
            throw Problems.invalid(
                    "from",
                    "Tên gọi của những ngày đã qua không đổi được; chọn từ hôm nay.",
                    "What it was called in the past can't be changed; choose today or later.");
        }
        return page(misconduct, editing.rename(misconduct, label, from, caller.subject()));
    }

    private MisconductPage page(Misconduct misconduct, MisconductLabel stored) {
        return new MisconductPage(
                misconduct,
                directory.label(misconduct, directory.day()),
                stored.names().reversed().stream()
                        .map(name ->
                                new NameView(new Bilingual(name.vi(), name.en()), name.from(), name.at(), name.by()))
                        .toList());
    }

    private static Misconduct misconduct(String code) {
        return MisconductLabels.named(code).orElseThrow(DirectoryController::unknown);
    }
}
