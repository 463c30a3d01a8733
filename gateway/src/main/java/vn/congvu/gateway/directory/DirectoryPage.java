package vn.congvu.gateway.directory;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.congvu.gateway.page.Times;
import vn.congvu.gateway.page.Words;
import vn.congvu.gateway.services.Refusal;
import vn.congvu.gateway.services.Service;
import vn.congvu.gateway.services.Services;
import vn.congvu.platform.text.Folding;

/** Who heads which agency on a day, and who stands in; a change is shown with its effect before it is made. */
@Controller
@RequestMapping("/staff/directory")
@PreAuthorize("hasRole('ADMIN')")
class DirectoryPage {
    private static final List<String> POSTS =
            List.of("HEAD", "DEPUTY", "ACTING_HEAD", "MONITOR", "CHAIR", "ANTI_CORRUPTION");
    private static final int CHANGES_SHOWN = 10;

    private final Directory directory;
    private final Times times;
    private final Words words;

    DirectoryPage(Services services, Times times, Words words) {
        this.directory = services.client(Service.CASES, Directory.class);
        this.times = times;
        this.words = words;
    }

    @GetMapping
    String all(
            @RequestParam(required = false) @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate on,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "false") boolean vacant,
            Model model) {
        var day = on == null ? times.today() : on;
        var asked = Folding.fold(q);
        model.addAttribute(
                "agencies",
                directory.agencies(day, vacant).stream()
                        .filter(agency -> Folding.fold(agency.name() + " " + agency.code() + " " + agency.head())
                                .contains(asked))
                        .toList());
        model.addAttribute("on", day);
        model.addAttribute("q", q);
        model.addAttribute("vacant", vacant);
        return "staff/directory";
    }

    @GetMapping("/{code}")
    String one(@PathVariable String code, @RequestParam(required = false) @Nullable String done, Model model) {
        model.addAttribute("done", "saved".equals(done));
        var offices = directory.offices(code);
        return page(model, code, offices, OfficesForm.of(offices));
    }

    /** A preview first; {@code step=save} changes the offices. */
    @PostMapping("/{code}")
    String change(
            @PathVariable String code,
            @ModelAttribute OfficesForm form,
            @RequestParam(defaultValue = "preview") String step,
            HttpServletResponse response,
            Model model) {
        boolean preview = !"save".equals(step);
        try {
            var changed = directory.change(code, form.change(), preview);
            if (!preview) {
                return "redirect:/staff/directory/" + code + "?done=saved";
            }
            model.addAttribute("effect", changed.effect());
        } catch (Refusal refusal) {
            if (refusal.notFound()) {
                throw refusal;
            }
            response.setStatus(refusal.status());
            model.addAttribute("said", refusal.stale() ? List.of(words.say("directory.stale")) : refusal.said());
        }
        return page(model, code, directory.offices(code), form);
    }

    private String page(Model model, String code, Directory.Offices present, OfficesForm form) {
        var agency = directory.agency(code);
        model.addAttribute("agency", agency);
        model.addAttribute("latest", agency.periods().getLast());
        model.addAttribute("version", form.version());
        model.addAttribute("rows", form.rows());
        model.addAttribute("posts", POSTS);
        model.addAttribute(
                "changes",
                present.history() == null
                        ? List.of()
                        : present.history().stream().limit(CHANGES_SHOWN).toList());
        return "staff/agency";
    }
}
