package vn.congvu.cases.casefile.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.congvu.cases.access.CaseAccess;
import vn.congvu.cases.casefile.CaseCommand;
import vn.congvu.cases.casefile.CaseCommand.AcceptCase;
import vn.congvu.cases.casefile.CaseCommand.AddNote;
import vn.congvu.cases.casefile.CaseCommand.AnswerCase;
import vn.congvu.cases.casefile.CaseCommand.DelegateCase;
import vn.congvu.cases.casefile.CaseCommand.DraftAnswer;
import vn.congvu.cases.casefile.CaseCommand.ExtendCase;
import vn.congvu.cases.casefile.CaseCommand.HandOverCase;
import vn.congvu.cases.casefile.CaseCommand.MergeCase;
import vn.congvu.cases.casefile.CaseCommand.ReopenCase;
import vn.congvu.cases.casefile.CaseCommand.SplitCase;
import vn.congvu.cases.casefile.CaseCommand.UnmergeCase;
import vn.congvu.cases.casefile.CaseCommand.WithdrawCase;
import vn.congvu.cases.casefile.CaseDesk;
import vn.congvu.cases.casefile.CaseFile;
import vn.congvu.cases.casefile.CaseFiles;
import vn.congvu.cases.casefile.CaseProblems;
import vn.congvu.cases.casefile.Forwarding;
import vn.congvu.contracts.AgencyRef;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.Finding;
import vn.congvu.contracts.Ids;
import vn.congvu.contracts.Office;
import vn.congvu.contracts.Reference;
import vn.congvu.contracts.Role;
import vn.congvu.contracts.cases.CaseExtended;
import vn.congvu.platform.access.Caller;
import vn.congvu.platform.audit.AuditAction;
import vn.congvu.platform.audit.Audited;
import vn.congvu.platform.audit.NotAudited;
import vn.congvu.platform.problem.Problems;

/** One case and what may be done with it. Decides nothing itself. */
@RestController
@RequestMapping("/api/v1/cases/{id}")
@Tag(name = "Cases")
class CaseController {
    private static final String HEAD = "hasRole('AGENCY_HEAD')";
    private static final String AGENCY = "hasAnyRole('AGENCY_HEAD', 'AGENCY_OFFICER')";
    private static final String SORTERS = "hasAnyRole('AGENCY_HEAD', 'TRIAGE')";
    private static final String READERS = "hasAnyRole('AGENCY_HEAD', 'AGENCY_OFFICER', 'TRIAGE', 'MONITOR')";

    private final CaseDesk desk;
    private final CaseFiles files;
    private final Views views;
    private final Words words;
    private final Forwarding forwarding;

    CaseController(CaseDesk desk, CaseFiles files, Views views, Words words, Forwarding forwarding) {
        this.desk = desk;
        this.files = files;
        this.views = views;
        this.words = words;
        this.forwarding = forwarding;
    }

    @Audited(AuditAction.CASE_READ)
    @GetMapping
    @PreAuthorize(READERS)
    @Operation(summary = "A case", description = "Without who reported it; another agency's case is 404.")
    CaseView get(@PathVariable String id, Caller caller) {
        return views.of(desk.get(id, caller), caller);
    }

    @Audited(AuditAction.CASE_CHANGED)
    @PostMapping("/accept")
    @PreAuthorize(HEAD)
    @Operation(summary = "The head takes the case on")
    CaseView accept(@PathVariable String id, Caller caller, @RequestBody Requests.Accept body) {
        return decide(id, caller, body, _ -> new AcceptCase());
    }

    @Audited(AuditAction.CASE_CHANGED)
    @PostMapping("/delegate")
    @PreAuthorize(HEAD)
    @Operation(summary = "Give the work, never the responsibility, to an officer")
    CaseView delegate(@PathVariable String id, Caller caller, @RequestBody Requests.Delegate body) {
        var title = body.title() == null || body.title().isBlank()
                ? "Công chức được giao xử lý"
                : words.name("title", body.title());
        var email = body.email() == null || body.email().isBlank() ? null : words.name("email", body.email());
        return decide(id, caller, body, file -> {
            var agency = file.lookup().assignedTo();
            return new DelegateCase(new Office(Role.AGENCY_OFFICER.name(), agency == null ? "" : agency, title, email));
        });
    }

    @Audited(AuditAction.CASE_CHANGED)
    @PostMapping("/ask-citizen")
    @PreAuthorize(AGENCY)
    @Operation(summary = "Ask the reporter; the clock stands still until the reply")
    CaseView ask(@PathVariable String id, Caller caller, @RequestBody Requests.AskCitizen body) {
        var question = words.sealed("question", body.question());
        return decide(id, caller, body, _ -> new CaseCommand.AskCitizen(Ids.next(), question));
    }

    @Audited(AuditAction.CASE_CHANGED)
    @PostMapping("/forward")
    @PreAuthorize(SORTERS)
    @Operation(
            summary = "Bring it to the competent agency",
            description = "An agency once; a second transfer goes to triage. Triage assigns with this, and sorts.")
    CaseView forward(@PathVariable String id, Caller caller, @RequestBody Requests.Forward body) {
        var reason = words.sealed("reason", body.reason());
        var to = words.name("agencyCode", body.agencyCode());
        return decide(
                id,
                caller,
                body,
                file -> forwarding.forward(
                        file, caller, to, reason, body.kind(), orEmpty(body.misconducts()), body.severity()));
    }

    @Audited(AuditAction.CASE_CHANGED)
    @PostMapping("/extend")
    @PreAuthorize(HEAD)
    @Operation(summary = "More time: once, before the deadline, with the reason and an apology")
    CaseView extend(@PathVariable String id, Caller caller, @RequestBody Requests.Extend body) {
        var reason = words.sealed("reason", body.reason());
        return decide(id, caller, body, _ -> new ExtendCase(reason, body.until()));
    }

    /** @param dueAt when the time would end then, by the office hours of the agency */
    record ExtensionView(AgencyRef agency, String head, Instant previousDueAt, Instant dueAt) {}

    @NotAudited("changes nothing")
    @PostMapping("/extend/preview")
    @PreAuthorize(HEAD)
    @Operation(
            summary = "What an extension would come to, before its letter goes out",
            description = "Refused for the reasons for which the extension itself would be. Nothing is stored.")
    ExtensionView tryToExtend(@PathVariable String id, Caller caller, @RequestBody Requests.Extend body) {
        var extension = new ExtendCase(words.sealed("reason", body.reason()), body.until());
        try {
            return desk.tried(id, caller, version(body), forwarding.office(caller), _ -> extension).stream()
                    .filter(CaseExtended.class::isInstance)
                    .map(CaseExtended.class::cast)
                    .map(e -> new ExtensionView(e.agency(), e.head().title(), e.previousDueAt(), e.dueAt()))
                    .findFirst()
                    .orElseThrow();
        } catch (CaseDesk.Stale stale) {
            throw CaseProblems.stale(views.of(stale.present(), caller));
        }
    }

    @Audited(AuditAction.CASE_CHANGED)
    @PostMapping("/answer")
    @PreAuthorize(HEAD)
    @Operation(summary = "Answer the reporter")
    CaseView answer(@PathVariable String id, Caller caller, @RequestBody Requests.Answer body) {
        var answer = words.sealed("answer", body.answer());
        var finding = body.finding();
        if (finding == null || finding == Finding.WITHDRAWN) {
            throw Problems.invalid("finding", "Hãy chọn kết luận.", "Choose a finding.");
        }
        return decide(
                id,
                caller,
                body,
                _ -> new AnswerCase(answer, finding, orEmpty(body.measures()), orEmpty(body.collectiveMeasures())));
    }

    @Audited(AuditAction.CASE_CHANGED)
    @PostMapping("/draft")
    @PreAuthorize(AGENCY)
    @Operation(
            summary = "Keep the draft of an answer",
            description =
                    "Read by the agency only, gone when it is answered or another agency has the case. An officer's draft is"
                            + " laid before the head, who is told.")
    CaseView draft(@PathVariable String id, Caller caller, @RequestBody Requests.Draft body) {
        var text = words.sealed("answer", body.answer());
        return decide(
                id,
                caller,
                body,
                _ -> new DraftAnswer(
                        text,
                        body.finding() == Finding.WITHDRAWN ? null : body.finding(),
                        orEmpty(body.measures()),
                        orEmpty(body.collectiveMeasures()),
                        !caller.has(Role.AGENCY_HEAD)));
    }

    /** Home Affairs only: a head could join a case that is nearly due to one that is not. */
    @Audited(AuditAction.CASE_CHANGED)
    @PostMapping("/merge")
    @PreAuthorize("hasRole('TRIAGE')")
    @Operation(summary = "Join a duplicate to another case", description = "Its reporter is answered with that one.")
    CaseView merge(@PathVariable String id, Caller caller, @RequestBody Requests.Merge body) {
        var into = target(words.name("into", body.into()), caller);
        return decide(id, caller, body, _ -> new MergeCase(into.id(), into.reference()));
    }

    @Audited(AuditAction.CASE_CHANGED)
    @PostMapping("/unmerge")
    @PreAuthorize("hasRole('TRIAGE')")
    @Operation(
            summary = "Undo a merge: not the same matter after all",
            description =
                    "The case stands again where it stood, its clocks keep their start, both histories say so and its reporter is"
                            + " told. Refused once its reporter was answered together with the other case.")
    CaseView unmerge(@PathVariable String id, Caller caller, @RequestBody Requests.Unmerge body) {
        return decide(id, caller, body, _ -> new UnmergeCase());
    }

    private CaseFile target(String named, Caller caller) {
        var visible = CaseAccess.cases(caller);
        return Reference.parse(named)
                .flatMap(reference -> files.byReference(reference.value(), visible))
                .or(() -> files.find(named, visible))
                .orElseThrow(() -> Problems.invalid(
                        "into",
                        "Không có vụ việc mang mã này trong phạm vi của bạn.",
                        "There is no such case within what you may see."));
    }

    @Audited(AuditAction.CASE_CHANGED)
    @PostMapping("/split")
    @PreAuthorize(SORTERS)
    @Operation(summary = "Make a second matter a case of its own, linked to this one")
    CaseView split(@PathVariable String id, Caller caller, @RequestBody Requests.Split body) {
        var text = words.sealed("text", body.text());
        var agency = body.agencyCode() == null || body.agencyCode().isBlank() ? null : body.agencyCode();
        return decide(
                id,
                caller,
                body,
                file -> new SplitCase(
                        text,
                        agency,
                        body.kind() == null ? file.report().kind() : body.kind(),
                        caller.has(Role.TRIAGE)));
    }

    @Audited(AuditAction.CASE_CHANGED)
    @PostMapping("/hand-over")
    @PreAuthorize(SORTERS)
    @Operation(summary = "A khiếu nại, a tố cáo or another body's matter: say where to go")
    CaseView handOver(@PathVariable String id, Caller caller, @RequestBody Requests.HandOver body) {
        var to = words.name("to", body.to());
        var english = body.toEn() == null || body.toEn().isBlank() ? to : words.name("toEn", body.toEn());
        var advice = words.sealed("advice", body.advice());
        return decide(
                id, caller, body, _ -> new HandOverCase(new Bilingual(to, english), advice, caller.has(Role.TRIAGE)));
    }

    @Audited(AuditAction.CASE_CHANGED)
    @PostMapping("/note")
    @PreAuthorize(READERS)
    @Operation(summary = "An internal note")
    CaseView note(@PathVariable String id, Caller caller, @RequestBody Requests.Note body) {
        var note = words.sealed("note", body.note());
        return decide(id, caller, body, _ -> new AddNote(note));
    }

    @Audited(AuditAction.CASE_CHANGED)
    @PostMapping("/reopen")
    @PreAuthorize("hasAnyRole('AGENCY_HEAD', 'TRIAGE', 'MONITOR')")
    @Operation(summary = "Take it up again, once, within the window after the answer")
    CaseView reopen(@PathVariable String id, Caller caller, @RequestBody Requests.Reopen body) {
        var reason = words.sealed("reason", body.reason());
        return decide(id, caller, body, _ -> new ReopenCase(reason));
    }

    @Audited(AuditAction.CASE_CHANGED)
    @PostMapping("/withdraw")
    @PreAuthorize("hasAnyRole('TRIAGE', 'MONITOR')")
    @Operation(
            summary = "Write down that the reporter took it back",
            description = "Never by the agency complained about.")
    CaseView withdraw(@PathVariable String id, Caller caller, @RequestBody Requests.Withdraw body) {
        var reason = words.sealed("reason", body.reason());
        return decide(id, caller, body, _ -> new WithdrawCase(reason));
    }

    private CaseView decide(
            String id, Caller caller, Requests body, Function<CaseFile, ? extends CaseCommand> command) {
        try {
            return views.of(desk.decide(id, caller, version(body), forwarding.office(caller), command), caller);
        } catch (CaseDesk.Stale stale) {
            throw CaseProblems.stale(views.of(stale.present(), caller));
        }
    }

    private static long version(Requests body) {
        var version = body.version();
        if (version == null) {
            throw Problems.invalid(
                    "version",
                    "Cần phiên bản của vụ việc như đã đọc.",
                    "The version of the case as it was read is needed.");
        }
        return version;
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
