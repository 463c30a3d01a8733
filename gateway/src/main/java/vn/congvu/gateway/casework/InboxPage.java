package vn.congvu.gateway.casework;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.congvu.contracts.Role;
import vn.congvu.gateway.choice.Choices;
import vn.congvu.gateway.services.Service;
import vn.congvu.gateway.services.Services;
import vn.congvu.platform.access.Caller;

/** Cases by what is due first, in counted views. */
@Controller
class InboxPage {
    private static final List<String> VIEWS =
            List.of("inbox", "new", "due-today", "due-soon", "overdue", "waiting", "drafts", "closed");
    private static final String TRIAGE = "triage";
    /** Answered, but not for whoever reported it; reached from the overview. */
    private static final String UNSOLVED = "unsolved";

    private static final int PAGE = 25;
    private static final int LOOKED_THROUGH = 200;
    /** Asked for by the minute; then the page rests, so that an open page alone keeps nobody signed in. */
    private static final int FRESHENED = 15;

    private final Cases cases;
    private final Choices choices;

    InboxPage(Services services, Choices choices) {
        this.cases = services.client(Service.CASES, Cases.class);
        this.choices = choices;
    }

    @GetMapping("/staff/cases")
    @PreAuthorize("hasAnyRole('AGENCY_HEAD', 'AGENCY_OFFICER', 'TRIAGE', 'MONITOR')")
    String inbox(
            @RequestParam(defaultValue = "inbox") String view,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String agency,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller,
            Model model) {
        var shown = VIEWS.contains(view) || view.equals(TRIAGE) || view.equals(UNSOLVED) ? view : VIEWS.getFirst();
        return list("/staff/cases", shown, q, agency, cursor, caller, model);
    }

    /** The counted views alone, for the page to keep them fresh. */
    @GetMapping("/staff/cases/counts")
    @PreAuthorize("hasAnyRole('AGENCY_HEAD', 'AGENCY_OFFICER', 'TRIAGE', 'MONITOR')")
    String counts(
            @RequestParam(defaultValue = "inbox") String view,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String agency,
            @RequestParam(defaultValue = "0") int time,
            Caller caller,
            Model model) {
        var page = cases.list(VIEWS.getFirst(), orNull(q), watches(caller) ? orNull(agency) : null, null, 1);
        views(model, view, q, agency, page, time);
        return "fragments/views :: views";
    }

    /** The case after this one by what is due first; the list when there is none. */
    @GetMapping("/staff/cases/{id:[0-9A-Za-z-]+}/next")
    @PreAuthorize("hasAnyRole('AGENCY_HEAD', 'AGENCY_OFFICER', 'TRIAGE', 'MONITOR')")
    String next(@PathVariable String id, @RequestParam(defaultValue = "inbox") String view) {
        var shown = VIEWS.contains(view) || view.equals(TRIAGE) ? view : VIEWS.getFirst();
        var rows = cases.list(shown, null, null, null, LOOKED_THROUGH).items();
        int here = rows.stream().map(CaseRow::id).toList().indexOf(id);
        return rows.stream()
                .skip(here + 1L)
                .filter(row -> !row.id().equals(id))
                .findFirst()
                .map(row -> "redirect:" + (shown.equals(TRIAGE) ? "/staff/triage/" : "/staff/cases/") + row.id())
                .orElse("redirect:" + (shown.equals(TRIAGE) ? "/staff/triage" : "/staff/cases?view=" + shown));
    }

    /** What no rule could send to one agency. */
    @GetMapping("/staff/triage")
    @PreAuthorize("hasRole('TRIAGE')")
    String triage(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String done,
            @RequestParam(required = false) @Nullable String of,
            @RequestParam(required = false) @Nullable String id,
            @RequestParam(required = false) @Nullable Long version,
            Caller caller,
            Model model) {
        model.addAttribute(
                "done",
                done == null ? null : Command.of(done).map(Command::path).orElse(null));
        model.addAttribute("of", of);
        model.addAttribute("undo", id);
        model.addAttribute("undoVersion", version);
        return list("/staff/triage", TRIAGE, q, "", cursor, caller, model);
    }

    private String list(
            String path, String view, String q, String agency, @Nullable String cursor, Caller caller, Model model) {
        boolean everywhere = watches(caller);
        var page = cases.list(view, orNull(q), everywhere ? orNull(agency) : null, cursor, PAGE);
        model.addAttribute("path", path);
        views(model, view, q, agency, page, 0);
        boolean open = !view.equals("closed")
                && !view.equals(UNSOLVED)
                && !page.items().isEmpty();
        boolean decides = caller.has(Role.AGENCY_HEAD) || caller.has(Role.TRIAGE);
        model.addAttribute("many", open && decides);
        model.addAttribute("delegates", caller.has(Role.AGENCY_HEAD));
        model.addAttribute("everyAgency", open && decides ? choices.agencies() : List.of());
        model.addAttribute("agencies", everywhere && path.endsWith("cases") ? choices.agencies() : List.of());
        return "staff/cases";
    }

    private static void views(Model model, String view, String q, String agency, Cases.Listed page, int time) {
        model.addAttribute("page", page);
        model.addAttribute("view", view);
        model.addAttribute("views", VIEWS);
        model.addAttribute("q", q);
        model.addAttribute("agency", agency);
        model.addAttribute("nextTime", time < FRESHENED ? time + 1 : null);
    }

    private static boolean watches(Caller caller) {
        return caller.has(Role.MONITOR) || caller.has(Role.TRIAGE);
    }

    private static @Nullable String orNull(String typed) {
        return typed.isBlank() ? null : typed.strip();
    }
}
