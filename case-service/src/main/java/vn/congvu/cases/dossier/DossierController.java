package vn.congvu.cases.dossier;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
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
import tools.jackson.databind.JsonNode;
import vn.congvu.cases.access.CaseAccess;
import vn.congvu.cases.calendar.WorkCalendar;
import vn.congvu.cases.search.Listing;
import vn.congvu.contracts.Bilingual;
import vn.congvu.platform.access.Caller;
import vn.congvu.platform.audit.AuditAction;
import vn.congvu.platform.audit.Audited;
import vn.congvu.platform.audit.NotAudited;
import vn.congvu.platform.outbox.StaleRevisionException;
import vn.congvu.platform.paging.Page;
import vn.congvu.platform.problem.Problem;
import vn.congvu.platform.problem.ProblemType;
import vn.congvu.platform.problem.Problems;
import vn.congvu.platform.sealing.Sealer;
import vn.congvu.platform.text.CleanText;

@RestController
@RequestMapping("/api/v1/dossiers")
@Tag(name = "Dossiers", description = "Hồ sơ thủ tục hành chính and their promised dates")
class DossierController {
    private static final ProblemType REFUSED =
            new ProblemType("command-refused", 422, new Bilingual("Không thực hiện được", "This can't be done"));
    private static final Duration SOON = Duration.ofDays(4);
    private static final int LONGEST_REASON = 2_000;

    private final DossierImport imports;
    private final DossierDesk desk;
    private final MongoTemplate mongo;
    private final Sealer sealer;

    DossierController(DossierImport imports, DossierDesk desk, MongoTemplate mongo, Sealer sealer) {
        this.imports = imports;
        this.desk = desk;
        this.mongo = mongo;
        this.sealer = sealer;
    }

    record Reschedule(
            LocalDate newDueOn, String reason, @Nullable Long version) {}

    @Audited(AuditAction.DOSSIERS_IMPORTED)
    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize("hasAnyRole('PROGRAM', 'ADMIN')")
    @Operation(
            summary = "Tell dossiers, again and again",
            description = "Idempotent by code. Rows that are wrong are listed with their reasons; the good ones stay.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject("""
                                                            [{"code":"H53.25-260302-0001","procedure":"Cấp giấy phép xây dựng","field":"xay-dung","agencyCode":"SXD","receivedAt":"2026-03-02T09:00:00+07:00","dueOn":"2026-03-23","state":"received","online":true,"paidOnline":false,"applicant":{"name":"Nguyễn Văn A","phone":"0912345678"}}]"""))))
    DossierImport.Result put(@RequestBody JsonNode dossiers) {
        return imports.json(dossiers);
    }

    @Audited(AuditAction.DOSSIERS_LISTED)
    @GetMapping
    @PreAuthorize("hasAnyRole('AGENCY_HEAD', 'AGENCY_OFFICER', 'MONITOR', 'ADMIN')")
    @Operation(
            summary = "Dossiers by what is due first",
            description = "view: open, due-soon, overdue, rescheduled, ended")
    Page<DossierView> list(
            Caller caller,
            @RequestParam(defaultValue = "open") String view,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String agency,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int size) {
        var now = desk.now();
        var criteria = new ArrayList<Criteria>(List.of(CaseAccess.dossiers(caller)));
        criteria.add(
                switch (view) {
                    case "open" -> where("open").is(true);
                    case "due-soon" ->
                        where("open").is(true).and("promise.dueAt").gte(now).lte(now.plus(SOON));
                    case "overdue" ->
                        where("open").is(true).and("promise.dueAt").lt(now);
                    case "rescheduled" ->
                        where("open").is(true).and("rescheduledAt").ne(null);
                    case "ended" -> where("open").is(false);
                    default ->
                        throw Problems.invalid(
                                "view",
                                "Phải là open, due-soon, overdue, rescheduled hoặc ended.",
                                "One of open, due-soon, overdue, rescheduled, ended.");
                });
        if (agency != null && !agency.isBlank()) {
            criteria.add(where("agency.code").is(agency));
        }
        criteria.addAll(Listing.words("words", q));
        var listing = Listing.by("promise.dueAt", view.equals("ended"), size);
        listing.after(cursor).ifPresent(criteria::add);
        var query = Query.query(new Criteria().andOperator(criteria)).with(listing.sort());
        query.fields().exclude("outbox", "applied");
        var found = mongo.find(query.limit(size + 1), Dossier.class);
        return listing.page(found, Dossier::dueAt, Dossier::id, d -> DossierView.of(d, now, sealer));
    }

    @Audited(AuditAction.DOSSIER_READ)
    @GetMapping("/{code}")
    @PreAuthorize("hasAnyRole('AGENCY_HEAD', 'AGENCY_OFFICER', 'MONITOR', 'ADMIN')")
    DossierView get(Caller caller, @PathVariable String code) {
        return DossierView.of(find(caller, code), desk.now(), sealer);
    }

    @Audited(AuditAction.DOSSIER_CHANGED)
    @PostMapping("/{code}/reschedule")
    @PreAuthorize("hasRole('AGENCY_HEAD')")
    @Operation(
            summary = "Apologise and name a new date",
            description =
                    "Once, and at the latest one day before the promised date (NĐ 61/2018, art. 19.9). The letter follows.")
    DossierView reschedule(Caller caller, @PathVariable String code, @RequestBody Reschedule body) {
        var dossier = reschedulable(caller, code, body);
        try {
            var changed = desk.change(dossier, d -> d.reschedule(dossier, body.newDueOn(), desk.seal(reason(body))));
            return DossierView.of(changed, desk.now(), sealer);
        } catch (StaleRevisionException overtaken) {
            throw stale(find(caller, code));
        }
    }

    /** @param dueAt by the office hours of the agency */
    record NewDate(Instant previousDueAt, Instant dueAt) {}

    @NotAudited("changes nothing")
    @PostMapping("/{code}/reschedule/preview")
    @PreAuthorize("hasRole('AGENCY_HEAD')")
    @Operation(
            summary = "What a new date would come to, before its letter goes out",
            description = "Refused for the reasons for which the new date itself would be. Nothing is stored.")
    NewDate tryToReschedule(Caller caller, @PathVariable String code, @RequestBody Reschedule body) {
        var dossier = reschedulable(caller, code, body);
        var then = desk.decisions(dossier).reschedule(dossier, body.newDueOn(), desk.seal(reason(body)));
        return new NewDate(dossier.dueAt(), then.next().dueAt());
    }

    private Dossier reschedulable(Caller caller, String code, Reschedule body) {
        var dossier = find(caller, code);
        var version = body.version();
        if (version == null) {
            throw Problems.invalid("version", "Cần phiên bản của hồ sơ.", "The dossier's version is needed.");
        }
        if (dossier.revision().version() != version) {
            throw stale(dossier);
        }
        var reason = reason(body);
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw Problems.invalid(
                    "reason",
                    "Cần nêu lý do, dài nhất 2.000 ký tự.",
                    "A reason is needed, of at most 2,000 characters.");
        }
        if (body.newDueOn() == null) {
            throw Problems.invalid("newDueOn", "Cần ngày hẹn mới.", "The new date is needed.");
        }
        if (body.newDueOn().isAfter(desk.day().plusYears(WorkCalendar.HORIZON_YEARS))) {
            throw Problems.invalid(
                    "newDueOn", "Ngày hẹn mới quá xa; hãy kiểm tra lại năm.", "That is too far away; check the year.");
        }
        desk.decisions(dossier).refusal(dossier, body.newDueOn()).ifPresent(why -> {
            throw new Problem(REFUSED, why.detail()).with("reason", why.name());
        });
        return dossier;
    }

    private static String reason(Reschedule body) {
        return body.reason() == null ? "" : CleanText.clean(body.reason());
    }

    private Dossier find(Caller caller, String code) {
        return desk.find(code, CaseAccess.dossiers(caller))
                .orElseThrow(() -> Problems.notFound(
                        "Không có hồ sơ này trong phạm vi của bạn.",
                        "There is no such dossier within what you may see."));
    }

    private Problem stale(Dossier present) {
        return new Problem(
                        Problems.STALE,
                        new Bilingual(
                                "Hồ sơ vừa thay đổi. Xem lại rồi thực hiện lại.",
                                "The dossier changed meanwhile. See how it is now and repeat."))
                .with("present", DossierView.of(present, desk.now(), sealer));
    }
}
