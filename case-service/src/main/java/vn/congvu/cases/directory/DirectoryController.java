package vn.congvu.cases.directory;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.congvu.cases.directory.CsvRows.UnreadableCsv;
import vn.congvu.cases.directory.DirectoryEditing.Edited;
import vn.congvu.cases.directory.DirectoryEditing.ImportReport;
import vn.congvu.cases.directory.Edit.Made;
import vn.congvu.cases.directory.Posting.Leave;
import vn.congvu.contracts.Bilingual;
import vn.congvu.platform.access.Caller;
import vn.congvu.platform.audit.AuditAction;
import vn.congvu.platform.audit.Audited;
import vn.congvu.platform.audit.NotAudited;
import vn.congvu.platform.problem.FieldProblem;
import vn.congvu.platform.problem.Problem;
import vn.congvu.platform.problem.ProblemType;
import vn.congvu.platform.problem.Problems;
import vn.congvu.platform.text.CleanText;

/** The directory for ADMIN: CSV in, periods and offices changed with their history; {@code preview=true} stores nothing. */
@RestController
@RequestMapping("/api/v1/directory")
@PreAuthorize("hasRole('ADMIN')")
class DirectoryController {
    private static final int LARGEST = 32 * 1024 * 1024;
    private static final int MOST_PERIODS = 200;
    private static final ProblemType UNREADABLE =
            new ProblemType("unreadable-csv", 400, new Bilingual("Không đọc được tệp CSV", "Can't read the CSV file"));

    private final DirectoryEditing editing;

    DirectoryController(DirectoryEditing editing) {
        this.editing = editing;
    }

    /** A period as it is sent; checked as a row of the CSV is. */
    record PeriodOfAgency(
            @Nullable String name,
            @Nullable String nameEn,
            @Nullable String level,
            @Nullable String superior,
            @Nullable String validFrom,
            @Nullable String validTo,
            @Nullable List<String> successors,
            @Nullable List<String> formerNames,
            @Nullable String email) {}

    record AgencyChange(long version, @Nullable List<PeriodOfAgency> periods) {}

    record OfficeOfAgency(
            @Nullable String post,
            @Nullable String title,
            @Nullable String email,
            @Nullable String validFrom,
            @Nullable String validTo,
            @Nullable List<Leave> leave) {}

    record OfficesChange(long version, @Nullable List<OfficeOfAgency> offices) {}

    /** @param history who changed what and when, the newest first */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AgencyPage(
            String code,
            long version,
            List<Agency> periods,
            List<Made<Agency>> history,
            @Nullable Preview effect) {
        static AgencyPage of(Edited<Agency> edited) {
            var file = edited.file();
            return new AgencyPage(file.id(), file.version(), file.rows(), Edit.made(file), edited.effect());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OfficesPage(
            String agency,
            long version,
            List<Posting> offices,
            List<Made<Posting>> history,
            @Nullable Preview effect) {
        static OfficesPage of(Edited<Posting> edited) {
            var file = edited.file();
            return new OfficesPage(file.id(), file.version(), file.rows(), Edit.made(file), edited.effect());
        }
    }

    @Audited(AuditAction.DIRECTORY_CHANGED)
    @PostMapping(path = "/import/agencies", consumes = "text/csv")
    ImportReport agencies(InputStream csv, @RequestParam(defaultValue = "false") boolean preview, Caller caller) {
        return imported(new AgencySheet(), csv, preview, caller);
    }

    @Audited(AuditAction.DIRECTORY_CHANGED)
    @PostMapping(path = "/import/offices", consumes = "text/csv")
    ImportReport offices(InputStream csv, @RequestParam(defaultValue = "false") boolean preview, Caller caller) {
        return imported(new OfficeSheet(), csv, preview, caller);
    }

    @Audited(AuditAction.DIRECTORY_CHANGED)
    @PostMapping(path = "/import/communes", consumes = "text/csv")
    ImportReport communes(InputStream csv, @RequestParam(defaultValue = "false") boolean preview, Caller caller) {
        return imported(new CommuneSheet(), csv, preview, caller);
    }

    @Audited(AuditAction.DIRECTORY_CHANGED)
    @PostMapping(path = "/import/fields", consumes = "text/csv")
    ImportReport fields(InputStream csv, @RequestParam(defaultValue = "false") boolean preview, Caller caller) {
        return imported(new FieldSheet(), csv, preview, caller);
    }

    private <P> ImportReport imported(Sheet<P> sheet, InputStream csv, boolean preview, Caller caller) {
        try {
            var bytes = csv.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new Problem(
                        Problems.TOO_LARGE,
                        new Bilingual("Tệp lớn hơn 32 MB. Hãy chia nhỏ.", "The file is larger than 32 MB. Split it."));
            }
            return editing.importCsv(sheet, bytes, caller.subject(), preview);
        } catch (UnreadableCsv unreadable) {
            throw new Problem(UNREADABLE, unreadable.reason());
        } catch (IOException broken) {
            throw new Problem(Problems.MALFORMED, new Bilingual("Tệp gửi lên bị đứt quãng.", "The upload broke off."));
        }
    }

    @NotAudited("settings of the system, no case")
    @GetMapping(path = "/agencies/{code}", produces = MediaType.APPLICATION_JSON_VALUE)
    AgencyPage agency(@PathVariable String code) {
        return editing.file(new AgencySheet(), code)
                .map(file -> AgencyPage.of(new Edited<>(file, null)))
                .orElseThrow(DirectoryController::unknown);
    }

    @Audited(AuditAction.DIRECTORY_CHANGED)
    @PutMapping("/agencies/{code}")
    AgencyPage change(
            @PathVariable String code,
            @RequestBody AgencyChange change,
            @RequestParam(defaultValue = "false") boolean preview,
            Caller caller) {
        var sheet = new AgencySheet();
        var periods = read(sheet, "periods", orNone(change.periods()), period -> agencyCells(code, period));
        if (periods.isEmpty()) {
            throw Problems.invalid("periods", "Cần ít nhất một giai đoạn.", "At least one period is needed.");
        }
        return AgencyPage.of(editing.replace(sheet, code, change.version(), periods, caller.subject(), preview));
    }

    @NotAudited("settings of the system, no case")
    @GetMapping("/agencies/{code}/offices")
    OfficesPage officesOf(@PathVariable String code) {
        return editing.file(new OfficeSheet(), code)
                .map(file -> OfficesPage.of(new Edited<>(file, null)))
                .orElseGet(() -> {
                    agency(code);
                    return new OfficesPage(code, 0, List.of(), List.of(), null);
                });
    }

    @Audited(AuditAction.DIRECTORY_CHANGED)
    @PutMapping("/agencies/{code}/offices")
    OfficesPage changeOffices(
            @PathVariable String code,
            @RequestBody OfficesChange change,
            @RequestParam(defaultValue = "false") boolean preview,
            Caller caller) {
        var sheet = new OfficeSheet();
        var offices = read(sheet, "offices", orNone(change.offices()), office -> officeCells(code, office));
        return OfficesPage.of(editing.replace(sheet, code, change.version(), offices, caller.subject(), preview));
    }

    static <P, C> List<P> read(Sheet<P> sheet, String list, List<C> sent, Function<C, UnaryOperator<String>> cellsOf) {
        if (sent.size() > MOST_PERIODS) {
            throw Problems.invalid(list, "Quá nhiều mục.", "Too many items.");
        }
        var rows = new ArrayList<P>();
        var problems = new ArrayList<FieldProblem>();
        for (int i = 0; i < sent.size(); i++) {
            var cells = new Cells(cellsOf.apply(sent.get(i)));
            var row = sheet.read(cells);
            if (row != null) {
                rows.add(row);
            } else if (cells.problem() instanceof Bilingual problem) {
                problems.add(new FieldProblem(list + "[" + i + "]", problem));
            }
        }
        if (!problems.isEmpty()) {
            throw new Problem(
                    Problems.INVALID,
                    new Bilingual("Hãy sửa phần được nêu rồi gửi lại.", "Correct what is named and send it again."),
                    problems);
        }
        if (rows.stream().map(sheet::identity).distinct().count() < rows.size()) {
            throw Problems.invalid(list, "Có hai mục trùng nhau.", "Two items are the same.");
        }
        return rows;
    }

    private static UnaryOperator<String> agencyCells(String code, PeriodOfAgency period) {
        return column -> switch (column) {
            case "code" -> code;
            case "name" -> clean(period.name());
            case "name_en" -> clean(period.nameEn());
            case "level" -> clean(period.level());
            case "superior" -> clean(period.superior());
            case "valid_from" -> clean(period.validFrom());
            case "valid_to" -> clean(period.validTo());
            case "successors" -> clean(joined(period.successors()));
            case "former_names" -> clean(joined(period.formerNames()));
            case "email" -> clean(period.email());
            default -> "";
        };
    }

    private static UnaryOperator<String> officeCells(String agency, OfficeOfAgency office) {
        return column -> switch (column) {
            case "agency" -> agency;
            case "post" -> clean(office.post());
            case "title" -> clean(office.title());
            case "email" -> clean(office.email());
            case "valid_from" -> clean(office.validFrom());
            case "valid_to" -> clean(office.validTo());
            case "leave" ->
                orNone(office.leave()).stream()
                        .map(leave -> leave.from() + "/" + leave.to())
                        .collect(Collectors.joining(";"));
            default -> "";
        };
    }

    static String clean(@Nullable String text) {
        return text == null ? "" : CleanText.oneLine(text);
    }

    static String joined(@Nullable List<String> values) {
        return String.join(";", orNone(values));
    }

    static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    static Problem unknown() {
        return Problems.notFound("Không có mã này trong danh bạ.", "The directory has no such code.");
    }
}
