package vn.congvu.cases.casefile.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
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
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.Finding;
import vn.congvu.contracts.Ids;
import vn.congvu.contracts.Office;
import vn.congvu.contracts.Reference;
import vn.congvu.contracts.Role;
import vn.congvu.platform.access.Caller;
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

    @GetMapping
    @PreAuthorize(READERS)
    @Operation(summary = "A case", description = "Without who reported it; another agency's case is 404.")
    CaseView get(@PathVariable String id, Caller caller) {
        return views.of(desk.get(id, caller), caller);
    }

    @PostMapping("/accept")
    @PreAuthorize(HEAD)
    @Operation(summary = "The head takes the case on")
    CaseView accept(@PathVariable String id, Caller caller, @RequestBody Requests.Accept body) {
        return decide(id, caller, body, _ -> new AcceptCase());
    }

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

    @PostMapping("/ask-citizen")
    @PreAuthorize(AGENCY)
    @Operation(summary = "Ask the reporter; the clock stands still until the reply")
    CaseView ask(@PathVariable String id, Caller caller, @RequestBody Requests.AskCitizen body) {
        var question = words.sealed("question", body.question());
        return decide(id, caller, body, _ -> new CaseCommand.AskCitizen(Ids.next(), question));
    }

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

    @PostMapping("/extend")
    @PreAuthorize(HEAD)
    @Operation(summary = "More time: once, before the deadline, with the reason and an apology")
    CaseView extend(@PathVariable String id, Caller caller, @RequestBody Requests.Extend body) {
        var reason = words.sealed("reason", body.reason());
        return decide(id, caller, body, _ -> new ExtendCase(reason, body.until()));
    }

    @PostMapping("/answer")
    @PreAuthorize(HEAD)
    @Operation(summary = "Answer the reporter")
    CaseView answer(@PathVariable String id, Caller caller, @RequestBody Requests.Answer body) {
        var answer = words.sealed("answer", body.answer());
        var finding = body.finding();
        if (finding == null || finding == Finding.WITHDRAWN) {
            throw Problems.invalid("finding", "Hãy chọn kết luận.", "Choose a finding.");
        }
        return decide(id, caller, body, _ -> new AnswerCase(answer, finding, orEmpty(body.measures())));
    }

    /** Home Affairs only: a head could join a case that is nearly due to one that is not. */
    @PostMapping("/merge")
    @PreAuthorize("hasRole('TRIAGE')")
    @Operation(summary = "Join a duplicate to another case", description = "Its reporter is answered with that one.")
    CaseView merge(@PathVariable String id, Caller caller, @RequestBody Requests.Merge body) {
        var into = target(words.name("into", body.into()), caller);
        return decide(id, caller, body, _ -> new MergeCase(into.id(), into.reference()));
    }

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
                        text, agency, body.kind() == null ? file.report().kind() : body.kind()));
    }

    @PostMapping("/hand-over")
    @PreAuthorize(SORTERS)
    @Operation(summary = "A khiếu nại, a tố cáo or another body's matter: say where to go")
    CaseView handOver(@PathVariable String id, Caller caller, @RequestBody Requests.HandOver body) {
        var to = words.name("to", body.to());
        var english = body.toEn() == null || body.toEn().isBlank() ? to : words.name("toEn", body.toEn());
        var advice = words.sealed("advice", body.advice());
        return decide(id, caller, body, _ -> new HandOverCase(new Bilingual(to, english), advice));
    }

    @PostMapping("/note")
    @PreAuthorize(READERS)
    @Operation(summary = "An internal note")
    CaseView note(@PathVariable String id, Caller caller, @RequestBody Requests.Note body) {
        var note = words.sealed("note", body.note());
        return decide(id, caller, body, _ -> new AddNote(note));
    }

    @PostMapping("/reopen")
    @PreAuthorize("hasAnyRole('AGENCY_HEAD', 'TRIAGE', 'MONITOR')")
    @Operation(summary = "Take it up again, once, within the window after the answer")
    CaseView reopen(@PathVariable String id, Caller caller, @RequestBody Requests.Reopen body) {
        var reason = words.sealed("reason", body.reason());
        return decide(id, caller, body, _ -> new ReopenCase(reason));
    }

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
        var version = body.version();
        if (version == null) {
            throw Problems.invalid(
                    "version",
                    "Cần phiên bản của vụ việc như đã đọc.",
                    "The version of the case as it was read is needed.");
        }
        try {
            return views.of(desk.decide(id, caller, version, forwarding.office(caller), command), caller);
        } catch (CaseDesk.Stale stale) {
            throw CaseProblems.stale(views.of(stale.present(), caller));
        }
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
