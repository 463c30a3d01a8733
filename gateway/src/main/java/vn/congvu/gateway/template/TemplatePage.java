package vn.congvu.gateway.template;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.congvu.gateway.page.Words;
import vn.congvu.gateway.services.Refusal;
import vn.congvu.gateway.services.Service;
import vn.congvu.gateway.services.Services;
import vn.congvu.gateway.template.Templates.Template;

/** The words of every message, with a preview that counts what an SMS costs. */
@Controller
@RequestMapping("/staff/templates")
@PreAuthorize("hasRole('ADMIN')")
class TemplatePage {
    private final Templates templates;
    private final Words words;

    TemplatePage(Services services, Words words) {
        this.templates = services.client(Service.NOTIFY, Templates.class);
        this.words = words;
    }

    @GetMapping
    String all(Model model) {
        model.addAttribute("templates", templates.all());
        return "staff/templates";
    }

    @GetMapping("/{key:[a-z-]+}")
    String one(@PathVariable String key, @RequestParam(required = false) @Nullable String done, Model model) {
        var template = templates.one(key);
        model.addAttribute("done", "saved".equals(done));
        return page(model, template, TextForm.of(template));
    }

    /** What the form would send, while it is typed. */
    @PostMapping("/{key:[a-z-]+}/preview")
    String preview(@PathVariable String key, @ModelAttribute TextForm form, Model model) {
        tell(model, key, form, templates.one(key));
        return "fragments/text-preview :: previews";
    }

    /** {@code step=save} changes the texts, anything else only shows them. */
    @PostMapping("/{key:[a-z-]+}")
    String change(
            @PathVariable String key,
            @ModelAttribute TextForm form,
            @RequestParam(defaultValue = "preview") String step,
            HttpServletResponse response,
            Model model) {
        var present = templates.one(key);
        if (!"save".equals(step)) {
            tell(model, key, form, present);
            return page(model, present, form);
        }
        try {
            templates.change(key, form.change(present));
            return "redirect:/staff/templates/" + key + "?done=saved";
        } catch (Refusal refusal) {
            response.setStatus(refusal.status());
            model.addAttribute("said", refusal.stale() ? List.of(words.say("templates.stale")) : refusal.said());
            return page(model, present, new TextForm(form.vi(), form.en(), present.version()));
        }
    }

    private void tell(Model model, String key, TextForm form, Template present) {
        try {
            model.addAttribute("previews", templates.preview(key, form.change(present)));
        } catch (Refusal refusal) {
            model.addAttribute("wrong", refusal.said());
        }
    }

    private static String page(Model model, Template template, TextForm form) {
        model.addAttribute("template", template);
        model.addAttribute("form", form);
        return "staff/template";
    }
}
